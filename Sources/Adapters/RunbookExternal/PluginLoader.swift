package import RunbookModel
package import RunbookPlugin

/// Makes handlers of the plugins that were found, beside those that are built in.
package struct PluginLoader: Sendable {
    private let builtIn: [Manifest]
    private let home: String?

    /// Makes a loader.
    ///
    /// - Parameters:
    ///   - builtIn: The manifests of the built-in handlers.
    ///   - home: The operator's home folder.
    package init(builtIn: [Manifest], home: String?) {
        self.builtIn = builtIn
        self.home = home
    }

    /// What became of the plugins.
    package struct Result: Sendable {
        /// Their handlers, in the order they were found.
        package fileprivate(set) var handlers: [ExternalHandler] = []
        /// Why others are not used.
        package var diagnostics: [Diagnostic] = []
    }

    /// Takes the plugins that take nothing from another one.
    package func load(_ folders: [PluginFolder]) -> Result {
        var result = Result()
        for folder in folders {
            let others =
                builtIn.map { ($0, "which is built in") }
                + result.handlers.map { ($0.manifest, "in `\(VisibleText.visible($0.folder.path))`") }
            if let problem = conflict(of: folder, with: others) {
                result.diagnostics.append(problem)
            } else {
                result.handlers.append(ExternalHandler(folder, home: home))
            }
        }
        return result
    }

    private func conflict(of folder: PluginFolder, with others: [(Manifest, String)]) -> Diagnostic? {
        let manifest = folder.manifest
        for (other, place) in others {
            if other.name == manifest.name {
                return taken(
                    folder, "its name `\(manifest.name)` is already used by a plugin \(place)", "give it another name")
            }
            let languages = manifest.languages.filter { language in
                other.languages.contains { $0.name == language.name && $0.targetKind == language.targetKind }
            }
            if let language = languages.first {
                return taken(
                    folder,
                    "`\(language.name)` blocks for `\(language.targetKind)` belong to `\(other.name)` \(place)",
                    "give its language another name")
            }
            if let kind = manifest.targetKinds.first(where: { other.targetKinds.map(\.name).contains($0.name) }) {
                return taken(
                    folder, "targets of the kind `\(kind.name)` belong to `\(other.name)` \(place)",
                    "give its kind of target another name; to use the existing one, remove it from `target_kinds`")
            }
        }
        return nil
    }

    private func taken(_ folder: PluginFolder, _ reason: String, _ help: String) -> Diagnostic {
        Diagnostic(
            "plugin/taken", folder.origin == .option ? .error : .warning,
            "the plugin in `\(VisibleText.visible(folder.path))` is not used: \(reason)", at: nil, help: help)
    }
}
