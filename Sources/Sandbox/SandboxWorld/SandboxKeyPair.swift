/// A key pair that signs requests: who starts a sandbox may bring one that it accepts besides its own.
package struct SandboxKeyPair: Sendable, Hashable {
    /// The public half.
    package let id: String
    /// The secret half.
    package let secret: String

    /// Describes a key pair.
    package init(id: String, secret: String) {
        self.id = id
        self.secret = secret
    }
}
