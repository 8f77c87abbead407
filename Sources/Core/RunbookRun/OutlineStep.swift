package import RunbookModel

/// One step of an outline.
@dynamicMemberLookup
package struct OutlineStep: Sendable, Hashable {
    /// What tells it from others; its members can be read as those of the step.
    package var heading: StepHeading
    /// The prose that leads to it, as Markdown.
    package var prose: String
    /// What it sends, as it is written.
    package var template: String
    /// Whether it waits, and at most how long.
    package let within: Duration?
    /// Which of the run's documents it is in: the position in `RunStart.documents`.
    package var document: Int
    /// What is asked of its response, as it is written: `assert .x == 1`.
    package var checks: [String]
    /// Whether its author wants the response to be seen while it runs.
    package let showsResponse: Bool

    /// Makes a step.
    package init(
        heading: StepHeading, prose: String, template: String, within: Duration?, document: Int = 0,
        checks: [String] = [], showsResponse: Bool = false
    ) {
        self.heading = heading
        self.prose = prose
        self.template = template
        self.within = within
        self.document = document
        self.checks = checks
        self.showsResponse = showsResponse
    }

    /// A member of the heading.
    package subscript<Value>(dynamicMember member: KeyPath<StepHeading, Value>) -> Value { heading[keyPath: member] }
}
