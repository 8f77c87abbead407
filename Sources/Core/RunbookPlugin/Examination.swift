public import RunbookModel

/// What a target says about itself before a run.
public struct Examination: Sendable {
    /// Where it answers, for people.
    public let address: String
    /// What tells it from others, such as a cluster's UUID.
    public let identity: String?
    /// What it is, such as `Elasticsearch 7.0.0`.
    public let product: String?
    /// What is wrong: it does not answer, or is not what the runbook requires.
    public let diagnostics: [Diagnostic]

    /// Makes an examination.
    public init(address: String, identity: String? = nil, product: String? = nil, diagnostics: [Diagnostic] = []) {
        self.address = address
        self.identity = identity
        self.product = product
        self.diagnostics = diagnostics
    }
}
