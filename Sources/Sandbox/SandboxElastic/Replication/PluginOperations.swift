internal import OrderedJSON
internal import SandboxWorld

/// What the replication plugin is asked to do: start, stop, pause, resume, change.
enum PluginOperations {
    static func start(_ call: Call, _ host: ClusterHost) throws(ElasticError) -> Answer {
        guard let plugin = call.profile.plugin else { return .acknowledged }
        let follower = call.arguments["index"] ?? ""
        let names = plugin.members
        let body = try body(
            call, "FollowIndexRequestParser",
            known: plugin == .openDistro
                ? [names.remote, names.index] : [names.remote, names.index, "use_roles", "settings"])
        try checkRoles(body, call)
        let remote = body[names.remote]?.string
        let index = body[names.index]?.string
        try check(remote, index, follower, plugin)
        try mayStart(follower, plugin, call)
        let (leader, peer) = try leader(index ?? "", of: remote ?? "", plugin, host)
        let access = try PluginRights.begin(
            body, leader: leader.name, follower: follower, at: peer, plugin, call)
        let state = host.withState { state -> (Bool, Bool, Bool) in
            (
                state.follows.plugin[follower] != nil, state.indices[follower] != nil,
                state.settings.text("plugins.replication.follower.block.start") == "true"
            )
        }
        if state.2 {
            throw ElasticError("status_exception", "[FORBIDDEN] Replication START block is set", status: 403)
        }
        if state.0, plugin == .openDistro {
            throw ElasticError(
                "resource_already_exists_exception", "task with id {replication:index:\(follower)} already exist")
        }
        if host.withState({ state in state.indices[follower] == nil && !state.indices.isFree(follower) }) {
            throw IndexName.invalid(follower, "already exists as alias")
        }
        if state.1 {
            if plugin == .openDistro { host.withState { state in _ = state.follows.strays.insert(follower) } }
            let advice =
                plugin == .openDistro ? "Either close or delete the index:\(follower)" : "Delete the index:\(follower)"
            throw .illegalArgument("Cant use same index again for replication. \(advice)")
        }
        if follower != follower.lowercased() {
            throw ElasticError(
                "illegal_state_exception", "Timed out when waiting for persistent task after 30s", status: 500)
        }
        var settings = SettingsMap()
        if plugin == .openSearch {
            settings = SettingsMap(body["settings"] ?? [:]).prefixed("index.")
            try call.profile.indexSettings.check(settings)
        }
        if settings["index.number_of_shards"] != nil {
            host.withState { state in
                var following = PluginFollowing(
                    remote: remote ?? "", leaderIndex: leader.name, leaderUUID: leader.uuid, start: call.now,
                    resumed: call.now, synced: call.now)
                following.failure =
                    "Unable to initiate restore call for \(follower) from \(remote ?? ""):\(leader.name)"
                state.follows.plugin[follower] = following
            }
            throw ElasticError(
                "illegal_state_exception", "Timed out when waiting for persistent task after 30s", status: 500)
        }
        host.beginPlugin(follower, leader: leader, of: remote ?? "", settings, plugin, access, call)
        return .acknowledged
    }

    /// Refuses a user who may not start anything, before anybody looks for the leader.
    private static func mayStart(
        _ follower: String, _ plugin: ReplicationPlugin, _ call: Call
    ) throws(ElasticError) {
        try call.access?.require(["indices:admin/\(plugin.product)/replication/index/start"], on: [follower])
    }

    private static func checkRoles(_ body: JSON, _ call: Call) throws(ElasticError) {
        guard let roles = body["use_roles"]?.object else { return }
        let known: Set<String> = ["leader_cluster_role", "follower_cluster_role"]
        guard let unknown = roles.names.first(where: { !known.contains($0) }) else { return }
        let map = SourceMap(call.body)
        let place = map.name("use_roles", unknown)
        let end = map.end("use_roles")
        let cause = ElasticError.xContent("[UseRolesParser] unknown field [\(unknown)]", at: place)
        var error = ElasticError.xContent(
            "[FollowIndexRequestParser] failed to parse field [use_roles]", at: end, cause: cause)
        error.rootCauses = [cause]
        throw error
    }

