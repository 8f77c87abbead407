package import RunbookModel

/// One step of an outline.
@dynamicMemberLookup
package struct OutlineStep: Sendable, Hashable {
    /// What tells it from others; its members can be read as those of the step.
    package var heading: StepHeading
    /// The prose that leads to it, as Markdown.
    package let prose: String
    /// What it sends, as it is written.
    package let template: String
    /// Whether it waits, and at most how long.
    package let within: Duration?
    /// Which of the run's documents it is in: the position in `RunStart.documents`.
    package let document: Int

    /// Makes a step.
    package init(heading: StepHeading, prose: String, template: String, within: Duration?, document: Int = 0) {
        self.heading = heading
        self.prose = prose
        self.template = template
        self.within = within
        self.document = document
    }

    /// A member of the heading.
    package subscript<Value>(dynamicMember member: KeyPath<StepHeading, Value>) -> Value { heading[keyPath: member] }
}
