internal import SandboxWorld

/// A method and a path, and what the emulator does for them.
struct Route: Sendable {
    let method: HTTPMethod
    /// The path with its placeholders, such as `/{index}/_doc/{id}`.
    let pattern: String
    /// The names of query parameters it takes beside those that every request takes.
    private(set) var parameters: Set<String>
    /// Parameters that only some versions take.
    private var versioned: [(name: String, versions: VersionSpan)] = []
    let operation: Operation
    /// The versions that have it.
    private(set) var versions = VersionSpan.always
    /// What paths of the same endpoint have may be in the query too, where the path wins: names of placeholders by
    /// those that the server takes in a query.
    var queryNames: [String: String] = [:]

    init(_ method: HTTPMethod, _ pattern: String, _ parameters: Set<String> = [], _ operation: @escaping LocalOperation)
    {
        self.method = method
        self.pattern = pattern
        self.parameters = parameters
        self.operation = .local(operation)
    }

    init(
        _ method: HTTPMethod, _ pattern: String, _ parameters: Set<String> = [],
        federated operation: @escaping FederatedOperation
    ) {
        self.method = method
        self.pattern = pattern
        self.parameters = parameters
        self.operation = .federated(operation)
    }

    /// The same route, which takes more parameters in versions from one on.
    func taking(_ names: String..., since version: Version) -> Route {
        var route = self
        route.versioned += names.map { ($0, VersionSpan(since: version)) }
        return route
    }

    /// The same route, which takes more parameters in versions before one.
    func taking(_ names: String..., until version: Version) -> Route {
        var route = self
        route.versioned += names.map { ($0, VersionSpan(until: version)) }
        return route
    }

    /// The same route with what one version takes.
    func restricted(to version: Version) -> Route {
        var route = self
        route.parameters.formUnion(versioned.filter { $0.versions.contains(version) }.map(\.name))
        return route
    }

    /// Whether it is there only for who asks for an older version.
    private(set) var isOlder = false

    /// The same route where documents have no types: with a type in its path it is of an older version.
    func withoutTypes(_ hasNoTypes: Bool) -> Route {
        guard hasNoTypes else { return self }
        var route = self
        route.parameters.remove("include_type_name")
        route.isOlder = names.contains("type")
        return route
    }

    /// What the server notices of a request before it looks for parameters that it does not know.
    private(set) var prepare: (@Sendable (Call) throws(ElasticError) -> Void)?

    /// The same route, which notices something before it looks for unknown parameters.
    func noticing(_ prepare: @escaping @Sendable (Call) throws(ElasticError) -> Void) -> Route {
        var route = self
        route.prepare = prepare
        return route
    }

    /// What it says of a body that cannot be read.
    private(set) var unreadable = UnreadableBody.plain

    /// The same route, which says so of a body that cannot be read.
    func telling(_ unreadable: UnreadableBody) -> Route {
        var route = self
        route.unreadable = unreadable
        return route
    }

    /// The same route, in versions from one on.
    func since(_ version: Version) -> Route {
        var route = self
        route.versions.since = version
        return route
    }

    /// The same route, in versions before one.
    func until(_ version: Version) -> Route {
        var route = self
        route.versions.until = version
        return route
    }

    /// Whether a document is written, whose absence is noticed before anything else.
    var writesDocument: Bool {
        guard method == .put || method == .post else { return false }
        return pattern.hasSuffix("/_doc")
            || pattern.hasSuffix("/{id}") && !pattern.contains("_update")
                && !pattern.contains("_explain") && !pattern.contains("_termvectors") && pattern.hasPrefix("/{index}")
            || pattern == "/{index}/{type}"
    }

    /// Whether the body may be JSON values on lines of their own.
    var takesLines: Bool { pattern.hasSuffix("/_bulk") || pattern.hasSuffix("/_msearch") }

    /// Checks that the endpoint takes all parameters of a request.
    ///
    /// - Throws: The server's error for those that it does not take.
    func check(_ query: QueryParameters, path: String, body: [UInt8]) throws(ElasticError) {
        if pattern.hasPrefix("/_cat/"), query["help"] != nil, try query.bool("help") {
            // A table that only tells what it means reads nothing else, not even its path.
            let others = queryNames.filter { !names.contains($0.value) }.keys
            let allowed = Route.tableParameters.union(others).union([
                "help", "health", "local",
            ])
            return try query.check(allowed: allowed, unread: arguments(in: path).keys.sorted(), path: path)
        }
        if writesDocument, body.isEmpty { throw .bodyRequired }
        try query.checkTruths(parameters)
        try query.check(allowed: parameters.union(queryNames.keys), path: path)
    }

    /// The body of a request, which searches may have in their query instead.
    func body(of request: SandboxRequest, _ query: QueryParameters) throws(ElasticError) -> [UInt8] {
        guard request.body.isEmpty, let source = query["source"],
            ["/_search", "/_count", "/_msearch", "/_mget"].contains(where: pattern.hasSuffix)
        else { return request.body }
        if query["source_content_type"] == nil {
            throw ElasticError(
                "illegal_state_exception", "source and source_content_type parameters are required", status: 500)
        }
        return Array(source.utf8)
    }

    /// The values of the placeholders in a path, and of those that are in the query instead.
    func arguments(in path: some StringProtocol, _ query: QueryParameters) -> [String: String] {
        var result = arguments(in: path)
        for (theirs, name) in queryNames where result[name] == nil { result[name] = query[theirs] }
        return result
    }

    /// The path without its placeholders, which is the same for all paths of an endpoint.
    var skeleton: String {
        PathTrie<Int>.segments(of: pattern).filter { !$0.hasPrefix("{") }.joined(separator: "/")
    }

    /// The names of the placeholders.
    var names: Set<String> {
        Set(PathTrie<Int>.segments(of: pattern).filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) })
    }

    /// The values of the placeholders in a path.
    func arguments(in path: some StringProtocol) -> [String: String] {
        var arguments: [String: String] = [:]
        for (name, value) in zip(PathTrie<Int>.segments(of: pattern), PathTrie<Int>.segments(of: path))
        where name.hasPrefix("{") {
            arguments[String(name.dropFirst().dropLast())] = percentDecoded(value)
        }
        return arguments
    }
}

/// What a request does to one cluster.
typealias LocalOperation = @Sendable (Call, inout ClusterState) throws(ElasticError) -> Answer

/// What a request does that may ask other clusters; nobody's lock is held meanwhile.
typealias FederatedOperation = @Sendable (Call, ClusterHost) throws(ElasticError) -> Answer

/// Whom an operation needs.
enum Operation: Sendable {
    case local(LocalOperation)
    case federated(FederatedOperation)
}
