/// One step of an outline.
public struct OutlineStep: Sendable, Hashable {
    /// The identity (semantics, "Identity").
    public let id: String
    /// `run`, `verify` or `manual`.
    public let role: Step.Role
    /// The title, holes as `${reference}` unless their value was known and public.
    public let title: String
    /// The prose that leads to it, as Markdown.
    public let prose: String
    /// The author's item number.
    public let number: String?
    /// The titles of the headings around it, outermost first.
    public var section: [String]
    /// The line of its fence or item, from 1.
    public let line: Int
    /// The greatest effect of its actions.
    public let effect: Effect
    /// Its targets.
    public let targets: [String]
    /// What it sends, as it is written.
    public let template: String
    /// Whether it waits, and at most how long.
    public let within: Duration?
    /// Which of the run's documents it stands in: the position in `RunStart.documents`.
    public let document: Int

    /// Makes a step.
    public init(
        id: String, role: Step.Role, title: String, prose: String, number: String?, section: [String], line: Int,
        effect: Effect, targets: [String], template: String, within: Duration?, document: Int = 0
    ) {
        self.id = id
        self.role = role
        self.title = title
        self.prose = prose
        self.number = number
        self.section = section
        self.line = line
        self.effect = effect
        self.targets = targets
        self.template = template
        self.within = within
        self.document = document
    }
}
