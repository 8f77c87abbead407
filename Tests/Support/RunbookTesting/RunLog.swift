import Synchronization

/// What happened, in order, as journal, handler, clock and people saw it.
package final class RunLog: Sendable {
    /// Makes an empty log.
    package init() {}

    private let entries = Mutex<[String]>([])

    package func add(_ entry: String) { entries.withLock { $0.append(entry) } }

    package var all: [String] { entries.withLock { $0 } }
}
