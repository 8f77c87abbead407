/// The number of shards that a cluster of one node may have open, replicas included.
enum ShardLimit {
    /// - Throws: The server's error when so many more would be too many; versions before 7.0 only warn.
    static func check(adding count: Int, _ state: ClusterState, _ call: Call) throws(ElasticError) {
        let limit = state.settings.text("cluster.max_shards_per_node").flatMap { Int($0) } ?? 1000
        let current = state.indices.values.filter(\.isOpen).map(\.allShards).reduce(0, +)
        if count <= 0 || current + count <= limit { return }
        if !call.profile.has(.limitsShards) {
            call.warnings.add(
                "In a future major version, this request will fail because this action would add [\(count)] total shards, "
                    + "but this cluster currently has [\(current)]/[\(limit)] maximum shards open. Before upgrading, reduce "
                    + "the number of shards in your cluster or adjust the cluster setting [cluster.max_shards_per_node]."
            )
            return
        }
        let added = call.profile.has(.countsNormalShards) ? "shards" : "total shards"
        let kind = call.profile.has(.countsNormalShards) ? "maximum normal" : "maximum"
        throw ElasticError(
            "validation_exception",
            "Validation Failed: 1: this action would add [\(count)] \(added), but this cluster currently has "
                + "[\(current)]/[\(limit)] \(kind) shards open;")
    }

    /// - Throws: The server's error when a new index would have too many.
    static func check(creating index: Index, _ state: ClusterState, _ call: Call) throws(ElasticError) {
        do {
            try check(adding: index.allShards, state, call)
        } catch {
            if call.profile.has(.shardLimitIsRoot) { throw error }
            var error = error
            error.rootCauses = [
                ElasticError("index_creation_exception", "failed to create index [\(index.name)]")
            ]
            throw error
        }
    }
}

extension Index {
    /// The number of its shards with their replicas.
    var allShards: Int { shardCount * (1 + replicas) }
}
