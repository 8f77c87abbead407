import Glibc
import Synchronization

/// The open connections of servers, so that silent ones give way when there are too many.
///
/// Whoever opens connections and says nothing would else keep everybody out: the process has a limit of descriptors,
/// and libmicrohttpd one of connections.
final class ConnectionTable: Sendable {
    private struct Entry {
        /// Counts what happened on connections; the smallest has been silent the longest.
        var lastSeen: Int
        /// Whether a request waits for its answer.
        var isBusy = false
        /// Whether a request was ever answered on it.
        var isProven = false
        /// Whether it was asked to go.
        var isLeaving = false
    }

    private struct State {
        var entries: [Int32: Entry] = [:]
        var events = 0
    }

    /// All servers of this process share its descriptors.
    static let process = ConnectionTable(limit: defaultLimit)

    /// How many connections may be open before the one that has been silent the longest is closed.
    let limit: Int
    private let state = Mutex(State())

    init(limit: Int) { self.limit = limit }

    /// The number of open connections.
    var count: Int { state.withLock(\.entries.count) }

    /// Half of the descriptors that the process may have, at most 1000.
    private static var defaultLimit: Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 256 }
        return Int(min(max(limit.rlim_cur / 2, 16), 1000))
    }

    /// Adds a connection; one that is silent is closed when there are too many.
    func opened(_ socket: Int32) {
        state.withLock { state in
            state.events += 1
            state.entries[socket] = Entry(lastSeen: state.events)
            let staying = state.entries.filter { !$0.value.isLeaving }
            guard staying.count > limit else { return }
            // Those that never got an answer go before those that only rest between two requests.
            let silent = staying.filter { !$0.value.isBusy && $0.key != socket }
            guard
                let oldest = silent.min(by: {
                    ($0.value.isProven ? 1 : 0, $0.value.lastSeen) < ($1.value.isProven ? 1 : 0, $1.value.lastSeen)
                })
            else { return }
            state.entries[oldest.key]?.isLeaving = true
            // Its server notices the end and closes it. It is not closed before it is out of this table.
            shutdown(oldest.key, Int32(SHUT_RDWR))
        }
    }

    /// Says that a request is complete and waits for its answer.
    func began(_ socket: Int32) {
        state.withLock { state in
            state.events += 1
            state.entries[socket]?.lastSeen = state.events
            state.entries[socket]?.isBusy = true
        }
    }

    /// Says that a request is over, answered or not.
    func ended(_ socket: Int32) {
        state.withLock { state in
            state.events += 1
            guard var entry = state.entries[socket] else { return }
            entry.lastSeen = state.events
            entry.isProven = entry.isProven || entry.isBusy
            entry.isBusy = false
            state.entries[socket] = entry
        }
    }

    /// Removes a connection that is about to be closed.
    func closed(_ socket: Int32) { state.withLock { $0.entries[socket] = nil } }
}
