extension TargetKind {
    /// What keys of one mapping require of each other; `help` says what to do.
    public enum Rule: Sendable, Hashable {
        /// One of the keys must be there; the message names the first.
        case anyOf([String], help: String)
        /// At most one of the keys may be there.
        case exclusive([String], help: String)
        /// The first key makes no sense without the second.
        case needs(String, String, help: String)

        /// The keys it is about.
        public var keys: [String] {
            switch self {
            case .anyOf(let keys, _), .exclusive(let keys, _): keys
            case .needs(let one, let other, _): [one, other]
            }
        }
    }
}

extension [TargetKind.Rule] {
    /// Basic authentication: `user` and `password`, only together.
    public static let userAndPassword: [TargetKind.Rule] = [
        .needs("user", "password", help: "add `password: { env: VARIABLE }`"),
        .needs("password", "user", help: "add `user: NAME`"),
    ]
}
