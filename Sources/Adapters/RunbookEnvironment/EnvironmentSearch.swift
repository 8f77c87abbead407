internal import Files
internal import RunbookModel

/// Finds environment files by what the operator says after `--env`.
package struct EnvironmentSearch: Sendable {
    /// A folder where environments are looked for by name.
    package struct Folder: Sendable, Hashable {
        /// The folder's path.
        package let path: String
        /// What a file found there is.
        package let origin: EnvironmentOrigin
        /// The folder that files found there must lie in; nil where the operator's own may be anywhere.
        package let root: String?
    }

    /// The folders in the order they are looked through.
    package let folders: [Folder]

    /// Plans the search for a runbook.
    ///
    /// The folders are `runbook/environments` of the operator's configuration, `environments` beside the runbook, and
    /// `environments` at the root of its repository (the nearest folder above with `.git`).
    ///
    /// - Parameters:
    ///   - runbook: The path of the runbook.
    ///   - variables: The process's environment, for `XDG_CONFIG_HOME` and `HOME`.
    package init(runbook: String, variables: [String: String]) {
        var folders: [Folder] = []
        if let configuration = EnvironmentSearch.configuration(variables) {
            let path = FilePath.join(configuration, "runbook/environments")
            folders.append(Folder(path: path, origin: .configuration, root: nil))
        }
        let beside = FilePath.folder(runbook)
        let start = FilePath.real(beside)
        let root = start.flatMap(Checkout.root) ?? start
        folders.append(Folder(path: FilePath.join(beside, "environments"), origin: .repository, root: root))
        if let root, root != start {
            folders.append(Folder(path: FilePath.join(root, "environments"), origin: .repository, root: root))
        }
        self.folders = folders
    }

    /// The file that `--env` means: a path when it holds `/` or ends in `.yaml`, else a name to look for.
    ///
    /// A path is not looked at yet; reading it says what is wrong with it.
    ///
    /// - Throws: `EnvironmentProblems` that lists the environments that exist, and where.
    package func file(for environment: String) throws(EnvironmentProblems) -> EnvironmentFile {
        if environment.contains("/") || environment.hasSuffix(".yaml") {
            return EnvironmentFile(file: environment, origin: .path)
        }
        for folder in folders {
            let file = FilePath.join(folder.path, environment + ".yaml")
            if FilePath.exists(file) { return EnvironmentFile(file: file, origin: folder.origin, root: folder.root) }
        }
        throw EnvironmentProblems(diagnostics: [unknown(environment)], source: nil)
    }

    /// The file of a run that began before, trusted no further than it was then.
    ///
    /// - Parameters:
    ///   - path: Its real path.
    ///   - wasFound: Whether it was found beside the runbook; nil when nobody kept that, and its place decides.
    package func file(again path: String, wasFound: Bool?) -> EnvironmentFile {
        let found = folders.filter { $0.origin == .repository }
        let isBeside = found.contains { FilePath.real($0.path) == FilePath.folder(path) }
        guard wasFound ?? isBeside else { return EnvironmentFile(file: path, origin: .configuration) }
        return EnvironmentFile(file: path, origin: .repository, root: found.first?.root)
    }

    /// The environments that can be named, in the order they would be found; a name that an earlier folder has is left
    /// out.
    package var available: [EnvironmentFile] {
        var seen: Set<String> = []
        return folders.flatMap { folder in
            FolderNames.sorted(in: folder.path).filter { $0.hasSuffix(".yaml") && $0.utf8.count > 5 }
                .map { EnvironmentFile(file: FilePath.join(folder.path, $0), origin: folder.origin, root: folder.root) }
        }.filter { seen.insert($0.name).inserted }
    }

    private func unknown(_ name: String) -> Diagnostic {
        let available = available
        let looked = "looked in \(folders.map { "`\($0.path)`" }.joined(separator: ", "))"
        let exist =
            available.isEmpty
            ? "there are no environment files yet; write one, or use the sandbox without `--env`"
            : "there are " + available.map { "`\($0.name)` (\($0.file))" }.joined(separator: ", ")
        let message = "there is no environment `\(VisibleText.visible(name))`"
        guard let nearest = Suggestion.nearest(to: name, among: available.map(\.name)) else {
            return Diagnostic("environment/unknown", .error, message, at: nil, help: exist, looked)
        }
        return Diagnostic(
            "environment/unknown", .error, message, at: nil, help: "did you mean `\(nearest)`?", exist, looked)
    }

    /// The base folder of configurations (XDG Base Directory Specification: a relative one is not valid).
    static func configuration(_ variables: [String: String]) -> String? {
        if let folder = variables["XDG_CONFIG_HOME"], folder.hasPrefix("/") { return folder }
        guard let home = variables["HOME"], home.hasPrefix("/") else { return nil }
        return FilePath.join(home, ".config")
    }
}
