/// An environment file that was found but not read yet.
package struct EnvironmentFile: Sendable, Hashable {
    /// The environment's name: the file's, without folder and ending.
    package let name: String
    /// The file as it was named or found.
    package let file: String
    /// The real path.
    package let path: String
    /// How it was found.
    package let origin: EnvironmentOrigin

    /// Describes a file; its name and real path follow from `file`.
    package init(file: String, origin: EnvironmentOrigin) {
        self.file = file
        self.origin = origin
        path = FilePath.real(file) ?? FilePath.absolute(file)
        let last = FilePath.name(file)
        name = last.hasSuffix(".yaml") ? String(last.dropLast(5)) : last
    }
}
