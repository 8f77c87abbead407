internal import OrderedJSON
internal import SandboxWorld

/// What the replication plugin of OpenSearch tells of itself.
enum PluginReports {
    static func status(_ call: Call, _ host: ClusterHost) throws(ElasticError) -> Answer {
        let name = call.arguments["index"] ?? ""
        let found = host.withState { state in (state.follows.plugin[name], state.indices[name], state.remotes) }
        guard let following = found.0 else { return Answer(["status": "REPLICATION NOT IN PROGRESS"]) }
        var status = "PAUSED"
        var details = JSONObject()
        if following.failure != nil {
            status = "FAILED"
        } else if following.pauseReason == nil {
            // A leader that is gone, or an alias that is gone, looks as if nothing were replicated.
            guard let connection = found.2[following.remote] else {
                return Answer(["status": "REPLICATION NOT IN PROGRESS"])
            }
            let failed = ElasticError("replication_exception", "failed to fetch replication status", status: 500)
            guard let peer = host.connect(following.remote, connection) else { throw failed }
            guard let leader = peer.withState({ $0.indices[following.leaderIndex] }) else {
                return Answer(["status": "REPLICATION NOT IN PROGRESS"])
            }
            if !leader.isOpen { throw failed }
            (status, details) = progress(following, found.1, leader, try call.query.bool("verbose"), call)
        }
        var answer = JSONObject([
            ("status", .string(status)),
            ("reason", .string(following.failure ?? following.pauseReason ?? "User initiated")),
            ("leader_alias", .string(following.remote)), ("leader_index", .string(following.leaderIndex)),
            ("follower_index", .string(name)),
        ])
        for member in details.members { answer.append(member.name, member.value) }
        return Answer(.object(answer))
    }

    private static func progress(
        _ following: PluginFollowing, _ follower: Index?, _ leader: Index, _ isVerbose: Bool, _ call: Call
    ) -> (String, JSONObject) {
        switch following.phase(at: call.now) {
        case .running:
            return ("RUNNING", isVerbose ? JSONObject([("shard_replication_details", [])]) : JSONObject())
        case .bootstrapping:
            let running = call.now.milliseconds - following.start.milliseconds
            let details: JSON = [
                "bytes_total": 0, "bytes_recovered": 0, "bytes_percent": .float(Double(0)), "files_total": 0,
                "files_recovered": 0, "files_percent": .float(Double(0)),
                "start_time": JSON(following.start.milliseconds), "running_time": JSON(running),
            ]
            return ("BOOTSTRAPPING", JSONObject([("bootstrap_details", details)]))
        case .syncing:
            let own = follower?.shards.map(\.nextSequenceNumber) ?? []
            let theirs = leader.shards.map(\.nextSequenceNumber)
            func point(_ leader: Int, _ follower: Int) -> JSON {
                [
                    "leader_checkpoint": JSON(leader - 1), "follower_checkpoint": JSON(follower - 1),
                    "seq_no": JSON(follower),
                ]
            }
            let sums: JSON = [
                "leader_checkpoint": JSON(theirs.reduce(0, +) - theirs.count),
                "follower_checkpoint": JSON(own.reduce(0, +) - own.count), "seq_no": JSON(own.reduce(0, +)),
            ]
            var details = JSONObject([("syncing_details", sums)])
            if isVerbose {
                let shards = zip(theirs, own).enumerated().map { number, pair -> JSON in
                    [
                        "shard_id": .string("[\(follower?.name ?? "")][\(number)]"),
                        "syncing_task_details": point(pair.0, pair.1),
                    ]
                }
                details.append("shard_replication_details", .array(shards))
            }
            return ("SYNCING", details)
        }
    }

    static func leader(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let names = [
            "num_replicated_indices", "operations_read", "translog_size_bytes", "operations_read_lucene",
            "operations_read_translog", "total_read_time_lucene_millis", "total_read_time_translog_millis",
            "bytes_read",
        ]
        var object = JSONObject(names.map { ($0, JSON(0)) })
        object.append("index_stats", [:])
        return Answer(.object(object))
    }

    static func follower(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let all = state.follows.plugin.values
        let active = all.filter(\.isActive)
        let shards = state.follows.plugin.filter(\.value.isActive).keys
            .compactMap { state.indices[$0]?.shardCount }.reduce(0, +)
        let syncing = active.count { $0.phase(at: call.now) == .syncing }
        let operations = JSON(all.map(\.operations).reduce(0, +))
        let counts: [(String, JSON)] = [
            ("num_syncing_indices", JSON(syncing)), ("num_bootstrapping_indices", JSON(active.count - syncing)),
            ("num_paused_indices", JSON(all.count { $0.pauseReason != nil })),
            ("num_failed_indices", JSON(all.count { $0.failure != nil })), ("num_shard_tasks", JSON(shards)),
            ("num_index_tasks", JSON(active.count)), ("operations_written", operations),
            ("operations_read", operations), ("failed_read_requests", 0), ("throttled_read_requests", 0),
            ("failed_write_requests", 0), ("throttled_write_requests", 0), ("follower_checkpoint", 0),
            ("leader_checkpoint", 0), ("total_write_time_millis", 0), ("index_stats", [:]),
        ]
        return Answer(.object(JSONObject(counts)))
    }

    static func patterns(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let rules = state.follows.rules.values.sorted { $0.name < $1.name }
        let failed = Set(rules.flatMap(\.failed)).sorted().map { JSON.string($0) }
        func object(_ rule: PluginRule) -> JSON {
            [
                "name": .string(rule.name), "pattern": .string(rule.pattern),
                "num_success_start_replication": JSON(rule.successes),
                "num_failed_start_replication": JSON(rule.failed.count), "num_failed_leader_calls": 0,
                "failed_indices": .array(rule.failed.sorted().map { .string($0) }),
                "last_execution_time": JSON(rule.due.milliseconds),
            ]
        }
        return Answer([
            "num_success_start_replication": JSON(rules.map(\.successes).reduce(0, +)),
            "num_failed_start_replication": JSON(failed.count), "num_failed_leader_calls": 0,
            "failed_indices": .array(failed), "autofollow_stats": .array(rules.map(object)),
        ])
    }
}
