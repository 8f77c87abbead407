import Synchronization

/// What happened, in order, as journal, handler, clock and people saw it.
final class RunLog: Sendable {
    private let entries = Mutex<[String]>([])

    func add(_ entry: String) { entries.withLock { $0.append(entry) } }

    var all: [String] { entries.withLock { $0 } }
}
