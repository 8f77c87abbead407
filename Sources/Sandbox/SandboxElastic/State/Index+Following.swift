internal import SandboxWorld

extension Index {
    /// The setting that makes an index a follower.
    static let followingSetting = "index.xpack.ccr.following_index"

    /// Whether it takes operations of its leader only.
    var isFollower: Bool { settings.text(Index.followingSetting) == "true" }

    /// - Throws: The server's error when the index is a follower, which takes no writes of clients.
    func refuseFollower() throws(ElasticError) {
        guard isFollower else { return }
        throw ElasticError(
            "status_exception",
            "a following engine does not accept operations without an assigned sequence number", status: 403)
    }

    /// - Throws: The server's error when a mapping is put for a follower.
    static func refuseMapping(_ indices: [Index]) throws(ElasticError) {
        try refuse(
            indices, "can't put mapping to the following indices",
            "the mapping of the following indices are self-replicated from its leader indices")
    }

    /// - Throws: The server's error when aliases of a follower are changed.
    static func refuseAliases(_ indices: [Index]) throws(ElasticError) {
        try refuse(
            indices, "can't modify aliases on indices",
            "aliases of following indices are self-replicated from their leader indices")
    }

    private static func refuse(_ indices: [Index], _ what: String, _ why: String) throws(ElasticError) {
        let names = indices.filter(\.isFollower).map(\.name)
        if names.isEmpty { return }
        throw ElasticError("status_exception", "\(what) [\(names.joined(separator: ", "))]; \(why)", status: 403)
    }

    /// Makes an ordinary index of a follower.
    mutating func endFollowing() {
        var change = SettingsMap()
        change[Index.followingSetting] = .null
        update(change)
    }

    /// What a follower has taken over of its leader beside documents.
    struct Metadata {
        var mapping = false
        var settings = false
        var aliases = false
    }

    /// Takes over the mapping of its leader, the settings that are about it, and its aliases.
    ///
    /// - Parameter withAliases: Whether the version's followers take over aliases.
    mutating func takeOver(from leader: Index, withAliases: Bool) -> Metadata {
        var taken = Metadata()
        var changes = SettingsMap()
        for name in leader.settings.names
        where Index.isReplicated(name) && settings[name] != leader.settings[name] {
            changes[name] = leader.settings[name]
        }
        if !changes.isEmpty {
            update(changes)
            taken.settings = true
        }
        if mapping.json(withType: false) != leader.mapping.json(withType: false) {
            mapping = leader.mapping
            taken.mapping = true
        }
        let own = withAliases ? leader.replicatedAliases : aliases
        if own != aliases {
            change(aliases: own)
            taken.aliases = true
        }
        return taken
    }

    /// Its aliases as followers have them: nobody writes to a follower.
    var replicatedAliases: [String: Alias] {
        aliases.mapValues { alias in
            var alias = alias
            alias.isWriteIndex = false
            return alias
        }
    }

    /// Whether a setting that was changed at the leader is changed at its followers too: those that decide what a mapping
    /// may be, and how text is read.
    private static func isReplicated(_ name: String) -> Bool {
        ["index.mapping.", "index.analysis.", "index.similarity."].contains(where: name.hasPrefix)
            || ["index.max_ngram_diff", "index.max_shingle_diff"].contains(name)
    }

    /// Takes over operations of a leader's shard, each a lag after it was written there.
    mutating func replicate(_ operations: [Shard.Entry], toShard number: Int, lag: Duration) {
        for operation in operations {
            let moment = operation.at + lag
            write(toShard: number, at: moment) { $0.replicate(operation, at: moment) }
        }
        // What the leader had when the follower was restored is there for searches as soon as it is restored.
        if operations.contains(where: { $0.at <= recovery.work.start }) { refreshShard(number) }
    }
}
