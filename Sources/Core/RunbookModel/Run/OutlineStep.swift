/// One step of an outline.
@dynamicMemberLookup
public struct OutlineStep: Sendable, Hashable {
    /// What tells it from others; its members can be read as those of the step.
    public var heading: StepHeading
    /// The prose that leads to it, as Markdown.
    public let prose: String
    /// What it sends, as it is written.
    public let template: String
    /// Whether it waits, and at most how long.
    public let within: Duration?
    /// Which of the run's documents it stands in: the position in `RunStart.documents`.
    public let document: Int

    /// Makes a step.
    public init(heading: StepHeading, prose: String, template: String, within: Duration?, document: Int = 0) {
        self.heading = heading
        self.prose = prose
        self.template = template
        self.within = within
        self.document = document
    }

    /// A member of the heading.
    public subscript<Value>(dynamicMember member: KeyPath<StepHeading, Value>) -> Value { heading[keyPath: member] }
}
