internal import SandboxWorld

/// The replication of one leader index into one follower.
struct Following: Sendable {
    /// How far one shard is.
    struct ShardProgress: Sendable {
        /// What its leader had when it was last read.
        var leaderOperations = 0
        /// What it has taken over since the restore.
        var operations = 0
        var bytes = 0
        var reads = 0
        var lastRead: SandboxInstant
    }

    /// Why nothing is read.
    struct Failure: Sendable {
        let error: ElasticError
        let since: SandboxInstant
        /// Whether the replication tries again by itself.
        let isRetried: Bool
    }

    let remote: String
    let leaderIndex: String
    let leaderUUID: String
    var parameters: FollowParameters
    var isPaused = false
    var shards: [ShardProgress]
    var failure: Failure?
    /// What of the leader's was taken over last.
    var mappingVersion = 1
    var settingsVersion = 1
    var aliasesVersion = 1

    /// How long an operation takes from its leader to the follower.
    static let lag: Duration = .milliseconds(100)
}
