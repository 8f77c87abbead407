internal import OrderedJSON
internal import SandboxWorld

/// The tasks of a cluster that are done; nothing runs on while nobody asks.
struct TaskTable: Sendable {
    /// A task and what came of it.
    struct Entry: Sendable {
        let id: Int
        let action: String
        let description: String
        let start: SandboxInstant
        let status: JSON
        /// The answer that who waited would have had.
        let response: JSON
    }

    private(set) var done: [Int: Entry] = [:]
    private var last = 100

    /// Keeps a task that is done; returns its number.
    mutating func add(
        action: String, description: String, start: SandboxInstant, status: JSON, response: JSON
    ) -> Int {
        last += 1
        done[last] = Entry(
            id: last, action: action, description: description, start: start, status: status, response: response)
        return last
    }
}
