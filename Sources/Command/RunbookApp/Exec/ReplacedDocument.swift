package import RunbookRun

/// A document that an edited one has replaced in a run.
package struct ReplacedDocument: Sendable {
    /// The document.
    package let document: RunnableDocument
    /// When it was replaced.
    package let until: Timestamp

    /// Makes a document.
    package init(_ document: RunnableDocument, until: Timestamp) {
        self.document = document
        self.until = until
    }
}
