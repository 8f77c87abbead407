/// What tells one step from others wherever it is shown: in a plan, a graph, a run and a report.
public struct StepHeading: Sendable, Hashable {
    /// The identity (semantics, "Identity").
    public let id: String
    /// `run`, `verify` or `manual`.
    public let role: Step.Role
    /// The title, holes as `${reference}` or as far as they are known.
    public var title: String
    /// The author's item number.
    public let number: String?
    /// The titles of the headings around it, outermost first.
    public var section: [String]
    /// The line of its fence or item, from 1.
    public let line: Int
    /// The greatest effect of its requests, or what `effect=` raises it to.
    public let effect: Effect
    /// Whether only its author says that it does no more than that.
    public let isLowered: Bool
    /// Its targets.
    public let targets: [String]

    /// Makes a heading.
    public init(
        id: String, role: Step.Role, title: String, number: String? = nil, section: [String] = [], line: Int,
        effect: Effect = .read, isLowered: Bool = false, targets: [String] = []
    ) {
        self.id = id
        self.role = role
        self.title = title
        self.number = number
        self.section = section
        self.line = line
        self.effect = effect
        self.isLowered = isLowered
        self.targets = targets
    }
}
