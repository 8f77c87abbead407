internal import Files

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
    /// The folder that one that was found beside a runbook must lie in, with all files that it names.
    private let root: String?

    /// Describes a file; its name and real path follow from `file`.
    ///
    /// - Parameter root: The folder of the runbook or of its repository, for one that was found beside it; without it,
    ///   the folder above `environments`.
    package init(file: String, origin: EnvironmentOrigin, root: String? = nil) {
        self.file = file
        self.origin = origin
        self.root = root ?? FilePath.real(FilePath.join(FilePath.folder(file), ".."))
        path = FilePath.real(file) ?? FilePath.absolute(file)
        let last = FilePath.name(file)
        name = last.hasSuffix(".yaml") ? String(last.dropLast(5)) : last
    }

    /// Who chose this file.
    var trust: FileTrust { origin == .path ? .named : trustInside }

    /// Who chose the files that this file names.
    var trustInside: FileTrust { origin == .repository ? .inside(root ?? "/nowhere") : .own }
}
