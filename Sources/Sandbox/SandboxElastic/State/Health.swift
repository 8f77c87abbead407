internal import OrderedJSON
internal import SandboxWorld

/// The health of some indices: on one node every replica is unassigned.
struct Health {
    /// Those of the indices that were asked for that have shards.
    let indices: [Index]

    /// When it was looked.
    let now: SandboxInstant

    init(_ indices: [Index], at now: SandboxInstant) {
        self.indices = indices.filter(\.hasShards)
        self.now = now
    }

    /// The primary shards that are active.
    var primaries: Int { indices.map { $0.startedShards(at: now) }.reduce(0, +) }
    /// The primary shards that are being restored.
    var initializing: Int { indices.filter { !$0.isUnallocated }.map(\.shardCount).reduce(0, +) - primaries }
    var unassigned: Int {
        indices.map { $0.shardCount * ($0.replicas + ($0.isUnallocated ? 1 : 0)) }.reduce(0, +)
    }
    var status: String {
        if indices.contains(where: \.isUnallocated) { return "red" }
        return unassigned + initializing == 0 ? "green" : "yellow"
    }

    /// The share of shards that are active in per cent: 100 when these are green, else that of the whole cluster.
    func activePercent(in cluster: Health) -> Double {
        if status == "green" { return 100 }
        let all = cluster.primaries + cluster.initializing + cluster.unassigned
        return Double(cluster.primaries) / Double(all) * 100
    }

    /// The members that an answer has for the whole, for an index and for a shard.
    static func shardMembers(_ health: Health) -> [(String, JSON)] {
        [
            ("active_primary_shards", JSON(health.primaries)), ("active_shards", JSON(health.primaries)),
            ("relocating_shards", 0), ("initializing_shards", JSON(health.initializing)),
            ("unassigned_shards", JSON(health.unassigned)),
        ]
    }

    /// The health of one index, with its shards if asked.
    static func json(_ index: Index, withShards: Bool, at now: SandboxInstant) -> JSON {
        let health = Health([index], at: now)
        var object = JSONObject(
            [
                ("status", .string(health.status)), ("number_of_shards", JSON(index.shardCount)),
                ("number_of_replicas", JSON(index.replicas)),
            ] + shardMembers(health))
        if withShards {
            let shards = index.shards.indices.map { number -> (String, JSON) in
                let isActive = !index.isUnallocated && index.recovery.isDone(number, at: now)
                return (
                    String(number),
                    [
                        "status": .string(isActive && index.replicas == 0 ? "green" : "yellow"),
                        "primary_active": .bool(isActive), "active_shards": isActive ? 1 : 0, "relocating_shards": 0,
                        "initializing_shards": isActive ? 0 : 1, "unassigned_shards": JSON(index.replicas),
                    ]
                )
            }
            object.append("shards", .object(JSONObject(shards)))
        }
        return .object(object)
    }
}
