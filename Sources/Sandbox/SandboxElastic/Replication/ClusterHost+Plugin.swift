internal import OrderedJSON
internal import SandboxWorld

extension ClusterHost {
    /// Takes over what leaders have for followers of the plugin, and follows what its patterns name.
    ///
    /// - Returns: Whether anything changed.
    func catchUpPlugin(_ plugin: ReplicationPlugin, to now: SandboxInstant) -> Bool {
        var isChanged = poll(plugin, at: now)
        let active = withState { $0.follows.plugin.filter(\.value.isActive) }
        for (name, following) in active.sorted(by: { $0.key < $1.key }) {
            isChanged = catchUp(name, following, plugin, to: now) || isChanged
        }
        return isChanged
    }

    private func catchUp(
        _ name: String, _ following: PluginFollowing, _ plugin: ReplicationPlugin, to now: SandboxInstant
    ) -> Bool {
        guard let remote = withState({ $0.remotes[following.remote] }) else { return false }
        guard let peer = connect(following.remote, remote) else {
            withState { state in
                if state.follows.plugin[name]?.away == nil { state.follows.plugin[name]?.away = now }
            }
            return false
        }
        if let isEnded = comeBack(name, following, plugin, at: now) { return isEnded }
        let found = peer.withState { state -> Index? in
            state.indices[following.leaderIndex].flatMap { $0.uuid == following.leaderUUID ? $0 : nil }
        }
        guard let leader = found, leader.isOpen else {
            let error =
                found.map { ElasticError.indexClosed($0) }
                ?? .indexNotFound(following.leaderIndex, resource: nil)
            return lose(name, following, plugin, error, at: now)
        }
        if let access = following.access,
            let error = PluginRights.lost(
                access, leader: leader.name, follower: name, at: peer, plugin, withState { $0.security })
        {
            return lose(name, following, plugin, error, at: now)
        }
        return withState { state -> Bool in
            state.follows.plugin[name]?.trouble = nil
            return state.takeOver(leader, into: name, following, plugin, at: now)
        }
    }

    /// What follows when a leader can be reached again: after too long a time the replication ends, some time later.
    ///
    /// - Returns: nil when it continues as before.
    private func comeBack(
        _ name: String, _ following: PluginFollowing, _ plugin: ReplicationPlugin, at now: SandboxInstant
    ) -> Bool? {
        guard let end = plugin.silentEnd, let away = following.away else {
            withState { $0.follows.plugin[name]?.away = nil }
            return nil
        }
        let returned = following.returned ?? now
        if returned - away < end.away, following.returned == nil {
            withState { $0.follows.plugin[name]?.away = nil }
            return nil
        }
        if now - returned < end.after {
            withState { $0.follows.plugin[name]?.returned = returned }
            return false
        }
        withState { $0.endPlugin(name, plugin, at: now) }
        return true
    }

    /// Notes that the leader index is gone or closed; after a while the replication is paused, or over without a word.
    private func lose(
        _ name: String, _ following: PluginFollowing, _ plugin: ReplicationPlugin, _ error: ElasticError,
        at now: SandboxInstant
    ) -> Bool {
        let since = following.trouble ?? now
        return withState { state -> Bool in
            state.follows.plugin[name]?.trouble = since
            guard now - since >= plugin.patience else { return false }
            if plugin == .openDistro {
                state.endPlugin(name, plugin, at: now)
            } else {
                let kind =
                    switch error.type {
                    case "index_closed_exception": "org.opensearch.indices.IndexClosedException"
                    case "security_exception": "org.opensearch.OpenSearchSecurityException"
                    default: "org.opensearch.index.IndexNotFoundException"
                    }
                state.follows.plugin[name]?.pauseReason =
                    "AutoPaused:  + [[\(name)][0] - \(kind) - \"\(error.reason)\"], "
            }
            return true
        }
    }

    /// Begins to replicate; the follower is restored, and then kept up.
    func beginPlugin(
        _ name: String, leader: Index, of remote: String, _ settings: SettingsMap, _ plugin: ReplicationPlugin,
        _ access: FollowAccess?, _ call: Call
    ) {
        let now = call.now
        let uuid = world.makeIdentifier(count: 22)
        var own = leader.settings
        for setting in own.names where setting.hasPrefix("index.blocks.") || setting.contains("retention_lease.pruning")
        {
            own[setting] = nil
        }
        own.apply(settings)
        own["index.uuid"] = .text(uuid)
        own[plugin.setting] = .text("\(remote):\(leader.name)")
        var index = Index(
            name: name, uuid: uuid, settings: own, routingShards: leader.routingShards, at: now)
        index.mapping = leader.mapping
        if plugin == .openSearch { index.aliases = leader.aliases }
        let (repository, snapshot) = plugin.repository(remote)
        index.begin(
            Recovery(
                source: .snapshot(
                    repository: repository, snapshot: snapshot, index: leader.name, uuid: uuid,
                    version: profile.build.number),
                work: ShardWork(start: now, shards: index.shardCount), firstShard: 0,
                files: index.shards.map { _ in ShardFiles(count: 1, bytes: 230) }))
        var following = PluginFollowing(
            remote: remote, leaderIndex: leader.name, leaderUUID: leader.uuid, start: now, resumed: now, synced: now)
        following.access = access
        withState { [index, following] state in
            if plugin == .openSearch { state.storeReplications(at: now) }
            state.indices[name] = index
            state.follows.plugin[name] = following
        }
    }

