import Arguments
import RunbookEngine
import RunbookExternal
import RunbookModel
import RunbookPlugin

/// `runbook plugin list`: the handlers, and where each comes from.
enum PluginListCommand {
    static func command(_ context: CommandContext) -> Command {
        Command("list", "list the handlers, and where each comes from") { d in
            let plugins = PluginOption.declare(&d)
            return { a in show(context.loadedPlugins(a[plugins]), context) }
        }
    }

    private static func show(_ loaded: PluginLoader.Result, _ context: CommandContext) -> Int32 {
        let builtIn = context.registry.handlers.map { lines(of: $0.manifest, place: "built in") }
        let external = loaded.handlers.map { handler in
            lines(of: handler.manifest, place: "\(handler.folder.origin.rawValue): \(handler.folder.path)")
        }
        context.result.write((builtIn + external).joined())
        context.print(loaded.diagnostics, sources: [])
        let hasErrors = loaded.diagnostics.contains { $0.severity == .error }
        return hasErrors ? ExitStatus.invalid : ExitStatus.done
    }

    private static func lines(of manifest: Manifest, place: String) -> String {
        let languages = manifest.languages.map { "\($0.name) on \($0.targetKind)" }.joined(separator: ", ")
        return """
            \(manifest.name) \(manifest.version)  \(VisibleText.visible(place))
                \(VisibleText.visible(manifest.summary))
                blocks: \(VisibleText.visible(languages))

            """
    }
}
