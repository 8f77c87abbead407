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
        }
    }
}
