internal import OrderedJSON

/// A pattern by which new indices of a remote cluster are followed.
struct AutoFollowPattern: Sendable {
    let remote: String
    let leaderPatterns: [String]
    let exclusions: [String]
    /// What followers are called; `{{leader_index}}` stands for the leader's name.
    let followPattern: String?
    /// What was said of the replication, as it was said.
    let parameters: FollowParameters
    var isActive = true
    /// The identifiers of leader indices that are followed, or were there before the pattern.
    var known: Set<String> = []

    /// Whether the pattern names a leader index.
    func matches(_ leader: String) -> Bool {
        leaderPatterns.contains { Wildcard.matches($0, leader) }
            && !exclusions.contains { Wildcard.matches($0, leader) }
    }

    /// The follower's name.
    func follower(of leader: String) -> String {
        followPattern?.replacing("{{leader_index}}", with: leader) ?? leader
    }
}
