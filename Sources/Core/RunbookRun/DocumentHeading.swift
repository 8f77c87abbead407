/// Which text a document has: what a plan and a run both say of it.
package struct DocumentHeading: Sendable, Hashable {
    /// The file as the user named it; not part of the hash of a plan, because checkouts differ.
    package let file: String
    /// The SHA-256 of its text, under which the store keeps the text itself.
    package let sha256: String

    /// Makes a heading.
    package init(file: String, sha256: String) {
        self.file = file
        self.sha256 = sha256
    }
}
