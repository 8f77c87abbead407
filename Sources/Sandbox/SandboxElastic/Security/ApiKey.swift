internal import SandboxWorld

/// A key that stands for the user who made it.
struct ApiKey: Sendable {
    let id: String
    let name: String
    let secret: String
    let owner: String
    let created: SandboxInstant
    /// When it ends; nil for never.
    let expires: SandboxInstant?
    var isInvalidated = false

    /// Whether it can be used at a moment.
    func isValid(at now: SandboxInstant) -> Bool { !isInvalidated && (expires.map { now < $0 } ?? true) }
}
