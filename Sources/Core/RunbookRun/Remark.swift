/// What a person says beside an answer: a note, and files that show what was seen.
package struct Remark: Sendable, Hashable {
    /// A file that was attached; the store keeps its bytes by their hash, the journal only this.
    package struct File: Sendable, Hashable {
        /// The name, without folders.
        package let name: String
        /// The number of bytes.
        package let size: Int
        /// The SHA-256 of its bytes in lowercase hexadecimal digits.
        package let sha256: String

        /// Names a file.
        package init(name: String, size: Int, sha256: String) {
            self.name = name
            self.size = size
            self.sha256 = sha256
        }
    }

    /// The note; empty where there is none.
    package let note: String
    /// The files.
    package let files: [File]

    /// Makes a remark; nil when nothing is said.
    package init?(note: String = "", files: [File] = []) {
        if note.isEmpty, files.isEmpty { return nil }
        self.note = note
        self.files = files
    }

    /// The same with its note changed.
    package func with(note: String) -> Remark { Remark(note: note, files: files) ?? self }
}
