/// How an environment file was found, which decides how far it is trusted.
package enum EnvironmentOrigin: Sendable, Hashable {
    /// The operator named its path.
    case path
    /// By its name, in the operator's own configuration folder.
    case configuration
    /// By its name, beside the runbook or at the root of its repository: who wrote the runbook may have written it.
    case repository
}
