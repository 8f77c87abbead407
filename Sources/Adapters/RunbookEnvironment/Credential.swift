package import RunbookModel

/// A secret that a target needs, by the name handlers know it by.
package struct Credential: Sendable, Hashable {
    /// The key of the environment file, such as `password`.
    package let name: String
    /// Where the secret comes from.
    package let source: SecretSource
    /// Where the file says so.
    package let span: SourceSpan
}
