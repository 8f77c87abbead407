/// The query of a request.
struct QueryParameters: Sendable {
    /// Names and values in order; the last value of a name counts.
    let all: [(name: String, value: String)]
    /// The format that a header asks for where the query says none.
    private let acceptedFormat: String?
    /// The format that the header of the request's own body names; tables do not follow it.
    private let ownFormat: String?
    /// What the server says of a value in which a percent sign begins nothing; nil when there is none.
    private let brokenEscape: String?

    /// - Parameters:
    ///   - accept: The header `Accept`.
    ///   - contentType: The header `Content-Type`, which decides where the other says nothing.
    init(_ query: Substring?, accept: String? = nil, contentType: String? = nil) {
        func format(_ header: String?) -> String? {
            let media = header?.split(separator: ";").first.map { $0.lowercased().filter { $0 != " " } }
            return media.flatMap { QueryParameters.formats[$0] }
        }
        acceptedFormat = format(accept)
        ownFormat = format(contentType)
        let values = (query ?? "").split(whereSeparator: { $0 == "&" || $0 == ";" }).flatMap {
            $0.split(separator: "=")
        }
        brokenEscape = values.lazy.compactMap { SandboxElastic.brokenEscape(in: $0) }.first
        all = (query ?? "").split(whereSeparator: { $0 == "&" || $0 == ";" }).map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (
                percentDecoded(parts[0], plusIsSpace: true),
                parts.count > 1 ? percentDecoded(parts[1], plusIsSpace: true) : ""
            )
        }
    }

    /// Makes a query of what is decoded already.
    init(_ parameters: [(name: String, value: String)]) {
        all = parameters
        acceptedFormat = nil
        ownFormat = nil
        brokenEscape = nil
    }

    /// - Throws: The server's error for a percent sign that begins nothing.
    func checkEscapes() throws(ElasticError) {
        guard let reason = brokenEscape else { return }
        throw ElasticError(
            "bad_parameter_exception", "java.lang.IllegalArgumentException: \(reason)", cause: .illegalArgument(reason))
    }

    private static let formats = ["application/json": "json", "application/yaml": "yaml"]

    /// The format of the answer, if one is asked for.
    var format: String? { tableFormat ?? ownFormat }

    /// The format of a table of `_cat`, if one is asked for.
    var tableFormat: String? { self["format"] ?? acceptedFormat }

    subscript(name: String) -> String? { all.last { $0.name == name }?.value }

    /// A truth value; a parameter without a value is true.
    func bool(_ name: String, default fallback: Bool = false) throws(ElasticError) -> Bool {
        switch self[name] {
        case nil: return fallback
        case "true", "": return true
        case "false": return false
        case let value?:
            throw .noTruthValue(value)
        }
    }

    /// A whole number.
    func int(_ name: String) throws(ElasticError) -> Int? {
        guard let text = self[name] else { return nil }
        guard let value = Int(text) else {
            throw .illegalArgument(
                "Failed to parse int parameter [\(name)] with value [\(text)]", cause: .numberFormat(text))
        }
        return value
    }

    /// A whole number of 32 bits, as those are that count.
    func count(_ name: String) throws(ElasticError) -> Int? {
        guard let value = try int(name) else { return nil }
        guard Int32(exactly: value) != nil else {
            throw .illegalArgument(
                "Failed to parse int parameter [\(name)] with value [\(value)]", cause: .numberFormat(String(value)))
        }
        return value
    }

    /// The elements of a list with commas; nil when there is none.
    func list(_ name: String) -> [String]? { self[name].map(elements) }

    /// The names that every endpoint takes.
    static let common: Set<String> = ["pretty", "human", "error_trace", "filter_path", "format", "source_content_type"]

    /// Parameters that are truth values wherever they are taken, also where no answer depends on them.
    private static let truths: Set<String> = [
        "include_defaults", "flat_settings", "local", "include_type_name", "preserve_existing", "ignore_unavailable",
        "allow_no_indices", "ignore_throttled", "active_only", "detailed", "only_expunge_deletes", "flush", "force",
        "wait_if_ongoing", "realtime", "lenient", "analyze_wildcard", "typed_keys", "request_cache",
        "allow_partial_search_results", "rest_total_hits_as_int", "wait_for_completion", "dry_run", "doc_as_upsert",
        "include_unloaded_segments", "full_id",
    ]

    /// - Throws: The server's error for a truth value that is neither `true` nor `false`.
    func checkTruths(_ allowed: Set<String>) throws(ElasticError) {
        for (name, _) in all where QueryParameters.truths.contains(name) && allowed.contains(name) {
            _ = try bool(name)
        }
    }

    /// Parameters that a real server takes somewhere and the emulator nowhere.
    static let unemulated: Set<String> = [
        "pipeline", "stored_fields", "docvalue_fields", "explain", "stats", "parent",
        "suggest_field", "suggest_text", "write_index_only",
    ]

    /// Checks the times that a request may wait, which no answer depends on.
    private func checkTimes() throws(ElasticError) {
        for name in ["timeout", "master_timeout"] {
            if let text = self[name], let problem = TimeValue.problem(name, text) { throw problem }
        }
    }

    /// Checks that the endpoint takes all parameters.
    ///
    /// - Parameter unread: Names that the path gives and the endpoint does not read.
    /// - Throws: The server's error, which proposes what the name is close to.
    func check(allowed: Set<String>, unread: [String] = [], path: String) throws(ElasticError) {
        let known = allowed.union(QueryParameters.common)
        let names = Set(all.map(\.name)).subtracting(known).subtracting(["source"])
        let unknown = names.union(unread).sorted()
        guard !unknown.isEmpty else { return try checkTimes() }
        let list = unknown.map { name in
            let close = Spelling.suggestions(for: name, among: known, likerThan: 0.5)
            if close.isEmpty { return "[\(name)]" }
            let names = close.count == 1 ? "[\(close[0])]" : "any of [\(close.joined(separator: ", "))]"
            return "[\(name)] -> did you mean \(names)?"
        }
        let plural = unknown.count == 1 ? "" : "s"
        throw .illegalArgument(
            "request [\(path)] contains unrecognized parameter\(plural): \(list.joined(separator: ", "))")
    }
}
