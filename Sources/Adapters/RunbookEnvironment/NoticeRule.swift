package import RunbookModel

/// Which occasions of a run are sent to people, and how.
package struct NoticeRule: Sendable, Hashable {
    /// How a notice is sent.
    package enum Way: Sendable, Hashable {
        /// A program and its arguments; the notice is its standard input.
        case command([String], directory: String)
        /// A URL that the notice is sent to.
        case webhook(String)
        /// A URL that is a secret, as those of chats are.
        case secretWebhook(SecretSource)
    }

    /// The occasions.
    package let occasions: Set<Occasion>
    /// How a notice is sent.
    package let way: Way
    /// Where it stands.
    package let span: SourceSpan

    /// Whether it reaches nothing but this machine, and runs nothing.
    var isHarmless: Bool {
        guard case .webhook(let url) = way, let address = try? HTTPAddress(parsing: url) else { return false }
        return address.isLoopback
    }
}
