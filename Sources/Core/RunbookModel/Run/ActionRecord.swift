/// An action as it is kept: what was asked, secrets left as `${name}`.
public struct ActionRecord: Sendable, Hashable {
    /// The target's name.
    public let target: String?
    /// The position among the requests of the step, from 0.
    public let index: Int
    /// What it does to its target.
    public let effect: Effect
    /// One line for people.
    public let title: String
    /// The body or what else is sent, for people, cut at `ResponseRecord.limit`.
    public let content: String

    /// Makes a record.
    public init(target: String?, index: Int, effect: Effect, title: String, content: String) {
        self.target = target
        self.index = index
        self.effect = effect
        self.title = title
        self.content = content
    }
}
