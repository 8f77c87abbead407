import Arguments
import RunbookEngine
import RunbookEnvironment
import RunbookExternal
import RunbookModel
import RunbookPlugin

/// `--plugin-dir DIR`: plugins that are used besides those of the operator's configuration.
enum PluginOption {
    /// Declares the option.
    static func declare(_ declaration: inout ArgumentDeclaration) -> ArgumentKey<[String]> {
        declaration.options("plugin-dir", nil, "DIR", help: "also use this plugin, or the plugins in this folder")
    }
}

extension CommandContext {
    /// Where plugins are looked for.
    func pluginSearch(_ named: [String]) -> PluginSearch { PluginSearch(named: named, variables: variables) }

    /// What becomes of the plugins that were found.
    func loadedPlugins(_ named: [String]) -> PluginLoader.Result {
        let found = pluginSearch(named).search()
        let loader = PluginLoader(
            builtIn: registry.handlers.map(\.manifest),
            home: variables["HOME"])
        var result = loader.load(found.folders)
        result.diagnostics = found.diagnostics + result.diagnostics
        return result
    }

    /// This context with the plugins of the operator; nothing of them is run.
    ///
    /// - Parameter named: What `--plugin-dir` names.
    /// - Throws: `CommandFailure` when one of those cannot be used. Others that cannot are omitted, with a warning.
    func with(plugins named: [String]) throws -> CommandContext {
        note(plugins: named)
        let loaded = loadedPlugins(named)
        if loaded.diagnostics.contains(where: { $0.severity == .error }) {
            throw CommandFailure(ExitStatus.invalid, loaded.diagnostics)
        }
        print(loaded.diagnostics, sources: [])
        if loaded.handlers.isEmpty { return self }
        var context = self
        context.registry = registry.adding(loaded.handlers)
        return context
    }
}
