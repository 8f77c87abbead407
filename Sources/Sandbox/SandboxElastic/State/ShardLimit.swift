/// The number of shards that a cluster of one node may have open, replicas included.
enum ShardLimit {
    /// - Throws: The server's error when so many more would be too many.
    static func check(adding count: Int, _ state: ClusterState) throws(ElasticError) {
        let limit = state.settings.text("cluster.max_shards_per_node").flatMap(Int.init) ?? 1000
        let current = state.indices.values.filter(\.isOpen).map(\.allShards).reduce(0, +)
        if count <= 0 || current + count <= limit { return }
        throw ElasticError(
            "validation_exception",
            "Validation Failed: 1: this action would add [\(count)] total shards, but this cluster currently has "
                + "[\(current)]/[\(limit)] maximum shards open;")
    }

    /// - Throws: The server's error when a new index would have too many.
    static func check(creating index: Index, _ state: ClusterState) throws(ElasticError) {
        do {
            try check(adding: index.allShards, state)
        } catch {
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
