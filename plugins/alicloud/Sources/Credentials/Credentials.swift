import RunbookModel

/// Who signs requests.
struct Credentials: Sendable, Hashable {
    /// The public half of the key pair.
    let keyID: String
    let secret: Secret
    /// What a session adds; nil for a key of its own.
    let token: Secret?
    /// When they end, in milliseconds since 1970-01-01T00:00:00Z; nil for never.
    var expires: Int?
}
