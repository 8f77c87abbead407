internal import OrderedJSON
internal import SandboxWorld

/// Following single indices: `_ccr/follow`, `pause_follow`, `resume_follow`, `unfollow`, `forget_follower`.
enum FollowOperations {
    static func follow(_ call: Call, _ host: ClusterHost) throws(ElasticError) -> Answer {
        if call.body.isEmpty { throw .bodyRequired }
        let body = try call.json()
        var known = FollowParameters.names.union(["remote_cluster", "leader_index"])
        if call.profile.has(.followSettings) { known.insert("settings") }
        try refuseUnknown(body, known, "indices:admin/xpack/ccr/put_follow", call)
        let follower = call.index ?? ""
        let missing = ["remote_cluster", "leader_index"].filter { body[$0]?.string == nil }
        if !missing.isEmpty { throw .validation(missing.map { "\($0) is missing" }) }
        let request = FollowRequest(
            follower: follower, remote: body["remote_cluster"]?.string ?? "",
            leader: body["leader_index"]?.string ?? "",
            settings: SettingsMap(body["settings"] ?? [:]).prefixed("index."),
            parameters: try FollowParameters(body))
        let waits = try waitsForShards(call)
        try host.follow(request, call)
        if waits {
            host.withState { state in
                state.indices.change(follower) { $0.hurryRecovery() }
            }
            _ = host.catchUp(to: call.now)
        }
        return Answer([
            "follow_index_created": true, "follow_index_shards_acked": .bool(waits),
            "index_following_started": .bool(waits),
        ])
    }

    /// Whether the answer waits until shards are there, which by default it does not.
    private static func waitsForShards(_ call: Call) throws(ElasticError) -> Bool {
        guard let text = call.query["wait_for_active_shards"], !text.isEmpty else { return false }
        if text == "all" { return true }
        guard let count = Int(text) else {
            throw .illegalArgument("cannot parse ActiveShardCount[\(text)]", cause: .numberFormat(text))
        }
        return count > 0
    }

    static func pause(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let index = try state.indices.resolveOne(call.index ?? "")
        guard let following = state.follows.followings[index.name] else { throw notFollower(index.name) }
        if following.isPaused { throw .illegalArgument("no shard follow tasks for [\(index.name)]") }
        state.follows.followings[index.name]?.isPaused = true
        return .acknowledged
    }

    static func resume(_ call: Call, _ host: ClusterHost) throws(ElasticError) -> Answer {
        let body = call.body.isEmpty ? [:] : try call.json()
        try refuseUnknown(body, FollowParameters.names, "indices:admin/xpack/ccr/resume_follow", call)
        let parameters = try FollowParameters(body)
        let name = call.index ?? ""
        let found = host.withState { state in (state.indices[name]?.withoutDocuments, state.follows.followings[name]) }
        guard let index = found.0 else { throw .indexNotFound(name, resource: nil) }
        guard let following = found.1 else {
            throw .illegalArgument("follow index [\(name)] does not have ccr metadata")
        }
        let leader = try host.leader(following.leaderIndex, of: following.remote)
        if leader.uuid != following.leaderUUID {
            throw .illegalArgument(
                "the leader index [\(following.leaderIndex)] of follow index [\(name)] has an identity [\(leader.uuid)] "
                    + "other than [\(following.leaderUUID)]")
        }
        if !index.isOpen || !leader.isOpen { throw .illegalArgument("leader and follow index must be open") }
        if !following.isPaused {
            throw ElasticError(
                "resource_already_exists_exception", "task with id {\(index.uuid)-0} already exist")
        }
        host.withState { state in
            state.follows.followings[name]?.isPaused = false
            state.follows.followings[name]?.failure = nil
            state.follows.followings[name]?.parameters = following.parameters.changed(by: parameters)
        }
        return .acknowledged
    }

    static func unfollow(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let name = call.index ?? ""
        guard let index = state.indices[name]?.withoutDocuments else { throw .indexNotFound(name, resource: nil) }
        guard let following = state.follows.followings[name] else { throw notFollower(name) }
        let cannot = "cannot convert the follower index [\(name)] to a non-follower, because it has not been "
        if index.isOpen { throw .illegalArgument(cannot + "closed") }
        if !following.isPaused { throw .illegalArgument(cannot + "paused") }
        state.follows.followings[name] = nil
        state.indices.change(name) { $0.endFollowing() }
        return .acknowledged
    }

    /// Gives up what a leader keeps for a follower; the emulator keeps everything, so nothing is given up.
    static func forget(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        if call.body.isEmpty { throw .bodyRequired }
        let body = try call.json()
        let members = ["follower_cluster", "follower_index", "follower_index_uuid", "leader_remote_cluster"]
        try refuseUnknown(body, Set(members), "indices:admin/xpack/ccr/forget_follower", call)
        let missing = members.filter { body[$0]?.string == nil }
        if !missing.isEmpty { throw .validation(missing.map { "\($0) is missing" }) }
        let index = try state.indices.resolveOne(call.index ?? "")
        let count = index.shardCount
        return Answer(["_shards": ["total": JSON(count), "successful": JSON(count), "failed": 0]])
    }

    static func notFollower(_ name: String) -> ElasticError {
        .illegalArgument("index [\(name)] is not a follower index")
    }

    /// - Throws: The server's error for a member that the body of a request may not have.
    static func refuseUnknown(
        _ body: JSON, _ known: Set<String>, _ parser: String, _ call: Call
    ) throws(ElasticError) {
        guard let name = body.object?.names.first(where: { !known.contains($0) }) else { return }
        let place = SourceMap(call.body).name(name)
        throw .xContent("[\(parser)] \(call.profile.unknownField(name))", at: place)
    }
}
