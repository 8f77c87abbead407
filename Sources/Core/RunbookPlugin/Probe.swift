public import OrderedJSON
public import RunbookModel

/// What an action would find if it were performed now, learned by reading only.
public struct Probe: Sendable, Hashable {
    /// What is there.
    public enum State: String, Sendable, Hashable, CaseIterable {
        /// Nothing: the action would make it.
        case absent
        /// Something else: the action would change it.
        case different
        /// Just what the action would leave.
        case present
    }

    /// What is there.
    public let state: State
    /// More about it for people; empty when there is nothing to say.
    public let detail: String

    /// The response that the action would get, where all is as it would leave it; nil where only performing it tells.
    public let response: Response?

    /// What the handler wants to know of it when it performs the action, also after a crash: `Action.before` has it then.
    public let note: JSON?

    /// Makes a probe.
    public init(state: State, detail: String = "", response: Response? = nil, note: JSON? = nil) {
        self.note = note
        self.state = state
        self.detail = detail
        self.response = response
    }
}
