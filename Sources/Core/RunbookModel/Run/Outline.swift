/// The steps of a run as they were bound, written into its first event so that reports need no parser.
public struct Outline: Sendable, Hashable {
    /// The runbook's title.
    public let title: String
    /// The steps in document order.
    public let steps: [OutlineStep]

    /// Makes an outline.
    public init(title: String, steps: [OutlineStep]) {
        self.title = title
        self.steps = steps
    }
}
