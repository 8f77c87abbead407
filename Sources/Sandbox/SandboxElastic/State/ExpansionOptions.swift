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
    ///
    /// Each member is given by itself: with `self = options`, an optimised build by Swift 6.3.1 loses `forbidsClosed`.
    init(_ query: QueryParameters, default options: ExpansionOptions) throws(ElasticError) {
        // Here, unlike elsewhere, a parameter without a value is not true.
        func flag(_ name: String, default standard: Bool) throws(ElasticError) -> Bool {
            query[name] == "" ? standard : try query.bool(name, default: standard)
        }
        let ignoreUnavailable = try flag("ignore_unavailable", default: options.ignoreUnavailable)
        let allowNone = try flag("allow_no_indices", default: options.allowNone)
        var (open, closed) = (options.open, options.closed)
        if let words = query.list("expand_wildcards") { (open, closed) = try ExpansionOptions.states(words) }
        self.init(
            ignoreUnavailable: ignoreUnavailable, allowNone: allowNone, open: open, closed: closed,
            forbidsClosed: options.forbidsClosed)
        resource = options.resource
    }

    /// Whether patterns mean open and closed indices, by the words of `expand_wildcards`.
    private static func states(_ words: [String]) throws(ElasticError) -> (open: Bool, closed: Bool) {
        var states = (open: false, closed: false)
        for word in words {
            switch word {
            case "open": states.open = true
            case "closed": states.closed = true
            case "all": states = (true, true)
            case "none": states = (false, false)
            default: throw .illegalArgument("No valid expand wildcard value [\(word)]")
            }
        }
        return states
    }
}
