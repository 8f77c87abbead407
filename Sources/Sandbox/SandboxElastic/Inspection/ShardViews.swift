internal import OrderedJSON
internal import SandboxWorld

/// Endpoints that tell where shards are: `_search_shards`, `_shard_stores`, `_segments`.
enum ShardViews {
    static func searchShards(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        // A remote cluster's indices do not belong to this one.
        let options = try ExpansionOptions(call.query, default: .init())
        let isRemote = call.index.map { elements($0).contains { $0.contains(":") } } ?? false
        var indices: [Index] = []
        if !isRemote {
            do {
                indices = try state.indices.resolve(call.index, options)
            } catch {
                // An index that is not there has no shards that could be searched.
                guard error.type == "index_not_found_exception", !call.profile.has(.refusesRemoteNames) else {
                    throw error
                }
            }
        }
        try IndexBlock.check(.readMetadata, indices, call.profile)
        if let gone = indices.first(where: { !$0.hasShards }) { throw .indexNotFound(gone.name, resource: nil) }
        let view = StateView(state: state, indices: indices, call: call)
        let list = indices.map { index -> (String, JSON) in
            let names = elements(call.index ?? "").filter { index.aliases[$0] != nil }.sorted()
            let aliases: JSON = names.isEmpty ? [:] : ["aliases": .array(names.map { .string($0) })]
            return (index.name, aliases)
        }
        let routing = call.query.list("routing") ?? []
        let groups = indices.filter(\.hasShards).flatMap { index -> [JSON] in
            let asked = index.shards(for: routing, askedBy: call.index)
            return (0..<index.shardCount).filter { asked?.contains($0) != false }.map {
                .array([view.primary(index, $0)])
            }
        }
        return Answer([
            "nodes": indices.isEmpty ? [:] : view.nodes, "indices": .object(JSONObject(list)), "shards": .array(groups),
        ])
    }

    /// Where copies of shards are stored: those that are well are reported on request only.
    static func stores(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let wanted = call.query.list("status") ?? ["yellow", "red"]
        for status in wanted where !["green", "yellow", "red", "all"].contains(status) {
            throw .illegalArgument("unknown cluster health status [\(status)]")
        }
        let options = try ExpansionOptions(call.query, default: .init(closed: true))
        let indices = try state.indices.resolve(call.index, options).filter(\.hasShards)
        try IndexBlock.check(.readMetadata, indices, call.profile)
        let view = StateView(state: state, indices: indices, call: call)
        let node = view.nodes.object?.first?.value ?? [:]
        let list = indices.filter { index in
            wanted.contains("all") || wanted.contains(Health([index], at: call.now).status)
        }.map { index -> (String, JSON) in
            let shards = (0..<index.shardCount).map { number -> (String, JSON) in
                let store = JSONObject([
                    (state.nodeID, node), ("allocation_id", .string(view.allocation(index, number))),
                    ("allocation", "primary"),
                ])
                return (String(number), ["stores": .array([.object(store)])])
            }
            return (index.name, ["shards": .object(JSONObject(shards))])
        }
        return Answer(["indices": .object(JSONObject(list))])
    }

    static func segments(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let options = try ExpansionOptions(call.query, default: .init(forbidsClosed: true))
        let indices = try state.indices.resolve(call.index, options)
        try IndexBlock.check(.readMetadata, indices, call.profile)
        let total = indices.map(\.allShards).reduce(0, +)
        let started = indices.map { $0.startedShards(at: call.now) }.reduce(0, +)
        let node = state.nodeID
        let list = indices.map { index -> (String, JSON) in
            let shards = index.shards.enumerated().map { number, shard -> (String, JSON) in
                let segments = Segment.all(of: shard)
                return (
                    String(number),
                    [
                        [
                            "routing": ["state": "STARTED", "primary": true, "node": .string(node)],
                            "num_committed_segments": JSON(segments.count), "num_search_segments": JSON(segments.count),
                            "segments": .object(JSONObject(segments.map { ($0.name, json($0, call.profile)) })),
                        ]
                    ]
                )
            }
            return (index.name, ["shards": .object(JSONObject(shards))])
        }
        return Answer([
            "_shards": ["total": JSON(total), "successful": JSON(started), "failed": 0],
            "indices": .object(JSONObject(list)),
        ])
    }

    private static func json(_ segment: Segment, _ profile: Profile) -> JSON {
        [
            "generation": JSON(segment.generation), "num_docs": JSON(segment.documents),
            "deleted_docs": JSON(segment.deleted), "size_in_bytes": JSON(segment.bytes), "memory_in_bytes": 700,
            "committed": true, "search": true, "version": .string(profile.build.lucene), "compound": true,
            "attributes": [:],
        ]
    }
}
