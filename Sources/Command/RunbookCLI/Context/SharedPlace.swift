import RunbookReport
import Synchronization

/// What a command was given of stores and plugins; shared, so that messages about its failure know it too.
final class SharedPlace: Sendable {
    private let place = Mutex(CommandPlace())

    /// What the commands that are printed must say.
    var value: CommandPlace { place.withLock { $0 } }

    /// Notes what a command was given.
    func note(store: String? = nil, plugins: [String] = []) {
        place.withLock { place in
            place = CommandPlace(
                store: store.map(DocumentFile.absolutePath) ?? place.store,
                plugins: plugins.isEmpty ? place.plugins : plugins.map(DocumentFile.absolutePath))
        }
    }
}
