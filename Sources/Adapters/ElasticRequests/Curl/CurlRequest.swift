package import RunbookModel

/// A request that a curl command makes.
package struct CurlRequest: Sendable, Hashable {
    /// The request.
    package let request: RequestTemplate
    /// The user that takes the place of the target's own; nil without `-u`.
    package let user: Template?
    /// That user's password.
    package let password: Template?
    /// The server that the command names literally, which must be the target's own; nil when a value names the target.
    package let server: ServerAddress?
}
