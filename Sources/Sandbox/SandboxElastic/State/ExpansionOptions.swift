/// How an index expression is understood.
struct ExpansionOptions: Sendable {
    /// Names that mean nothing are passed over.
    var ignoreUnavailable = false
    /// Patterns may mean nothing.
    var allowNone = true
    /// Patterns mean open indices.
    var open = true
    /// Patterns mean closed indices.
    var closed = false
    /// A closed index that is named is an error.
    var forbidsClosed = false
    /// What an error says an unknown name was.
    var resource: String = "index_or_alias"

    init(
        ignoreUnavailable: Bool = false, allowNone: Bool = true, open: Bool = true, closed: Bool = false,
        forbidsClosed: Bool = false
    ) {
        self.ignoreUnavailable = ignoreUnavailable
        self.allowNone = allowNone
        self.open = open
        self.closed = closed
        self.forbidsClosed = forbidsClosed
    }

    /// The same, where a closed index may be named.
    var allowingClosed: ExpansionOptions {
        var options = self
        options.forbidsClosed = false
        return options
    }

    /// Reads the options of a query over those an endpoint has by default.
    init(_ query: QueryParameters, default options: ExpansionOptions) throws(ElasticError) {
        self = options
        // Here, unlike elsewhere, a parameter without a value is not true.
        if query["ignore_unavailable"] != "" {
            ignoreUnavailable = try query.bool("ignore_unavailable", default: options.ignoreUnavailable)
        }
        if query["allow_no_indices"] != "" {
            allowNone = try query.bool("allow_no_indices", default: options.allowNone)
        }
        guard let words = query.list("expand_wildcards") else { return }
        open = false
        closed = false
        for word in words {
            switch word {
            case "open": open = true
            case "closed": closed = true
            case "all": (open, closed) = (true, true)
            case "none": (open, closed) = (false, false)
            default: throw .illegalArgument("No valid expand wildcard value [\(word)]")
            }
        }
    }
}
