internal import Files
internal import Glibc
package import RunbookModel

/// Finds plugins where the operator put or named them, and nowhere else.
///
/// The working directory and the folder of a runbook are never looked into: whoever wrote the runbook may have written
/// what is there.
package struct PluginSearch: Sendable {
    private let named: [String]
    private let variables: [String: String]

    /// Plans a search.
    ///
    /// - Parameters:
    ///   - named: The folders of `--plugin-dir`.
    ///   - variables: The process's environment, for `RUNBOOK_PLUGIN_PATH`, `XDG_CONFIG_HOME` and `HOME`.
    package init(named: [String], variables: [String: String]) {
        self.named = named
        self.variables = variables
    }

    /// The tool's part of the configuration folder; nil where there is no home (XDG Base Directory Specification: a
    /// relative one is not valid).
    package var configuration: String? {
        if let folder = variables["XDG_CONFIG_HOME"], folder.hasPrefix("/") { return folder + "/runbook" }
        guard let home = variables["HOME"], home.hasPrefix("/") else { return nil }
        return home + "/.config/runbook"
    }

    /// What was found.
    package struct Result: Sendable {
        /// The plugins, in the order they were found, each folder once.
        package fileprivate(set) var folders: [PluginFolder] = []
        /// What is wrong with others; errors where the operator named them for this command, else warnings.
        package fileprivate(set) var diagnostics: [Diagnostic] = []
    }

    /// Looks for plugins; nothing of them is run.
    package func search() -> Result {
        var result = Result()
        for folder in named {
            let found = PluginSearch.plugins(in: folder)
            if found.isEmpty, PluginSearch.isEmptyFolder(folder) {
                result.diagnostics.append(
                    Diagnostic(
                        "plugin/none", .warning, "the folder `\(VisibleText.visible(folder))` contains no plugins",
                        at: nil, help: "a plugin is a folder with `plugin.json`"))
                continue
            }
            if found.isEmpty { add(folder, .option, to: &result) }
            for plugin in found { add(plugin, .option, to: &result) }
        }
        for folder in (variables["RUNBOOK_PLUGIN_PATH"] ?? "").split(separator: ":").map(String.init) {
            guard folder.hasPrefix("/") else {
                result.diagnostics.append(relative(folder))
                continue
            }
            for plugin in PluginSearch.plugins(in: folder) { add(plugin, .variable, to: &result) }
        }
        guard let configuration else { return result }
        for plugin in PluginSearch.plugins(in: configuration + "/plugins") {
            add(plugin, .configuration, to: &result)
        }
        addTrusted(configuration, to: &result)
        return result
    }

    /// The folder itself when it is a plugin, else those in it that are.
    private static func plugins(in folder: String) -> [String] {
        if PluginFolder.isPlugin(folder) { return [folder] }
        return FolderNames.sorted(in: folder).map { "\(folder)/\($0)" }.filter(PluginFolder.isPlugin)
    }

    private static func isEmptyFolder(_ path: String) -> Bool {
        guard let stream = opendir(path) else { return false }
        closedir(stream)
        return FolderNames.sorted(in: path).isEmpty
    }

    private func add(_ path: String, _ origin: PluginOrigin, to result: inout Result) {
        do throws(PluginFolder.Problems) {
            let folder = try PluginFolder(path, origin: origin)
            if !result.folders.contains(where: { $0.path == folder.path }) { result.folders.append(folder) }
        } catch {
            // Among others that is not a mistake: the tool's own `plugins` holds built-in handlers too.
            if error.isWithoutProgram, !named.contains(path) { return }
            result.diagnostics += error.diagnostics.map { problem in
                var problem = problem
                if origin != .option { problem.severity = .warning }
                return problem
            }
        }
    }

    private func addTrusted(_ configuration: String, to result: inout Result) {
        let list: TrustList
        do throws(TrustList.Failure) {
            list = try TrustList(configuration: configuration)
        } catch {
            result.diagnostics.append(
                Diagnostic(
                    "plugin/unreadable", .warning, error.reason, at: nil,
                    help: error.isUnreadable
                        ? "make it readable for this user; until then its plugins are not used"
                        : "remove it, and accept the plugins again"))
            return
        }
        for entry in list.entries where !result.folders.contains(where: { $0.path == entry.path }) {
            var found = Result()
            add(entry.path, .trusted, to: &found)
            result.diagnostics += found.diagnostics
            guard let folder = found.folders.first else { continue }
            if folder.path == entry.path, folder.hash == entry.sha256 {
                result.folders.append(folder)
            } else {
                result.diagnostics.append(PluginSearch.changed(entry, now: folder.hash))
            }
        }
    }

    private static func changed(_ entry: TrustList.Entry, now hash: String) -> Diagnostic {
        let path = VisibleText.visible(entry.path)
        return Diagnostic(
            "plugin/changed", .warning, "the plugin in `\(path)` changed after it was accepted, so it is not used",
            at: nil, help: "accepted: sha256 \(entry.sha256)", "now:      sha256 \(hash)",
            "review the changes, then run `runbook plugin trust \(path)`")
    }

    private func relative(_ folder: String) -> Diagnostic {
        Diagnostic(
            "plugin/relative-path", .warning,
            "`\(VisibleText.visible(folder))` in `RUNBOOK_PLUGIN_PATH` is not an absolute path, so it is ignored",
            at: nil, help: "write an absolute path: a relative one means another folder in each working directory")
    }
}