    /// Compares the indices of leaders with the patterns, where it is time.
    private func poll(_ plugin: ReplicationPlugin, at now: SandboxInstant) -> Bool {
        let rules = withState { $0.follows.rules.filter { $0.value.due <= now } }
        var isChanged = false
        for (key, rule) in rules.sorted(by: { $0.key < $1.key }) {
            withState { $0.follows.rules[key]?.due = now + plugin.pollInterval }
            guard let remote = withState({ $0.remotes[rule.remote] }), let peer = connect(rule.remote, remote) else {
                continue
            }
            let leaders = peer.withState { state in
                state.indices.values.filter {
                    $0.isOpen && Wildcard.matches(rule.pattern, $0.name) && !$0.name.hasPrefix(".")
                }
                .map(\.withoutDocuments).sorted { $0.name < $1.name }
            }
            for leader in leaders {
                let isThere = withState { !$0.indices.isFree(leader.name) }
                let isFollowed = withState { $0.follows.plugin[leader.name] != nil }
                if isFollowed { continue }
                if isThere {
                    withState { state in _ = state.follows.rules[key]?.failed.insert(leader.name) }
                    continue
                }
                beginPlugin(
                    leader.name, leader: leader, of: rule.remote, SettingsMap(), plugin, rule.access,
                    Call(replicating: self, at: now))
                withState { $0.follows.rules[key]?.successes += 1 }
                isChanged = true
            }
        }
        return isChanged
    }
}

extension ClusterState {
    /// Makes an ordinary index of a follower: it is closed, freed and opened again.
    mutating func endPlugin(_ name: String, _ plugin: ReplicationPlugin, at now: SandboxInstant) {
        follows.plugin[name] = nil
        indices.change(name) { index in
            var change = SettingsMap()
            change[plugin.setting] = .null
            index.close(at: now)
            index.update(change)
            index.open(at: now)
        }
    }

    /// Takes over the operations of a leader that have come through, and its settings and aliases where it is time.
    fileprivate mutating func takeOver(
        _ leader: Index, into name: String, _ following: PluginFollowing, _ plugin: ReplicationPlugin,
        at now: SandboxInstant
    ) -> Bool {
        guard let follower = indices[name], follower.isOpen else { return false }
        var count = 0
        for (number, shard) in leader.shards.enumerated() where number < follower.shardCount {
            guard follower.recovery.isDone(number, at: now) else { continue }
            let position = follower.shards[number].nextSequenceNumber
            let operations = shard.arrived(from: position, plugin, since: following.resumed, now)
            if operations.isEmpty { continue }
            count += operations.count
            indices.change(name) { index in
                index.takeMapping(from: leader)
                for operation in operations {
                    let moment = Swift.min(operation.at + plugin.lag, now)
                    index.write(toShard: number, at: moment) { $0.replicate(operation, at: moment) }
                }
                if operations.contains(where: { $0.at <= following.start }) { index.refreshShard(number) }
            }
        }
        follows.plugin[name]?.operations += count
        var isSynced = false
        if let interval = plugin.metadataInterval, now - following.synced >= interval {
            follows.plugin[name]?.synced = now
            isSynced = indices.change(name) { $0.takeMetadata(from: leader) } ?? false
        }
        return count > 0 || isSynced
    }
}

extension Shard {
    /// The operations from a position on that have come through until now.
    fileprivate func arrived(
        from position: Int, _ plugin: ReplicationPlugin, since resumed: SandboxInstant, _ now: SandboxInstant
    ) -> [Entry] {
        var found: [Entry] = []
        for place in entries.indices.dropFirst(position) {
            let entry = entries[place]
            let isAlone =
                (place == 0 || entries[place - 1].at != entry.at)
                && (place + 1 == entries.count || entries[place + 1].at != entry.at)
            let lag = entry.at <= resumed ? .zero : isAlone ? plugin.idleLag : plugin.lag
            if entry.at + lag > now { break }
            found.append(entry)
        }
        return found
    }
}

extension Index {
    /// Joins the fields of its leader with its own.
    fileprivate mutating func takeMapping(from leader: Index) {
        var joined = mapping
        // A field that the follower has under another type stays as it is.
        guard (try? joined.merge(leader.mapping)) != nil else { return }
        mapping = joined
    }

    /// Takes over aliases, and settings that may change; returns whether something was new.
    fileprivate mutating func takeMetadata(from leader: Index) -> Bool {
        let own: Set<String> = [
            "index.uuid", "index.creation_date", "index.provided_name", "index.version.created",
            "index.number_of_shards",
        ]
        var changes = SettingsMap()
        for name in leader.settings.names
        where !own.contains(name) && !name.hasPrefix("index.blocks.") && !name.hasPrefix("index.plugins.")
            && settings[name] != leader.settings[name]
        {
            changes[name] = leader.settings[name]
        }
        let hasAliases = aliases.count != leader.aliases.count
        aliases = leader.aliases
        if !changes.isEmpty { update(changes) }
        return hasAliases || !changes.isEmpty
    }
}
