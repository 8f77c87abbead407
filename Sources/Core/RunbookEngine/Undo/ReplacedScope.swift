package import RunbookRun

/// A document that an edited one has replaced; nothing of it is run, but what was done of it is taken back by it.
package struct ReplacedScope: Sendable {
    /// The document.
    package let scope: Scope
    /// When it was replaced.
    package let until: Timestamp

    /// Makes a document.
    package init(_ scope: Scope, until: Timestamp) {
        self.scope = scope
        self.until = until
    }
}
