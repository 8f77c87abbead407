package import RunbookModel

/// What the reads of a step said when a plan was made, or what a step that acts would find.
package struct ProbeResult: Sendable, Hashable {
    /// What they came to.
    package enum State: String, Sendable, Hashable {
        /// What is asked of the responses holds.
        case holds
        /// It does not: what is asked for is there and different.
        case differs
        /// It does not: what is asked for is not there.
        case missing
        /// What a step that acts would find cannot become what it asks for: it would fail.
        case fails
        /// It cannot be told.
        case unknown
        /// What its conditions read says that it would be skipped now.
        case skipped
        /// It was not asked, because only the run has what it needs.
        case notAsked = "not-asked"
    }

    /// What they came to.
    package let state: State
    /// Why, as a phrase; empty when it holds.
    package let detail: String
    /// The values that it gave, those that are not secrets.
    package let values: [Action.Field]

    /// Makes a result.
    package init(_ state: State, detail: String = "", values: [Action.Field] = []) {
        self.state = state
        self.detail = detail
        self.values = values
    }
}
