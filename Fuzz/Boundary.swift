/// A place where bytes of others come in.
enum Boundary: String, CaseIterable {
    /// A Markdown file, through parser, binder and the renderings of diagnostics.
    case document
    /// A block of console requests, and the curl commands made of it.
    case console
    /// A shell block with curl commands.
    case curl
    /// YAML, alone, as an environment file and as the body of a step.
    case yaml
    /// JSON, alone and as the body of a request.
    case json
    /// Filters, what the filter helper answers, and the values that come back.
    case filter
    /// The manifest of a plugin, and what it answers.
    case plugin
    /// What a server answers, and what was expected of it.
    case response
    /// A secret, and a text that may carry it.
    case mask
    /// The events of a journal, through the fold, the lines and the reports.
    case journal
    /// A reviewed plan, and how it differs from another.
    case plan
    /// The files of a git repository that a document lies in.
    case repository
    /// Requests to a cluster of the sandbox.
    case sandbox
    /// Signed requests to the cloud of the sandbox.
    case cloud

    /// Hands an input over; it must end soon, and in no trap.
    func feed(_ bytes: [UInt8]) {
        switch self {
        case .document: DocumentBoundary.feed(bytes)
        case .console: ConsoleBoundary.feed(bytes)
        case .curl: CurlBoundary.feed(bytes)
        case .yaml: YAMLBoundary.feed(bytes)
        case .json: JSONBoundary.feed(bytes)
        case .filter: FilterBoundary.feed(bytes)
        case .plugin: PluginBoundary.feed(bytes)
        case .response: ResponseBoundary.feed(bytes)
        case .mask: MaskBoundary.feed(bytes)
        case .journal: JournalBoundary.feed(bytes)
        case .plan: PlanBoundary.feed(bytes)
        case .repository: RepositoryBoundary.feed(bytes)
        case .sandbox: SandboxBoundary.feed(bytes)
        case .cloud: CloudBoundary.feed(bytes)
        }
    }
}
