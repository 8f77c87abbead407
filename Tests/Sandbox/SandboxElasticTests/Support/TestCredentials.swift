import Digests

/// `Authorization` headers.
enum TestCredentials {
    /// The header of `USER:PASSWORD` (RFC 7617).
    static func basic(_ text: String) -> String { "Basic \(Base64.encoded(Array(text.utf8)))" }
}
