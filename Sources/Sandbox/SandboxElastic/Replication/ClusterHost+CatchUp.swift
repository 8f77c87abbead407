internal import SandboxWorld

extension ClusterHost {
    /// What was read of a leader for one follower.
    private struct Reading {
        /// The leader without its documents.
        let leader: Index
        /// For each shard the operations that have come through, and how many there are.
        let operations: [[Shard.Entry]]
        let totals: [Int]
    }

    /// Takes over what leaders had for their followers a lag ago, and follows what patterns name.
    ///
    /// - Returns: Whether anything changed.
    func catchUp(to now: SandboxInstant) -> Bool {
        if let plugin = profile.plugin { return catchUpPlugin(plugin, to: now) }
        let followed = followNewLeaders(at: now)
        let active = withState { state in state.follows.followings.filter { !$0.value.isPaused } }
        var changed = followed
        for (name, following) in active.sorted(by: { $0.key < $1.key }) {
            if following.failure?.isRetried == false { continue }
            changed = catchUp(name, following, at: now) || changed
        }
        return changed
    }

    private func catchUp(_ name: String, _ following: Following, at now: SandboxInstant) -> Bool {
        let positions = withState { state -> [Int]? in
            guard let index = state.indices[name], index.isOpen else { return nil }
            return index.shards.indices.map {
                index.recovery.isDone($0, at: now) ? index.shards[$0].nextSequenceNumber : -1
            }
        }
        guard let positions else { return false }
        let reading: Reading
        do throws(ElasticError) {
            reading = try read(following, from: positions, at: now)
        } catch {
            let isRetried = error.type != "index_not_found_exception"
            withState { state in
                guard state.follows.followings[name]?.failure == nil else { return }
                state.follows.followings[name]?.failure = Following.Failure(
                    error: error, since: now, isRetried: isRetried)
            }
            return false
        }
        return withState { state in
            apply(reading, to: name, at: now, &state)
        }
    }

    /// Reads a leader; no lock of this cluster is held.
    private func read(
        _ following: Following, from positions: [Int], at now: SandboxInstant
    ) throws(ElasticError) -> Reading {
        let found = try peer(of: following.remote).withState { state -> Reading? in
            guard let leader = state.indices[following.leaderIndex], leader.uuid == following.leaderUUID else {
                return nil
            }
            let operations = zip(leader.shards, positions).map { shard, position -> [Shard.Entry] in
                position < 0 ? [] : shard.operations(from: position, before: now, lag: Following.lag)
            }
            return Reading(
                leader: leader.withoutDocuments, operations: leader.isOpen ? operations : [],
                totals: leader.shards.map(\.nextSequenceNumber))
        }
        guard let found else { throw .indexNotFound(following.leaderIndex, resource: nil) }
        if !found.leader.isOpen { throw .indexClosed(found.leader) }
        return found
    }

    private func apply(
        _ reading: Reading, to name: String, at now: SandboxInstant, _ state: inout ClusterState
    ) -> Bool {
        guard var following = state.follows.followings[name] else { return false }
        let count = reading.operations.map(\.count).reduce(0, +)
        following.failure = nil
        for (number, operations) in reading.operations.enumerated() where number < following.shards.count {
            following.shards[number].lastRead = now
            following.shards[number].leaderOperations = reading.totals[number]
            if operations.isEmpty { continue }
            following.shards[number].reads += 1
            following.shards[number].operations += operations.count
            following.shards[number].bytes += operations.map { $0.source.count + 100 }.reduce(0, +)
        }
        let withAliases = profile.has(.followsAliases)
        let isChanged = state.indices.change(name) { index -> Bool in
            let taken = index.takeOver(from: reading.leader, withAliases: withAliases)
            if taken.mapping { following.mappingVersion += 1 }
            following.settingsVersion = reading.leader.settingsVersion
            following.aliasesVersion = reading.leader.aliasesVersion
            for (number, operations) in reading.operations.enumerated() {
                index.replicate(operations, toShard: number, lag: Following.lag)
            }
            return taken.mapping || taken.settings || taken.aliases || count > 0
        }
        state.follows.followings[name] = following
        return isChanged ?? false
    }

    /// Follows the indices that active patterns name and that are new.
    private func followNewLeaders(at now: SandboxInstant) -> Bool {
        let patterns = withState { state in
            state.follows.patterns.filter(\.value.isActive).sorted { $0.key < $1.key }
        }
        var isChanged = false
        for (name, pattern) in patterns {
            guard let remote = withState({ $0.remotes[pattern.remote] }),
                let peer = connect(pattern.remote, remote)
            else { continue }
            let leaders = peer.withState { state in
                state.indices.values.filter { index in
                    !pattern.known.contains(index.uuid) && pattern.matches(index.name) && index.isOpen
                        && index.recovery.work.start + Following.lag <= now
                }.map(\.withoutDocuments).sorted { $0.name < $1.name }
            }
            for leader in leaders {
                isChanged = true
                withState { state in _ = state.follows.patterns[name]?.known.insert(leader.uuid) }
                follow(leader, of: peer, by: name, pattern, patterns, at: now)
            }
        }
        return isChanged
    }

    private func follow(
        _ leader: Index, of peer: ClusterHost, by name: String, _ pattern: AutoFollowPattern,
        _ all: [(key: String, value: AutoFollowPattern)], at now: SandboxInstant
    ) {
        // It happened when the leader was new, however late somebody looks.
        let moment = min(leader.recovery.work.start + Following.lag, now)
        let others = all.filter {
            $0.key != name && $0.value.remote == pattern.remote && $0.value.matches(leader.name)
        }.map(\.key)
        do throws(ElasticError) {
            if !leader.hasSoftDeletes(peer.profile) {
                throw ElasticError(
                    "exception", "index [\(leader.name)] cannot be followed, because soft deletes are not enabled",
                    status: 500)
            }
            if !others.isEmpty {
                throw ElasticError(
                    "exception",
                    "index to follow [\(leader.name)] for pattern [\(name)] matches with other patterns "
                        + "[\(others.joined(separator: ", "))]", status: 500)
            }
            let request = FollowRequest(
                follower: pattern.follower(of: leader.name), remote: pattern.remote, leader: leader.name,
                settings: SettingsMap(), parameters: pattern.parameters)
            try follow(request, Call(replicating: self, at: moment))
            withState { $0.follows.successes += 1 }
        } catch {
            withState { state in
                state.follows.add(
                    AutoFollowError(pattern: name, leaderIndex: leader.name, at: moment, error: error))
            }
        }
    }
}

extension Call {
    /// What the cluster asks of itself.
    init(replicating host: ClusterHost, at now: SandboxInstant) {
        self.init(
            method: .put, path: "/", arguments: [:], query: QueryParameters([]), body: [], now: now,
            profile: host.profile, asked: now, system: host.system, httpAddress: "",
            makeIdentifier: { host.world.makeIdentifier(count: $0) }, warnings: Warnings(), unemulated: Warnings(),
            hints: Warnings())
    }
}
