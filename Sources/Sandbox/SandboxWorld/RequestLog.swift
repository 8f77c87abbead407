package import OrderedJSON
import Synchronization

/// What the systems were asked: the last requests, and everything that is not emulated.
///
/// Bodies and headers are not kept: they may hold what nobody should read.
package final class RequestLog: Sendable {
    /// One request and what became of it.
    package struct Entry: Sendable, Hashable {
        /// When it came.
        package var at: SandboxInstant
        /// The system that was asked.
        package var system: String
        /// The method's word.
        package var method: String
        /// The raw target.
        package var target: String
        /// The status of the answer, also of one that a fault kept from the client; nil when the system was not asked.
        package var status: Int?
        /// Whether the system knows the endpoint.
        package var isEmulated: Bool
        /// Whether the request met a fault.
        package var isFaulty: Bool
        /// Whether the system says that it only read, where the method does not.
        package var onlyRead: Bool

        /// Makes an entry.
        package init(
            at: SandboxInstant, system: String, method: String, target: String, status: Int?, isEmulated: Bool,
            isFaulty: Bool, onlyRead: Bool = false
        ) {
            self.at = at
            self.system = system
            self.method = method
            self.target = target
            self.status = status
            self.isEmulated = isEmulated
            self.isFaulty = isFaulty
            self.onlyRead = onlyRead
        }

        /// Whether the system did what a request asked for that may change something.
        var isAcceptedWrite: Bool {
            guard let status, (200..<300).contains(status), !["GET", "HEAD", "OPTIONS"].contains(method) else {
                return false
            }
            let names = target.prefix { $0 != "?" }.split(separator: "/").suffix(2).map(String.init)
            return !onlyRead && !Self.reads.contains(names.last ?? "")
                && !(names.count == 2 && Self.readsOfMore.contains(names[0]))
        }

        /// The ends of paths of requests that only read, whatever their method.
        private static let reads: Set<String> = [
            "_search", "_msearch", "_count", "_mget", "_explain", "_validate", "_field_caps", "_analyze", "_rank_eval",
            "_termvectors", "_mtermvectors", "_refresh", "_simulate", "_query", "_search_shards", "_verify",
        ]

        /// The parts before the last one in paths of requests that only read, whatever their method.
        private static let readsOfMore: Set<String> = [
            "_search", "_msearch", "_explain", "_validate", "_termvectors", "_simulate", "_simulate_index",
            "allocation",
        ]

        /// The entry as the control endpoint shows it.
        var json: JSON {
            [
                "at_ms": .number(JSONNumber(at.milliseconds)), "cluster": .string(system), "method": .string(method),
                "target": .string(target), "status": status.map { .number(JSONNumber($0)) } ?? .null,
                "emulated": .bool(isEmulated), "fault": .bool(isFaulty),
            ]
        }
    }

    private struct State {
        var entries: [Entry] = []
        var count = 0
        var notEmulated: [String] = []
        var writes: [String: Int] = [:]
        var writeCount = 0
    }

    private let limit: Int
    private let state = Mutex(State())

    /// Makes a log that keeps the last `limit` requests, and at least as many more while it grows.
    package init(limit: Int = 10_000) { self.limit = limit }

    /// Adds a request.
    package func add(_ entry: Entry) {
        state.withLock { state in
            state.count += 1
            // Dropping half at once keeps the cost of a request the same however many there are.
            if state.entries.count >= 2 * limit { state.entries.removeFirst(limit) }
            state.entries.append(entry)
            let line = "\(entry.system): \(entry.method) \(entry.target)"
            if entry.isAcceptedWrite {
                state.writeCount += 1
                if state.writes.count < 10 * limit || state.writes[line] != nil { state.writes[line, default: 0] += 1 }
            }
            if !entry.isEmulated, state.notEmulated.count < limit, !state.notEmulated.contains(line) {
                state.notEmulated.append(line)
            }
        }
    }

    /// How many requests there were.
    package var count: Int { state.withLock(\.count) }

    /// The requests that are kept, the oldest first.
    package var entries: [Entry] { state.withLock(\.entries) }

    /// What was asked for and is not emulated, each once: `SYSTEM: METHOD TARGET`.
    package var notEmulated: [String] { state.withLock(\.notEmulated) }

    /// What was accepted of what may change something, as the control endpoint shows it: `{"count", "writes": {LINE: N}}`.
    package var writes: JSON {
        let state = state.withLock { $0 }
        let lines = state.writes.sorted { $0.key < $1.key }
        return [
            "count": .number(JSONNumber(state.writeCount)),
            "writes": .object(JSONObject(lines.map { ($0.key, .number(JSONNumber($0.value))) })),
        ]
    }

    /// The log as the control endpoint shows it: `{"count", "requests": [...], "not_emulated": [...]}`.
    package var json: JSON {
        let state = state.withLock { $0 }
        return [
            "count": .number(JSONNumber(state.count)), "requests": .array(state.entries.map(\.json)),
            "not_emulated": .array(state.notEmulated.map(JSON.string)),
        ]
    }
}
