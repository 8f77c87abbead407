extension TargetKind {
    /// Keys below a key.
    ///
    /// Its settings reach the handler as an object; its secrets by the names of both keys, such as `proxy_password`.
    public struct Group: Sendable, Hashable {
        /// The keys.
        public let keys: [Key]
        /// What they require of each other.
        public let rules: [Rule]
        /// The key that a plain value stands for; nil when there must be a mapping.
        public let shorthand: String?

        /// Makes a group.
        public init(keys: [Key], rules: [Rule] = [], shorthand: String? = nil) {
            self.keys = keys
            self.rules = rules
            self.shorthand = shorthand
        }

        /// How TLS is spoken.
        static let tls = Group(
            keys: [
                Key(
                    name: "ca", form: .file,
                    summary: "Certificates (PEM) of the authorities that may sign the server's certificate."),
                Key(name: "cert", form: .file, summary: "The client certificate."),
                Key(name: "key", form: .file, summary: "The private key of `cert`."),
                Key(name: "server_name", form: .text, summary: "The name that the server's certificate must have."),
                Key(name: "verify", form: .flag, summary: "`false` accepts any certificate."),
            ],
            rules: [
                .needs("cert", "key", help: "add `key: PATH`, the private key that belongs to it"),
                .needs("key", "cert", help: "add `cert: PATH`, the certificate that belongs to it"),
            ])

        /// An HTTP proxy.
        static let proxy = Group(
            keys: [
                Key(
                    name: "url", form: .url, isRequired: true, summary: "The address of the proxy.",
                    example: "url: http://HOST:3128"
                ),
                Key(name: "user", form: .secretOrText, summary: "The user name for the proxy."),
                Key(name: "password", form: .secret, summary: "The password of this user."),
            ], rules: .userAndPassword, shorthand: "url")
    }
}
