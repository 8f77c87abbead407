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

    /// What performing the action would come to, where something else is there.
    public enum Consequence: String, Sendable, Hashable, CaseIterable {
        /// It would be changed, which a person is asked about.
        case change
        /// It is on its way, and would be waited for.
        case wait
        /// It cannot be changed: the action would fail.
        case failure
    }

    /// What is there.
    public let state: State
    /// What the action would do about it, where it is different.
    public let consequence: Consequence
    /// Whether the action would change what exists.
    public var isChange: Bool { state == .different && consequence == .change }

    /// More about it for people; empty when there is nothing to say.
    public let detail: String

    /// The response that the action would get, where all is as it would leave it; nil where only performing it tells.
    public let response: Response?

    /// What the handler wants to know of it when it performs the action, also after a crash: `Action.before` has it then.
    public let note: JSON?

    /// Makes a probe.
    ///
    /// - Parameter consequence: What the action would do about what is different.
    public init(
        state: State, detail: String = "", response: Response? = nil, note: JSON? = nil,
        consequence: Consequence = .change
    ) {
        self.note = note
        self.state = state
        self.consequence = consequence
        self.detail = detail
        self.response = response
    }
}
