/// A section that finds the causes of a failure: it only reads, and a run does not include it.
public struct Troubleshooting: Sendable {
    /// Something to look at.
    public struct Item: Sendable {
        /// What it asks, as a title.
        public let title: Template
        /// The check that tells it; nil when a person looks.
        public var check: Step?

        /// Makes an item.
        public init(title: Template, check: Step?) {
            self.title = title
            self.check = check
        }
    }

    /// The ids of the steps whose failure it is about.
    public let steps: [Located<String>]
    /// The index into `Runbook.sections`.
    public let section: Int
    /// What is looked at, in document order.
    public var items: [Item]
    /// Where its directive is.
    public let span: SourceSpan

    /// Makes a section.
    public init(steps: [Located<String>], section: Int, items: [Item] = [], span: SourceSpan) {
        self.steps = steps
        self.section = section
        self.items = items
        self.span = span
    }
}
