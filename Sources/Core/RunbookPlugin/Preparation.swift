public import RunbookModel

/// What a handler makes of a step.
public struct Preparation: Sendable {
    /// The requests, in the order they are made.
    public let actions: [ActionTemplate]
    /// What is wrong with the step.
    public let diagnostics: [Diagnostic]
    /// Which statuses of a response are accepted: exact numbers or `2xx`-like classes; empty for the verdict `success`.
    public let statuses: [String]
    /// Whether `effect=` may say less than the actions do, because only the author can know what they do.
    public let mayLowerEffect: Bool

    /// Makes a preparation.
    public init(
        actions: [ActionTemplate], diagnostics: [Diagnostic] = [], statuses: [String] = [],
        mayLowerEffect: Bool = false
    ) {
        self.actions = actions
        self.diagnostics = diagnostics
        self.statuses = statuses
        self.mayLowerEffect = mayLowerEffect
    }
}
