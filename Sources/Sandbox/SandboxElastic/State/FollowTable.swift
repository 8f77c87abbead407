/// What a cluster replicates from others.
struct FollowTable: Sendable {
    /// What is followed, by the follower's name.
    var followings: [String: Following] = [:]
    /// What a plugin replicates, by the follower's name.
    var plugin: [String: PluginFollowing] = [:]
    /// Followers that the experimental plugin refused but still treats as its own, until they are stopped.
    var strays: Set<String> = []
    /// Patterns of a plugin, by cluster and name.
    var rules: [String: PluginRule] = [:]
    /// Patterns by name.
    var patterns: [String: AutoFollowPattern] = [:]
    /// What went wrong when patterns were applied, the latest last.
    private(set) var errors: [AutoFollowError] = []
    /// How many indices patterns have made followers of.
    var successes = 0

    /// As many as a server keeps.
    private static let kept = 256

    /// Keeps an error, once for each index and pattern.
    mutating func add(_ error: AutoFollowError) {
        errors.removeAll { $0.pattern == error.pattern && $0.leaderIndex == error.leaderIndex }
        errors.append(error)
        if errors.count > FollowTable.kept { errors.removeFirst() }
    }
}
