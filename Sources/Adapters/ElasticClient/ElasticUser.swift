package import RunbookModel

/// A user that a request brings along, instead of the target's own.
package struct ElasticUser: Sendable, Hashable {
    /// The name.
    package let name: String
    /// The password.
    package let password: String

    /// The user that an action holds; nil without one.
    package init?(_ action: Action) {
        guard let name = action.field("user") else { return nil }
        self.name = name
        password = action.field("password") ?? ""
    }
}
