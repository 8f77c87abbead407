package import RunbookModel

/// The files around a document, inside the root that may be read.
package protocol Documents: Sendable {
    /// Reads a file.
    ///
    /// - Throws: `Diagnostic` that says why it cannot be read.
    func read(_ file: String) throws(Diagnostic) -> SourceText
}
