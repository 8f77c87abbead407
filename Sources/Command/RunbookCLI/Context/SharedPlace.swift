import RunbookReport
import RunbookRun
import Synchronization

/// What a command was given of stores and plugins; shared, so that messages about its failure know it too.
final class SharedPlace: Sendable {
    private let place = Mutex(CommandPlace())
    private let told = Mutex<Set<String>>([])

    /// What the commands that are printed must say.
    var value: CommandPlace { place.withLock { $0 } }

    /// Whether something was not said yet; it counts as said from now on.
    func isNew(_ message: String) -> Bool { told.withLock { $0.insert(message).inserted } }

    /// Notes which run the command is about.
    func note(_ start: RunStart?) { place.withLock { $0 = $0.of(start) } }

    /// Notes what a command was given.
    func note(store: String? = nil, plugins: [String] = []) {
        place.withLock { place in
            place = CommandPlace(
                store: store.map(DocumentFile.absolutePath) ?? place.store,
                plugins: plugins.isEmpty ? place.plugins : plugins.map(DocumentFile.absolutePath))
        }
    }
}
