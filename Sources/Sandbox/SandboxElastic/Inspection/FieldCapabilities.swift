internal import OrderedJSON
internal import SandboxWorld

/// `_field_caps`: what fields there are, here and on remote clusters.
enum FieldCapabilities {
    /// What one index says of a field.
    private struct Capability: Hashable {
        let type: String
        let isSearchable: Bool
        let isAggregatable: Bool
        var isMetadata = false
    }

    private typealias Fields = [String: [String: [(index: String, Capability)]]]

    private static func patterns(_ call: Call) throws(ElasticError) -> [String] {
        var patterns = call.query.list("fields") ?? []
        if !call.body.isEmpty, let list = try call.json()["fields"] {
            patterns = list.array?.compactMap(\.string) ?? list.string.map { [$0] } ?? []
        }
        if patterns.isEmpty { throw .illegalArgument("specified fields can't be null or empty") }
        return patterns
    }

    /// - Throws: The server's error for a request that names no fields.
    static func check(_ call: Call) throws(ElasticError) { _ = try patterns(call) }

    static func get(_ call: Call, _ host: ClusterHost) throws(ElasticError) -> Answer {
        let patterns = try patterns(call)
        let search = FederatedSearch(call: call, cluster: host, request: SearchRequest())
        let remotes = host.withState { $0.remotes }
        try search.checkNames(remotes)
        let (local, remote) = search.targets(remotes)
        var fields: Fields = [:]
        var indices: [String] = []
        for (alias, expression) in remote.sorted(by: { $0.key < $1.key }) {
            // A cluster that cannot be reached is passed over.
            guard let connection = remotes[alias] else { continue }
            guard let peer = host.connect(alias, connection) else {
                if call.profile.has(.remoteMayBeUnknown), !connection.skipsUnavailable {
                    throw ClusterHost.refused(connection, alias: alias, call.profile)
                }
                continue
            }
            try peer.require(["indices:data/read/field_caps"], on: expression, of: call.access?.principal)
            try add(expression, of: peer, alias: alias, patterns, call, &fields, &indices)
        }
        if let local { try add(local, of: host, alias: nil, patterns, call, &fields, &indices) }
        var answer = JSONObject()
        if call.profile.has(.capabilitiesTellIndices) {
            answer.append("indices", .array(indices.sorted().map { .string($0) }))
        }
        answer.append(
            "fields", .object(JSONObject(fields.sorted { $0.key < $1.key }.map { ($0.key, json($0.value, call)) })))
        return Answer(.object(answer))
    }

    private static func add(
        _ expression: String, of host: ClusterHost, alias: String?, _ patterns: [String], _ call: Call,
        _ fields: inout Fields, _ indices: inout [String]
    ) throws(ElasticError) {
        let options = try ExpansionOptions(call.query, default: .init())
        let found = host.withState { state -> Result<[Index], ElasticError> in
            Result { () throws(ElasticError) in
                try state.indices.resolve(expression, options).map(\.withoutDocuments)
            }
        }
        let resolved = try found.get()
        if call.profile.has(.closedFieldsAreBlocked), let closed = resolved.first(where: { !$0.isOpen }) {
            throw ElasticError(
                "cluster_block_exception", "index [\(closed.name)] blocked by: [FORBIDDEN/4/index closed];", status: 403
            )
        }
        for index in resolved where index.isOpen {
            let name = alias.map { "\($0):\(index.name)" } ?? index.name
            indices.append(name)
            for (field, capability) in capabilities(of: index.mapping, call.profile)
            where patterns.contains(where: { Wildcard.matches($0, field) }) {
                fields[field, default: [:]][capability.type, default: []].append((name, capability))
            }
        }
    }

    private static let metadata = [
        "_field_names", "_id", "_ignored", "_index", "_routing", "_seq_no", "_source", "_type", "_version",
    ]

    private static func capabilities(of mapping: Mapping, _ profile: Profile) -> [(String, Capability)] {
        var list = mapping.fieldNames.compactMap { name in
            mapping.field(name).map { field -> (String, Capability) in
                let isIndexed = field.parameters["index"]?.bool != false
                let hasValues = field.parameters["doc_values"]?.bool != false
                return (
                    name,
                    Capability(
                        type: field.type, isSearchable: isIndexed,
                        isAggregatable: hasValues && field.type != "text" && field.type != "binary")
                )
            }
        }
        list += objects(mapping.properties, "").map {
            ($0, Capability(type: "object", isSearchable: false, isAggregatable: false))
        }
        list += metadata.filter { $0 != "_type" || !profile.hasNoTypes }.map { name in
            let isAggregatable = ["_id", "_index", "_type", "_seq_no"].contains(name)
            let isSearchable = !["_source", "_version", "_field_names"].contains(name) || name == "_field_names"
            return (
                name,
                Capability(
                    type: name, isSearchable: isSearchable, isAggregatable: isAggregatable, isMetadata: true)
            )
        }
        return list
    }

    private static func objects(_ fields: [String: FieldMapping], _ prefix: String) -> [String] {
        fields.flatMap { name, field -> [String] in
            field.isObject ? [prefix + name] + objects(field.properties, "\(prefix)\(name).") : []
        }
    }

    private static func json(_ types: [String: [(index: String, Capability)]], _ call: Call) -> JSON {
        let isMixed = types.count > 1
        return .object(
            JSONObject(
                types.sorted { $0.key < $1.key }.map { type, list in
                    var object = JSONObject([("type", .string(type))])
                    if call.profile.has(.capabilitiesTellMetadata) {
                        object.append("metadata_field", .bool(list.contains { $0.1.isMetadata }))
                    }
                    object.append("searchable", .bool(list.allSatisfy(\.1.isSearchable)))
                    object.append("aggregatable", .bool(list.allSatisfy(\.1.isAggregatable)))
                    if isMixed { object.append("indices", .array(list.map { .string($0.index) })) }
                    return (type, .object(object))
                }))
    }
}
