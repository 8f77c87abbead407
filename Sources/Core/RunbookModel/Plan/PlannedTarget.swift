/// A target as a plan knows it: where it is and where its credentials come from, never what they are.
public struct PlannedTarget: Sendable, Hashable {
    /// A credential's name and source.
    public struct Credential: Sendable, Hashable {
        /// The name, such as `password`.
        public let name: String
        /// Where it comes from: `env:NAME`, `file:PATH`, `command`.
        public let source: String

        /// Makes a credential.
        public init(name: String, source: String) {
            self.name = name
            self.source = source
        }
    }

    /// The name that steps use.
    public let name: String
    /// The kind.
    public let kind: String
    /// Where it is; nil when only the run knows, as on a sandbox.
    public let address: String?
    /// The user that requests are made as.
    public let user: String?
    /// The credentials.
    public let credentials: [Credential]
    /// Whether its certificate is verified.
    public let isVerified: Bool

    /// Makes a target.
    public init(
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
