/// Who asks.
struct Principal: Sendable, Hashable {
    /// The user's name.
    let name: String
    /// The roles that a directory gives the user, which roles of the cluster are mapped to.
    var backendRoles: [String] = []
    /// The API key that was used; nil for a password.
    var apiKey: String?

    /// How errors name the user.
    var text: String {
        "User [name=\(name), backend_roles=[\(backendRoles.joined(separator: ", "))], requestedTenant=null]"
    }
}
