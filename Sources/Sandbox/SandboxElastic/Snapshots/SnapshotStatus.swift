internal import OrderedJSON
internal import SandboxWorld

/// `_status` of snapshots, shard by shard.
enum SnapshotStatus {
    static func get(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let repository = call.arguments["repository"]
        let names = elements(call.arguments["snapshot"] ?? "_all")
        var found: [(Snapshot, String)] = []
        if names == ["_all"] {
            // Without names it tells of what is running, and knows no repository as missing.
            if let running = state.snapshots.store.running(in: call.system.name, at: call.now) {
                let isMeant = repository == nil || repository == "_all" || repository == running.repository
                if isMeant { found.append((running, running.repository)) }
            }
        } else if let repository {
            let ignoresMissing = try call.query.bool("ignore_unavailable")
            let all = state.snapshots.all(in: try state.snapshots.readable(repository, call.profile), call)
            for name in names {
                if let snapshot = all.first(where: { $0.name == name }) {
                    found.append((snapshot, repository))
                } else if !ignoresMissing {
                    throw .snapshotMissing(name, in: repository)
                }
            }
        }
        return Answer(["snapshots": .array(found.map { json($0, in: $1, state.nodeID, at: call.now) })])
    }

    private static func json(
        _ snapshot: Snapshot, in repository: String, _ node: String, at now: SandboxInstant
    ) -> JSON {
        var all: [ShardStatus] = []
        var indices = JSONObject()
        for part in snapshot.parts.sorted(by: { $0.index.name < $1.index.name }) {
            let shards = part.files.indices.map { ShardStatus(part, $0, snapshot.work, at: now) }
            all += shards
            let isDone = snapshot.isDone(at: now)
            let list = shards.enumerated().map { number, shard in
                (String(number), shard.json(node: isDone ? nil : node))
            }
            indices.append(
                part.index.name,
                [
                    "shards_stats": ShardStatus.counts(shards), "stats": ShardStatus.sums(shards),
                    "shards": .object(JSONObject(list)),
                ])
        }
        return [
            "snapshot": .string(snapshot.name), "repository": .string(repository), "uuid": .string(snapshot.uuid),
            "state": .string(snapshot.isDone(at: now) ? "SUCCESS" : "STARTED"),
            "include_global_state": .bool(snapshot.globalState != nil), "shards_stats": ShardStatus.counts(all),
            "stats": ShardStatus.sums(all), "indices": .object(indices),
        ]
    }
}
