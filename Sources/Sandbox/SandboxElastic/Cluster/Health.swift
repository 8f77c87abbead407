internal import OrderedJSON

/// The health of some indices: on one node every replica is unassigned.
struct Health {
    /// The open ones of the indices that were asked for.
    let indices: [Index]

    init(_ indices: [Index]) { self.indices = indices.filter(\.isOpen) }

    var primaries: Int { indices.map(\.shardCount).reduce(0, +) }
    var unassigned: Int { indices.map { $0.shardCount * $0.replicas }.reduce(0, +) }
    var status: String { unassigned == 0 ? "green" : "yellow" }

    /// The share of shards that are active in per cent: 100 when these are green, else that of the whole cluster.
    func activePercent(in cluster: Health) -> Double {
        if unassigned == 0 { return 100 }
        return Double(cluster.primaries) / Double(cluster.primaries + cluster.unassigned) * 100
    }

    /// The members that an answer has for the whole, for an index and for a shard.
    static func shardMembers(_ health: Health) -> [(String, JSON)] {
        [
            ("active_primary_shards", JSON(health.primaries)), ("active_shards", JSON(health.primaries)),
            ("relocating_shards", 0), ("initializing_shards", 0), ("unassigned_shards", JSON(health.unassigned)),
        ]
    }

    /// The health of one index, with its shards if asked.
    static func json(_ index: Index, withShards: Bool) -> JSON {
        let health = Health([index])
        var object = JSONObject(
            [
                ("status", .string(health.status)), ("number_of_shards", JSON(index.shardCount)),
                ("number_of_replicas", JSON(index.replicas)),
            ] + shardMembers(health))
        if withShards {
            let shards = index.shards.indices.map { number -> (String, JSON) in
                (
                    String(number),
                    [
                        "status": .string(health.status), "primary_active": true, "active_shards": 1,
                        "relocating_shards": 0, "initializing_shards": 0, "unassigned_shards": JSON(index.replicas),
                    ]
                )
            }
            object.append("shards", .object(JSONObject(shards)))
        }
        return .object(object)
    }
}
