internal import SandboxWorld

/// The replication of one leader index by the plugin of Open Distro or OpenSearch.
struct PluginFollowing: Sendable {
    let remote: String
    let leaderIndex: String
    let leaderUUID: String
    /// When it began, and when it was last resumed: what the leader had then is taken at once.
    let start: SandboxInstant
    var resumed: SandboxInstant
    /// When settings and aliases were last taken over.
    var synced: SandboxInstant
    /// Why it is paused; nil when it is not.
    var pauseReason: String?
    /// Why it has failed; nil when it has not failed.
    var failure: String?
    /// Since when the leader index is gone or closed.
    var trouble: SandboxInstant?
    /// Since when the leader cannot be reached, and when it could be again after too long.
    var away: SandboxInstant?
    var returned: SandboxInstant?
    /// What it has taken over.
    var operations = 0
    /// As whom; nil where nobody is asked for.
    var access: FollowAccess?

    /// Whether it takes over what its leader has.
    var isActive: Bool { pauseReason == nil && failure == nil }

    /// The step of its beginning that it is in, in milliseconds since it began.
    func phase(at now: SandboxInstant) -> Phase {
        switch now.milliseconds - start.milliseconds {
        case ..<60: .running
        case ..<120: .bootstrapping
        case ..<150: .running
        default: .syncing
        }
    }

    enum Phase { case running, bootstrapping, syncing }
}
