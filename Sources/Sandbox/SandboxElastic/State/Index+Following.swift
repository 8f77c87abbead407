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

    /// Makes an ordinary index of a follower.
    mutating func endFollowing() {
        var change = SettingsMap()
        change[Index.followingSetting] = .null
        update(change)
    }

    /// Takes over mapping and aliases of its leader, and settings that may change.
    ///
    /// - Returns: Whether something was new.
    mutating func takeOver(from leader: Index) -> Bool {
        let isNew = mapping.json(withType: false) != leader.mapping.json(withType: false)
        if isNew { mapping = leader.mapping }
        return isNew
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
