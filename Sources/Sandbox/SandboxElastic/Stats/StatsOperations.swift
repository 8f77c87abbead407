internal import OrderedJSON
internal import SandboxWorld

/// `_stats`.
enum StatsOperations {
    static func get(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let wanted = try metrics(call)
        let level = call.query["level"] ?? "indices"
        guard ["cluster", "indices", "shards"].contains(level) else {
            throw .illegalArgument(
                "level parameter must be one of [cluster] or [indices] or [shards] but was [\(level)]")
        }
        let forbidsClosed = try call.query.bool("forbid_closed_indices", default: true)
        let options = try ExpansionOptions(call.query, default: .init(forbidsClosed: forbidsClosed))
        let indices = try state.indices.resolve(call.index, options)
        try IndexBlock.check(.readMetadata, indices, call.profile)
        let total = indices.map(\.allShards).reduce(0, +)
        let started = indices.map { $0.startedShards(at: call.now) }.reduce(0, +)
        let all = Statistics(indices).json(wanted, call.profile)
        var answer = JSONObject([
            ("_shards", ["total": JSON(total), "successful": JSON(started), "failed": 0]),
            ("_all", ["primaries": all, "total": all]),
        ])
        if level == "cluster" { return Answer(.object(answer)) }
        let node = state.nodeID
        let list = indices.map { index -> (String, JSON) in
            let own = Statistics([index]).json(wanted, call.profile)
            var object = JSONObject([("uuid", .string(index.uuid)), ("primaries", own), ("total", own)])
            if level == "shards" { object.append("shards", shards(of: index, wanted, call, node)) }
            return (index.name, .object(object))
        }
        answer.append("indices", .object(JSONObject(list)))
        return Answer(.object(answer))
    }

    /// The parts that a path asks for.
    private static func metrics(_ call: Call) throws(ElasticError) -> Set<String> {
        let names = Set(elements(call.arguments["metric"] ?? "_all"))
        if names == ["_all"] { return Set(Statistics.metrics) }
        if names.contains("_all") {
            throw .illegalArgument(
                "request [\(call.path)] contains _all and individual metrics [\(names.sorted().joined(separator: ","))]"
            )
        }
        let unknown = names.subtracting(Statistics.metrics).sorted()
        if unknown.isEmpty { return names }
        throw .unrecognized(unknown, known: Statistics.metrics, "metric", call.path)
    }

    private static func shards(of index: Index, _ wanted: Set<String>, _ call: Call, _ node: String) -> JSON {
        let list = index.shards.enumerated().map { number, shard -> (String, JSON) in
            var object = JSONObject([
                (
                    "routing",
                    [
                        "state": "STARTED", "primary": true, "node": .string(node), "relocating_node": .null,
                    ]
                )
            ])
            for member in Statistics(shard).json(wanted, call.profile).object?.members ?? [] {
                object.append(member.name, member.value)
            }
            let last = JSON(shard.nextSequenceNumber - 1)
            object.append("seq_no", ["max_seq_no": last, "local_checkpoint": last, "global_checkpoint": last])
            object.append(
                "retention_leases", leases(index, shard, call, node))
            return (String(number), .array([.object(object)]))
        }
        return .object(JSONObject(list))
    }

    private static func leases(_ index: Index, _ shard: Shard, _ call: Call, _ node: String) -> JSON {
        var leases: [JSON] = []
        if call.profile.has(.peersHoldLeases), index.settings.text("index.soft_deletes.enabled") != "false" {
            leases.append([
                "id": .string("peer_recovery/\(node)"), "retaining_seq_no": JSON(shard.nextSequenceNumber),
                "timestamp": JSON(call.now.milliseconds), "source": "peer recovery",
            ])
        }
        return ["primary_term": JSON(index.primaryTerm), "version": 1, "leases": .array(leases)]
    }
}

extension ElasticError {
    /// What names get that an endpoint does not know, with what they are close to.
    static func unrecognized(
        _ unknown: [String], known: some Sequence<String>, _ kind: String, _ path: String
    ) -> ElasticError {
        let names = Array(known)
        let list = unknown.map { name -> String in
            let close = Spelling.suggestions(for: name, among: names, likerThan: 0.5)
            if close.isEmpty { return "[\(name)]" }
            let list = close.count == 1 ? "[\(close[0])]" : "any of [\(close.joined(separator: ", "))]"
            return "[\(name)] -> did you mean \(list)?"
        }
        let plural = unknown.count == 1 ? "" : "s"
        return .illegalArgument(
            "request [\(path)] contains unrecognized \(kind)\(plural): \(list.joined(separator: ", "))")
    }
}
