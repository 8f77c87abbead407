/// What was found about the cause of a failure.
package struct Finding: Sendable, Hashable {
    /// What became of looking.
    package enum Result: String, Sendable, Hashable {
        /// It is as it should be.
        case holds
        /// It is not: a cause.
        case fails
        /// It could not be told.
        case unknown
        /// A person looks.
        case byHand = "by-hand"
    }

    /// The heading of the section that it belongs to.
    package let section: String
    /// What was asked.
    package let title: String
    /// What became of it.
    package let result: Result
    /// What was seen, or why it could not be told; empty when there is nothing to say.
    package let detail: String

    /// Makes a finding.
    package init(section: String, title: String, result: Result, detail: String) {
        self.section = section
        self.title = title
        self.result = result
        self.detail = detail
    }
}
