package import RunbookModel

/// The files that documents name by their paths from themselves.
package protocol NamedFiles: Sendable {
    /// The real path of the folder that no such path may leave, for a document at a real path.
    func root(of document: String) -> String

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - name: The path from the document that names it.
    ///   - document: That document: as the user named it, and its real path.
    ///   - root: The real path of the folder that it may not leave.
    /// - Throws: `NamedFileFailure` that says why it cannot be read.
    func read(
        _ name: String, from document: (file: String, path: String), inside root: String
    ) throws(NamedFileFailure) -> NamedFile
}

/// A file that a document names.
package struct NamedFile: Sendable {
    /// The text, under the name that a user knows.
    package let source: SourceText
    /// The real path.
    package let path: String

    /// Makes a file.
    package init(source: SourceText, path: String) {
        self.source = source
        self.path = path
    }
}

/// Why a file that a document names cannot be read.
package struct NamedFileFailure: Error, Sendable, Hashable {
    /// The reason, as a phrase.
    package let reason: String

    /// Makes a failure.
    package init(_ reason: String) { self.reason = reason }
}
