/// What can be at the end of a command line that is not finished yet.
package struct Completion: Sendable, Hashable {
    /// A word that can be there.
    package struct Candidate: Sendable, Hashable {
        /// The word, whole, also where its beginning is typed already.
        package let word: String
        /// What it means; may be empty.
        package let help: String

        /// Makes a candidate.
        package init(_ word: String, help: String = "") {
            self.word = word
            self.help = help
        }
    }

    /// A value that is being typed.
    package struct Value: Sendable, Hashable {
        /// What help calls it, such as `FILE`: by it the program knows which words it could be.
        package let placeholder: String
        /// The option that it is the value of, without dashes; nil for a positional argument.
        package let option: String?
        /// What is before it in the same word, such as `--env=`.
        package let lead: String
        /// What is typed of it.
        package let typed: String
    }

    /// The commands, from the program's name on.
    package let path: [String]
    /// The words that the declaration knows: commands, options, values of enumerations.
    package let candidates: [Candidate]
    /// The value that is being typed, where it is one.
    package let value: Value?
    /// The values before it: by the long name of an option, by the placeholder of a positional argument.
    package let given: [String: [String]]
}
