internal import OrderedJSON
internal import SandboxWorld

extension ClusterHost {
    /// Begins to follow: a follower of the leader's settings and mapping is restored, and then kept up.
    func follow(_ request: FollowRequest, _ call: Call) throws(ElasticError) {
        let leader = try leader(request.leader, of: request.remote)
        if !leader.isOpen { throw .indexClosed(leader) }
        if !leader.hasSoftDeletes(profile(of: request.remote)) {
            throw .illegalArgument("leader index [\(request.leader)] does not have soft deletes enabled")
        }
        let overridden = request.settings.names.filter { leader.settings[$0] != nil && !Self.own.contains($0) }
        if !overridden.isEmpty {
            let list = overridden.map { "\"\($0)\":\"\(request.settings.text($0) ?? "null")\"" }.joined(separator: ",")
            throw .illegalArgument("can not put follower index that could override leader settings {\(list)}")
        }
        try IndexName.check(request.follower, call)
        let created = withState { state -> Result<Void, ElasticError> in
            Result { () throws(ElasticError) in try add(request, leader, call, &state) }
        }
        try created.get()
    }

    /// Settings that a follower may have of its own.
    private static let own: Set<String> = ["index.number_of_replicas", "index.refresh_interval"]

    private func add(
        _ request: FollowRequest, _ leader: Index, _ call: Call, _ state: inout ClusterState
    ) throws(ElasticError) {
        let reference = "_ccr_\(request.remote):_latest_/_latest_"
        let current = state.indices[request.follower]
        if let current {
            try RestoreOperations.check(current, against: leader, reference)
        } else if state.indices.values.contains(where: { $0.aliases[request.follower] != nil }) {
            throw IndexName.invalid(request.follower, "already exists as alias")
        }
        var settings = leader.settings
        for name in request.settings.names { settings[name] = request.settings[name] }
        let uuid = current?.uuid ?? call.makeIdentifier(22)
        settings["index.uuid"] = .text(uuid)
        settings["index.provided_name"] = .text(request.follower)
        settings["index.soft_deletes.enabled"] = .text("true")
        settings[Index.followingSetting] = .text("true")
        for name in settings.names where name.hasPrefix("index.blocks.") { settings[name] = nil }
        var index = Index(
            name: request.follower, uuid: uuid, settings: settings, routingShards: leader.routingShards, at: call.now)
        index.mapping = leader.mapping
        if profile.has(.followsAliases) { index.aliases = leader.replicatedAliases }
        let work = ShardWork(start: call.now, shards: index.shardCount)
        index.begin(
            Recovery(
                source: .snapshot(
                    repository: "_ccr_\(request.remote)", snapshot: "_latest_", index: leader.name, uuid: uuid,
                    version: profile.build.number),
                work: work, firstShard: 0, files: index.shards.map { _ in ShardFiles(count: 1, bytes: 230) }))
        try ShardLimit.check(creating: index, state, call)
        state.indices[request.follower] = index
        state.follows.followings[request.follower] = Following(
            remote: request.remote, leaderIndex: leader.name, leaderUUID: leader.uuid,
            parameters: request.parameters,
            shards: (0..<index.shardCount).map { _ in .init(lastRead: call.now) },
            settingsVersion: leader.settingsVersion, aliasesVersion: leader.aliasesVersion)
    }

    /// The remote cluster of an alias.
    ///
    /// - Throws: The server's error when the cluster is unknown or cannot be reached.
    func peer(of alias: String) throws(ElasticError) -> ClusterHost {
        guard let remote = withState({ $0.remotes[alias] }) else {
            throw ElasticError("no_such_remote_cluster_exception", "no such remote cluster: [\(alias)]", status: 404)
        }
        guard let peer = connect(alias, remote) else { throw ClusterHost.refused(remote, alias: alias, profile) }
        return peer
    }

    /// A leader index as its cluster has it now, without its documents.
    ///
    /// - Throws: The server's error when the cluster is unknown or cannot be reached, or has no such index.
    func leader(_ name: String, of alias: String) throws(ElasticError) -> Index {
        guard let index = try peer(of: alias).withState({ $0.indices[name]?.withoutDocuments }) else {
            throw .indexNotFound(name, resource: nil)
        }
        return index
    }

    private func profile(of alias: String) -> Profile {
        withState { $0.remotes[alias] }.flatMap { connect(alias, $0) }?.profile ?? profile
    }
}

extension Index {
    /// Whether deleted documents are kept for followers, by default or because it was said.
    func hasSoftDeletes(_ profile: Profile) -> Bool {
        settings.text("index.soft_deletes.enabled").map { $0 == "true" } ?? profile.has(.softDeletes)
    }
}
