/// Who may use a system that asks for a user, all of it: what environment files of the sandbox say.
package struct SandboxAccess: Sendable, Hashable {
    /// The user's name.
    package let user: String
    /// The password.
    package let password: String

    /// Describes a user.
    package init(user: String, password: String) {
        self.user = user
        self.password = password
    }
}
