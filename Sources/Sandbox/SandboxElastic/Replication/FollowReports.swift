internal import OrderedJSON
internal import SandboxWorld

/// What is reported of followers: `_ccr/info` and `_ccr/stats`.
enum FollowReports {
    static func info(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let indices = try state.indices.resolve(call.index, ExpansionOptions(open: true, closed: true))
        let list = indices.compactMap { index -> JSON? in
            guard let following = state.follows.followings[index.name] else { return nil }
            var object = JSONObject([
                ("follower_index", .string(index.name)), ("remote_cluster", .string(following.remote)),
                ("leader_index", .string(following.leaderIndex)),
                ("status", following.isPaused ? "paused" : "active"),
            ])
            if !following.isPaused { object.append("parameters", .object(following.parameters.all)) }
            return .object(object)
        }
        return Answer(["follower_indices": .array(list)])
    }

    static func stats(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        // Names are compared with those of followers, and not looked for among indices.
        let expression = call.index ?? ""
        let wanted = elements(expression).map { $0 == "_all" ? "*" : $0 }
        let indices = state.indices.values.filter { index in wanted.contains { Wildcard.matches($0, index.name) } }
        let found = indices.sorted { $0.name < $1.name }.compactMap { json($0, call, state) }
        if found.isEmpty {
            throw ElasticError(
                "resource_not_found_exception", "No shard follow tasks for follower indices [\(expression)]",
                status: 404)
        }
        return Answer(["indices": .array(found)])
    }

    static func all(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let indices = state.indices.values.sorted { $0.name < $1.name }
        return Answer([
            "auto_follow_stats": AutoFollowOperations.stats(call, state),
            "follow_stats": ["indices": .array(indices.compactMap { json($0, call, state) })],
        ])
    }

    /// An index with its shards; nil when it does not follow, or rests.
    private static func json(_ index: Index, _ call: Call, _ state: ClusterState) -> JSON? {
        guard let following = state.follows.followings[index.name], !following.isPaused else { return nil }
        let shards = index.shards.indices.map { shard(index, $0, following, call) }
        var object = JSONObject([("index", .string(index.name))])
        if call.profile.has(.checkpointLag) {
            object.append("total_global_checkpoint_lag", JSON(lag(index, following)))
        }
        object.append("shards", .array(shards))
        return .object(object)
    }

    private static func lag(_ index: Index, _ following: Following) -> Int {
        zip(index.shards, following.shards).map { max($1.leaderOperations - $0.nextSequenceNumber, 0) }.reduce(0, +)
    }

    private static func shard(_ index: Index, _ number: Int, _ following: Following, _ call: Call) -> JSON {
        let shard = index.shards[number]
        let progress = following.shards[number]
        let own = shard.nextSequenceNumber - 1
        let leader = max(progress.leaderOperations - 1, own)
        let isReading = index.recovery.isDone(number, at: call.now)
        let silence = max(call.now.milliseconds - progress.lastRead.milliseconds, 0)
        var object = JSONObject([
            ("remote_cluster", .string(following.remote)), ("leader_index", .string(following.leaderIndex)),
            ("follower_index", .string(index.name)), ("shard_id", JSON(number)),
            ("leader_global_checkpoint", JSON(leader)), ("leader_max_seq_no", JSON(leader)),
            ("follower_global_checkpoint", JSON(own)), ("follower_max_seq_no", JSON(own)),
            ("last_requested_seq_no", JSON(own)),
            ("outstanding_read_requests", following.failure == nil && isReading ? 1 : 0),
            ("outstanding_write_requests", 0), ("write_buffer_operation_count", 0),
            ("write_buffer_size_in_bytes", 0), ("follower_mapping_version", JSON(following.mappingVersion)),
            ("follower_settings_version", JSON(following.settingsVersion)),
        ])
        if call.profile.has(.followsAliases) {
            object.append("follower_aliases_version", JSON(following.aliasesVersion))
        }
        object.append("total_read_time_millis", JSON(progress.reads))
        object.append("total_read_remote_exec_time_millis", JSON(progress.reads))
        object.append("successful_read_requests", JSON(progress.reads))
        object.append("failed_read_requests", JSON(failures(following, at: call.now)))
        object.append("operations_read", JSON(progress.operations))
        object.append("bytes_read", JSON(progress.bytes))
        object.append("total_write_time_millis", JSON(progress.reads))
        object.append("successful_write_requests", JSON(progress.reads))
        object.append("failed_write_requests", 0)
        object.append("operations_written", JSON(progress.operations))
        object.append("read_exceptions", .array(exceptions(following, from: own + 1, at: call.now)))
        object.append("time_since_last_read_millis", JSON(silence))
        if let failure = following.failure, !failure.isRetried {
            object.append("fatal_exception", .object(failure.error.full))
        }
        return .object(object)
    }

    /// How often a read has failed since it did first.
    private static func failures(_ following: Following, at now: SandboxInstant) -> Int {
        guard let failure = following.failure else { return 0 }
        if !failure.isRetried { return 1 }
        let passed = max(now.milliseconds - failure.since.milliseconds, 0)
        return 1 + passed / max(following.parameters.retryDelay, 1)
    }

    private static func exceptions(_ following: Following, from: Int, at now: SandboxInstant) -> [JSON] {
        guard let failure = following.failure, failure.isRetried else { return [] }
        return [
            [
                "from_seq_no": JSON(from), "retries": JSON(failures(following, at: now)),
                "exception": .object(failure.error.full),
            ]
        ]
    }
}
