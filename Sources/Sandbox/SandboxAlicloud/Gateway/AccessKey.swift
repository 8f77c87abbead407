/// A key pair that the sandbox accepts.
package struct AccessKey: Sendable, Hashable {
    /// The public half.
    package let id: String
    /// The secret half.
    package let secret: String
    /// What a session adds; nil for a key of its own.
    package let token: String?

    /// Makes a key pair.
    package init(id: String, secret: String, token: String? = nil) {
        self.id = id
        self.secret = secret
        self.token = token
    }
}
