extension Manifest {
    /// A kind of target.
    public struct TargetKind: Sendable, Hashable {
        /// The name, such as `elasticsearch`.
        public let name: String
        /// The properties that documents may read as `${target.property}`.
        public let properties: [String]
        /// What a declaration may demand of such a target besides `kind` and `description`.
        public let requirements: [String]
        /// The keys of such a target in an environment file; empty for the kinds that environment files know themselves.
        public let connection: [Connection]

        /// Makes a kind.
        public init(name: String, properties: [String], requirements: [String], connection: [Connection] = []) {
            self.name = name
            self.properties = properties
            self.requirements = requirements
            self.connection = connection
        }
    }

    /// A key of a target in an environment file.
    public struct Connection: Sendable, Hashable {
        /// The name.
        public let name: String
        /// What its value is.
        public let form: Form
        /// Whether a target must have it.
        public let isRequired: Bool
        /// One sentence about it.
        public let summary: String

        /// What the value of a key is.
        public enum Form: String, Sendable, Hashable, CaseIterable {
            /// Text.
            case text
            /// A host name, an IP address, or the absolute path of a folder with a socket.
            case host
            /// A port, 1 to 65535.
            case port
            /// The address of an HTTP server.
            case url
            /// `true` or `false`.
            case flag
            /// Where a secret comes from; never the secret.
            case secret
        }

        /// Makes a key.
        public init(name: String, form: Form, isRequired: Bool = false, summary: String) {
            self.name = name
            self.form = form
            self.isRequired = isRequired
            self.summary = summary
        }
    }
}
