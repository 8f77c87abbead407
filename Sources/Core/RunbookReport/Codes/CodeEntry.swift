/// What one code of a diagnostic or a failure means.
package struct CodeEntry: Sendable, Hashable {
    /// Something that causes it.
    package enum Example: Sendable, Hashable {
        /// A part of a runbook; without a declaration of its own it is in one with the single target `current`.
        case document(String)
        /// An environment file.
        case environment(String)
        /// What happens in a run or on a machine, as a sentence.
        case situation(String)
    }

    /// The code, `area/problem`.
    package let code: String
    /// What it means, in a sentence or two.
    package let meaning: String
    /// Something that causes it.
    package let example: Example
    /// What to do about it.
    package let fix: String

    init(_ code: String, _ meaning: String, _ example: Example, fix: String) {
        self.code = code
        self.meaning = meaning
        self.example = example
        self.fix = fix
    }

    /// The part before the slash.
    package var area: Substring { code.prefix { $0 != "/" } }
}
