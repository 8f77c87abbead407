internal import SandboxWorld

/// Why an index that a pattern names is not followed.
struct AutoFollowError: Sendable {
    let pattern: String
    let leaderIndex: String
    let at: SandboxInstant
    let error: ElasticError
}
