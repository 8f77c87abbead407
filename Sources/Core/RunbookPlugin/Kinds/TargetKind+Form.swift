extension TargetKind {
    /// What the value of a key is.
    ///
    /// The first six are what the manifest of an external plugin may use.
    public enum Form: Sendable, Hashable {
        /// Text.
        case text
        /// A host name, an IP address, or the absolute path of a folder with a socket; an address of the target.
        case host
        /// A port, 1 to 65535.
        case port
        /// The address of an HTTP server; an address of the target.
        case url
        /// `true` or `false`.
        case flag
        /// Where a secret comes from; never the secret.
        case secret

        /// Text, or where a secret comes from.
        case secretOrText
        /// Text that a regular expression must match whole.
        ///
        /// - Parameters:
        ///   - noun: What it is, with its article, such as `a space's identifier`.
        ///   - help: How it is found or written.
        case pattern(String, noun: String, help: String)
        /// A host and a port, such as `10.8.1.20:9300`; no address that anything is sent to.
        case hostAndPort
        /// A list of names.
        case names
        /// Addresses of HTTP servers by the names of the systems of the target, or by `default` for all of them; each is an
        /// address of the target. A system without one is on another machine.
        case urls(of: [String])
        /// The path of a file that must be readable before a run; a relative one begins at the environment file's folder.
        case file
        /// The name of another target of the file.
        case target
        /// Keys below this one.
        case group(Group)
        /// The group of keys that say how TLS is spoken; a certificate that it leaves unverified is warned of.
        case tls
        /// The group of keys that name an HTTP proxy, or its address alone.
        case proxy

        /// The keys below it, when there are some.
        public var group: Group? {
            switch self {
            case .group(let group): group
            case .tls: .tls
            case .proxy: .proxy
            default: nil
            }
        }

        /// The forms that a `plugin.json` may name, with their words.
        public static let wire: [(word: String, form: Form)] = [
            ("text", .text), ("host", .host), ("port", .port), ("url", .url), ("flag", .flag), ("secret", .secret),
        ]

        /// The word for it in a `plugin.json`; nil for one that only handlers have that are compiled in.
        public var word: String? { Form.wire.first { $0.form == self }?.word }
    }
}
