/// Why a run is not continued.
package struct ResumeRefusal: Error, Sendable, Hashable {
    /// What keeps it from continuing.
    package enum Concern: Sendable, Hashable {
        /// Its journal is of another version of the tool.
        case journal
        /// A person has ended it.
        case aborted
        /// A person must look or decide.
        case person
        /// The plan that it follows.
        case plan
        /// Nothing: there is nothing to do.
        case nothing
    }

    /// What keeps it from continuing.
    package let concern: Concern
    /// What is shown, and what to do, a line each.
    package let lines: [String]

    /// Makes a refusal.
    init(_ concern: Concern = .person, _ lines: String...) { self.init(concern, lines: lines) }

    /// Makes a refusal of lines.
    init(_ concern: Concern, lines: [String]) {
        self.concern = concern
        self.lines = lines
    }
}
