internal import SandboxWorld

/// A pattern by which indices of a leader are followed, those that are there already as well.
struct PluginRule: Sendable {
    let name: String
    let remote: String
    let pattern: String
    /// When the leader's indices are compared with it next.
    var due: SandboxInstant
    var successes = 0
    /// Indices that could not be followed.
    var failed: Set<String> = []
    /// As whom they are followed; nil where nobody is asked for.
    var access: FollowAccess?
}
