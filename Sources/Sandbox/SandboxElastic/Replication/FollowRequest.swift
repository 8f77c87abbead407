/// What is to be followed as what.
struct FollowRequest: Sendable {
    let follower: String
    let remote: String
    let leader: String
    /// Settings of the follower's own.
    let settings: SettingsMap
    let parameters: FollowParameters
}
