/// As whom the plugin replicates an index.
struct FollowAccess: Sendable {
    let principal: Principal
    /// The role that counts on the leader; nil for all of the user's.
    var leaderRole: String?
    /// The role that counts on the follower; nil for all of the user's.
    var followerRole: String?
}