    private static func check(
        _ remote: String?, _ index: String?, _ follower: String, _ plugin: ReplicationPlugin
    ) throws(ElasticError) {
        let names = plugin.members
        let missing = [(names.remote, remote), (names.index, index)].filter { $0.1 == nil }.map(\.0)
        if !missing.isEmpty {
            throw .validation(
                plugin == .openDistro
                    ? "Mandatory params are missing for the request"
                    : "Mandatory params [\(missing.joined(separator: ", "))] are missing for the request")
        }
        guard plugin == .openSearch else { return }
        let problems = [index ?? "", follower].compactMap { name -> String? in
            if let rule = IndexName.brokenRule(name) { return "Value \(name) \(rule)" }
            return name == name.lowercased() ? nil : "Value \(name) must be lowercase"
        }
        if !problems.isEmpty { throw .validation(problems) }
    }

    private static func leader(
        _ name: String, of remote: String, _ plugin: ReplicationPlugin, _ host: ClusterHost
    ) throws(ElasticError) -> (Index, ClusterHost) {
        let peer = try host.peer(of: remote)
        guard let index = peer.withState({ $0.indices[name]?.withoutDocuments }) else {
            let isAlias = peer.withState { state in state.indices.values.contains { $0.aliases[name] != nil } }
            throw .indexNotFound(isAlias ? "\(remote):\(name)" : name, resource: isAlias ? nil : "index_expression")
        }
        if plugin == .openSearch, !index.isOpen { throw .indexClosed(index) }
        return (index, peer)
    }

    /// The body of a request, which must be there.
    static func body(_ call: Call, _ parser: String, known: Set<String>) throws(ElasticError) -> JSON {
        if call.body.isEmpty { throw .parse("request body or source parameter is required") }
        let body = try call.json()
        try FollowOperations.refuseUnknown(body, known, parser, call)
        return body
    }

    private static func notInProgress(_ name: String) -> ElasticError {
        .illegalArgument("No replication in progress for index:\(name)")
    }

    static func stop(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        guard let plugin = call.profile.plugin else { return .acknowledged }
        _ = try body(call, "StopReplicationRequestParser", known: [])
        let name = call.arguments["index"] ?? ""
        if state.follows.strays.remove(name) != nil { return .acknowledged }
        guard state.follows.plugin[name] != nil else { throw notInProgress(name) }
        state.endPlugin(name, plugin, at: call.now)
        return .acknowledged
    }

    static func pause(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let body = try body(call, "PauseReplicationRequestParser", known: ["reason"])
        let name = call.arguments["index"] ?? ""
        guard let following = state.follows.plugin[name] else { throw notInProgress(name) }
        if following.pauseReason != nil {
            throw ElasticError("resource_already_exists_exception", "Index \(name) is already paused")
        }
        if following.phase(at: call.now) == .bootstrapping {
            throw ElasticError(
                "illegal_state_exception",
                "Index is in restore phase currently for index: \(name). You can pause after restore completes.",
                status: 500)
        }
        state.follows.plugin[name]?.pauseReason = body["reason"]?.string ?? "User initiated"
        return .acknowledged
    }

    static func resume(_ call: Call, _ host: ClusterHost) throws(ElasticError) -> Answer {
        _ = try body(call, "ResumeReplicationRequestParser", known: ["force_resume"])
        let name = call.arguments["index"] ?? ""
        guard let following = host.withState({ $0.follows.plugin[name] }) else { throw notInProgress(name) }
        if following.pauseReason == nil {
            throw ElasticError(
                "resource_already_exists_exception", "Replication on Index \(name) is already running")
        }
        _ = try leader(following.leaderIndex, of: following.remote, .openSearch, host)
        host.withState { state in
            state.follows.plugin[name]?.pauseReason = nil
            state.follows.plugin[name]?.trouble = nil
            state.follows.plugin[name]?.resumed = call.now
        }
        return .acknowledged
    }

    static func update(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let name = call.arguments["index"] ?? ""
        if call.body.isEmpty { throw .parse("request body or source parameter is required") }
        let json = try call.json()
        let settings = SettingsMap(json["settings"] ?? json).prefixed("index.")
        guard state.follows.plugin[name] != nil else { throw notInProgress(name) }
        try call.profile.indexSettings.check(settings)
        state.indices.change(name) { $0.update(settings) }
        return .acknowledged
    }
}
