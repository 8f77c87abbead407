internal import OrderedJSON
internal import SandboxWorld

/// The tasks of a cluster: those that are done, and those that run in portions.
struct TaskTable: Sendable {
    /// A task and what came of it.
    struct Entry: Sendable {
        let id: Int
        let action: String
        let description: String
        let start: SandboxInstant
        let status: JSON
        /// The answer that who waited would have had; nil when it failed.
        let response: JSON?
        let error: ElasticError?
    }

    private(set) var done: [Int: Entry] = [:]
    /// Tasks that run, by their numbers.
    var running: [Int: any OngoingWork] = [:]
    private var last = 100

    /// A number for a task.
    mutating func makeNumber() -> Int {
        last += 1
        return last
    }

    /// Keeps a task that is done; returns its number.
    @discardableResult
    mutating func add(
        _ number: Int? = nil, action: String, description: String, start: SandboxInstant, status: JSON,
        response: JSON? = nil, error: ElasticError? = nil
    ) -> Int {
        let id = number ?? makeNumber()
        done[id] = Entry(
            id: id, action: action, description: description, start: start, status: status, response: response,
            error: error)
        return id
    }
}
