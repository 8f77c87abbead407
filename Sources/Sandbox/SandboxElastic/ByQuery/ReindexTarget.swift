internal import OrderedJSON

/// Where `_reindex` writes to, and how.
struct ReindexTarget {
    private(set) var index = ""
    private(set) var type: String?
    private(set) var routing: String?
    private(set) var operation: String?
    private(set) var versionType: String?
    private(set) var pipeline: String?

    init() {}

    /// Reads the `dest` of a body.
    init(_ object: JSONObject, _ call: Call) throws(ElasticError) {
        for member in object.members {
            guard ReindexTarget.known.contains(member.name) else {
                throw ReindexTarget.failed(
                    member.name, call.profile.unknownField(member.name, among: ReindexTarget.known), isName: true, call)
            }
            guard let text = member.value.string else {
                throw ReindexTarget.failed(
                    member.name,
                    "\(member.name) doesn't support values of type: \(JSONToken.name(of: member.value))", call)
            }
            switch member.name {
            case "index": index = text
            case "type":
                type = text
                call.warnOfTypes("[types removal] Specifying types in reindex requests is deprecated.")
            case "routing": routing = text
            case "pipeline": pipeline = text
            case "op_type":
                guard ["create", "index"].contains(text.lowercased()) else {
                    throw ReindexTarget.failed(
                        member.name, "failed to parse field [op_type]",
                        cause: .illegalArgument("opType must be 'create' or 'index', found: [\(text)]"), call)
                }
                operation = text.lowercased()
            default:
                guard ["internal", "external", "external_gt", "external_gte"].contains(text) else {
                    throw ReindexTarget.failed(
                        member.name, "failed to parse field [version_type]",
                        cause: .illegalArgument("No version type match [\(text)]"), call)
                }
                versionType = text
            }
        }
    }

    private static let known: Set<String> = ["index", "type", "routing", "op_type", "pipeline", "version_type"]

    /// An error in the object, which is the cause of that of the whole body.
    private static func failed(
        _ name: String, _ reason: String, isName: Bool = false, cause: ElasticError? = nil, _ call: Call
    ) -> ElasticError {
        let places = SourceMap(call.body)
        let value = places.value("dest", name)
        let own = isName ? places.name("dest", name) : value
        let inner = ElasticError.xContent("[dest] \(reason)", at: own, cause: cause)
        var error = ElasticError.xContent(
            "[reindex] failed to parse field [dest]", at: value,
            cause: inner)
        error.rootCauses = [ElasticError(inner.type, inner.reason)]
        return error
    }

    /// What is wrong with it as a whole.
    var problems: [String] {
        if index.isEmpty { return ["index must be specified"] }
        guard let routing, !["keep", "discard"].contains(routing), !routing.hasPrefix("=") else { return [] }
        return ["routing must be unset, [keep], [discard] or [=<some new value>]"]
    }

    /// What the request that writes one document says in its query.
    func query(for entry: Shard.Entry) -> [(name: String, value: String)] {
        var query: [(name: String, value: String)] = []
        if let versionType, versionType != "internal" {
            query += [("version_type", versionType), ("version", String(entry.version))]
        }
        if let operation { query.append(("op_type", operation)) }
        switch routing {
        case nil, "keep"?: if let routing = entry.routing { query.append(("routing", routing)) }
        case "discard"?: break
        case let routing?: query.append(("routing", String(routing.drop { $0 == "=" })))
        }
        return query
    }
}
