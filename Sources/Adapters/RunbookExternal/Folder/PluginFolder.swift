internal import Glibc
package import RunbookModel
package import RunbookPlugin

/// A folder with a plugin, looked at but not run.
package struct PluginFolder: Sendable {
    /// The name of the manifest's file.
    package static let manifestName = "plugin.json"

    /// The folder's real path.
    package let path: String
    /// How it was found.
    package let origin: PluginOrigin
    /// What it says about itself.
    package let manifest: Manifest
    /// Its files.
    package let content: FolderContent
    /// The hash of its files when they were looked at.
    package let hash: String

    /// Whether its files are still those that were looked at; a run may continue for hours after that, and what is
    /// approved meanwhile is approved for them.
    var isUnchanged: Bool {
        let content = try? FolderContent.list(path, as: Problems(folder: path))
        return content?.hash == hash
    }

    /// The program's path.
    package var executable: String { path + "/" + (manifest.executable ?? "") }

    /// Looks at a folder.
    ///
    /// - Throws: `Problems` with everything that keeps it from being used.
    package init(_ folder: String, origin: PluginOrigin) throws(Problems) {
        let problems = Problems(folder: folder)
        if origin == .configuration, FolderContent.isLink(folder) {
            throw problems.with(
                "plugin/link", "it is a link, and its target could change without notice",
                "copy the folder itself there, or accept it in its place: `runbook plugin trust DIR`")
        }
        guard let pointer = realpath(folder, nil) else {
            throw problems.with(
                "plugin/unreadable", "the folder does not exist", "write the path of the folder of a plugin")
        }
        path = String(cString: pointer)
        free(pointer)
        self.origin = origin
        content = try FolderContent.list(path, as: problems)
        manifest = try PluginFolder.manifest(in: path, content, as: problems)
        try PluginFolder.checkProgram(manifest.executable ?? "", in: path, content, as: problems)
        guard let hash = content.hash else {
            throw problems.with(
                "plugin/unreadable", "one of its files cannot be read", "check the permissions of the files")
        }
        self.hash = hash
    }

    /// Whether a folder holds a manifest.
    static func isPlugin(_ folder: String) -> Bool { access("\(folder)/\(manifestName)", F_OK) == 0 }

    private static func manifest(
        in path: String, _ content: FolderContent, as problems: Problems
    ) throws(Problems) -> Manifest {
        guard let file = content.files.first(where: { $0.name == manifestName }), file.size <= 1 << 20,
            let bytes = content.bytes(of: manifestName, limit: 1 << 20)
        else {
            throw problems.with(
                "plugin/unreadable", "its `\(manifestName)` is missing, cannot be read, or has more than 1 MiB",
                "a plugin is a folder with `\(manifestName)`; to create one: `runbook plugin new NAME`")
        }
        let (manifest, found) = ManifestReader.read(bytes)
        guard let manifest else {
            throw Problems(
                diagnostics: found.map {
                    Diagnostic(
                        "plugin/manifest", "the plugin in `\(VisibleText.visible(path))` cannot be used: \($0)",
                        at: nil,
                        help: "correct its `\(manifestName)`")
                })
        }
        if manifest.executable == nil {
            var missing = problems.with(
                "plugin/manifest", "its `\(manifestName)` has no `executable`",
                "add `\"executable\": \"FILE\"` with a file of the folder")
            missing.isWithoutProgram = true
            throw missing
        }
        return manifest
    }

    private static func checkProgram(
        _ name: String, in path: String, _ content: FolderContent, as problems: Problems
    ) throws(Problems) {
        let shown = VisibleText.visible(name)
        guard content.files.contains(where: { $0.name == name }) else {
            throw problems.with(
                "plugin/executable", "its program `\(shown)` does not exist",
                "add the file, or correct `executable` in `\(manifestName)`")
        }
        if access("\(path)/\(name)", X_OK) != 0 {
            throw problems.with(
                "plugin/executable", "its program `\(shown)` is not executable",
                "run `chmod +x \(VisibleText.visible(path))/\(shown)`")
        }
    }

    /// What keeps a folder from being used.
    package struct Problems: Error, Sendable {
        /// The problems.
        package let diagnostics: [Diagnostic]
        /// Whether the manifest is that of a handler that is compiled in.
        fileprivate(set) var isWithoutProgram = false
        private let folder: String

        init(folder: String) {
            self.folder = folder
            diagnostics = []
        }

        init(diagnostics: [Diagnostic]) {
            folder = ""
            self.diagnostics = diagnostics
        }

        /// One problem of this folder.
        func with(_ code: String, _ message: String, _ help: String) -> Problems {
            Problems(
                diagnostics: [
                    Diagnostic(
                        code, "the plugin in `\(VisibleText.visible(folder))` cannot be used: \(message)", at: nil,
                        help: help)
                ])
        }
    }
}
