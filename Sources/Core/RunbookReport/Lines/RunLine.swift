package import RunbookModel

/// A line about a run for people, and what it is, so that a terminal can give it a colour.
package struct RunLine: Sendable, Hashable {
    /// What a line is.
    package enum Role: Sendable, Hashable {
        /// The first and the last line, which name the environment.
        case title
        /// A heading of the document.
        case section
        /// A step's number and prose.
        case step
        /// How a step or a run stands.
        case state(StepState)
        /// Everything else.
        case detail
    }

    /// What it is.
    package let role: Role
    /// The text, indented, without a line break.
    package let text: String

    init(_ role: Role, _ text: String) {
        self.role = role
        self.text = text
    }
}
