package import RunbookModel

/// An action as it is kept: what was asked, secrets left as `${name}`.
package struct ActionRecord: Sendable, Hashable {
    /// The target's name.
    package let target: String?
    /// The position among the requests of the step, from 0.
    package let index: Int
    /// What it does to its target.
    package let effect: Effect
    /// One line for people.
    package let title: String
    /// The body or what else is sent, for people, cut at `ResponseRecord.limit`.
    package let content: String

    /// Makes a record.
    package init(target: String?, index: Int, effect: Effect, title: String, content: String) {
        self.target = target
        self.index = index
        self.effect = effect
        self.title = title
        self.content = content
    }
}
