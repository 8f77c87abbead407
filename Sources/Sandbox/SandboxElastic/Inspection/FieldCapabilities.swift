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
        let body = call.body.isEmpty ? JSONObject() : try call.json().object ?? JSONObject()
        let namesFields = call.profile.has(.bodiesNameFields) || !call.profile.has(.typesAreDeprecated)
        if namesFields, let list = body["fields"] {
            patterns = list.array?.compactMap(\.string) ?? list.string.map { [$0] } ?? []
        }
        if patterns.isEmpty { throw .illegalArgument("specified fields can't be null or empty") }
        guard call.profile.has(.capabilitiesAreFiltered) else { return patterns }
        let known = ["index_filter", "runtime_mappings"] + (namesFields ? ["fields"] : [])
        for name in body.names where !known.contains(name) {
            throw .parsing("request does not support [\(name)]", at: SourceMap(call.body).name(name))
        }
        return patterns
    }

    /// The query that an index must be able to match; nil for none.
    private static func filter(_ call: Call) throws(ElasticError) -> Query? {
        guard call.profile.has(.capabilitiesAreFiltered), !call.body.isEmpty,
            let query = try call.json()["index_filter"]
        else { return nil }
        return try QueryReader(call).query(query, at: ["index_filter"])
    }

    /// - Throws: The server's error for a request that names no fields.
    static func check(_ call: Call) throws(ElasticError) { _ = try patterns(call) }

    static func get(_ call: Call, _ host: ClusterHost) throws(ElasticError) -> Answer {
        let patterns = try patterns(call)
        let filter = try filter(call)
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
            try add(expression, of: peer, alias: alias, patterns, filter, call, &fields, &indices)
        }
        if let local { try add(local, of: host, alias: nil, patterns, filter, call, &fields, &indices) }
        if try call.query.bool("include_unmapped") { addUnmapped(indices, &fields) }
        var answer = JSONObject()
        if call.profile.has(.capabilitiesTellIndices) {
            answer.append("indices", .array(indices.sorted().map { .string($0) }))
        }
        answer.append(
            "fields", .object(JSONObject(fields.sorted { $0.key < $1.key }.map { ($0.key, json($0.value, call)) })))
        return Answer(.object(answer))
    }

    /// Adds to each field the indices that do not have it.
    private static func addUnmapped(_ indices: [String], _ fields: inout Fields) {
        for (field, types) in fields {
            let mapped = Set(types.values.joined().map(\.index))
            let missing = indices.filter { !mapped.contains($0) }
            if missing.isEmpty { continue }
            fields[field]?["unmapped"] = missing.map {
                ($0, Capability(type: "unmapped", isSearchable: false, isAggregatable: false))
            }
        }
    }

    /// Whether documents of an index can match a query, as far as that is seen without looking for them.
    private static func canMatch(_ query: Query, _ index: Index, _ call: Call) -> Bool {
        switch query {
        case .none: false
        case .range:
            index.shards.contains { shard in
                let searcher = ShardSearcher(
                    shard, mapping: index.mapping, isLenient: true, at: call.now, call.profile)
                guard let wanted = try? searcher.prepare(query) else { return true }
                let living = shard.living
                return shard.visible.indices.contains { living.contains($0) && wanted.score($0) != nil }
            }
        case .constant(let inner, _): canMatch(inner, index, call)
        case .boolean(let parts): (parts.must + parts.filter).allSatisfy { canMatch($0, index, call) }
        default: true
        }
    }

    private static func add(
        _ expression: String, of host: ClusterHost, alias: String?, _ patterns: [String], _ filter: Query?,
        _ call: Call, _ fields: inout Fields, _ indices: inout [String]
    ) throws(ElasticError) {
        let options = try ExpansionOptions(call.query, default: .init())
        let found = host.withState { state -> Result<[Index], ElasticError> in
            Result { () throws(ElasticError) in
                let indices = try state.indices.resolve(expression, options)
                return filter == nil ? indices.map(\.withoutDocuments) : indices
            }
        }
        let resolved = try found.get()
        if call.profile.has(.closedFieldsAreBlocked), let closed = resolved.first(where: { !$0.isOpen }) {
            throw ElasticError(
                "cluster_block_exception", "index [\(closed.name)] blocked by: [FORBIDDEN/4/index closed];", status: 403
            )
        }
        for index in resolved where index.isOpen {
            if let filter, !canMatch(filter, index, call) { continue }
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
        list += objects(mapping.properties, "").map { name, type in
            (name, Capability(type: type, isSearchable: false, isAggregatable: false))
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

    private static func objects(
        _ fields: [String: FieldMapping], _ prefix: String
    ) -> [(name: String, type: String)] {
        fields.flatMap { name, field -> [(name: String, type: String)] in
            guard field.isObject else { return [] }
            let type = field.type == "nested" ? "nested" : "object"
            return [(prefix + name, type)] + objects(field.properties, "\(prefix)\(name).")
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
