/// A target as a plan knows it: where it is and where its credentials come from, never what they are.
package struct PlannedTarget: Sendable, Hashable {
    /// A credential's name and source.
    package struct Credential: Sendable, Hashable {
        /// The name, such as `password`.
        package let name: String
        /// Where it comes from: `env:NAME`, `file:PATH`, `command`.
        package let source: String

        /// Makes a credential.
        package init(name: String, source: String) {
            self.name = name
            self.source = source
        }
    }

    /// The name that steps use.
    package let name: String
    /// The kind.
    package let kind: String
    /// Where it is; nil when only the run knows, as on a sandbox.
    package let address: String?
    /// The user that requests are made as.
    package let user: String?
    /// The credentials.
    package let credentials: [Credential]
    /// Whether its certificate is verified.
    package let isVerified: Bool

    /// Makes a target.
    package init(
        name: String, kind: String, address: String?, user: String? = nil, credentials: [Credential] = [],
        isVerified: Bool = true
    ) {
        self.name = name
        self.kind = kind
        self.address = address
        self.user = user
        self.credentials = credentials
        self.isVerified = isVerified
    }
}
