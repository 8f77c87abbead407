import Arguments
import RunbookExternal
import RunbookModel
import RunbookPlugin

/// `runbook plugin trust DIR`: accepts a plugin where it is, as it is now.
enum PluginTrustCommand {
    static func command(_ context: CommandContext) -> Command {
        Command(
            "trust", "accept a plugin in its present state",
            discussion: """
                runbook remembers the hash of all its files. When a file changes, the plugin is not used until you
                accept it again:
                  runbook plugin trust ~/src/greet
                  runbook plugin trust --revoke ~/src/greet
                """
        ) { d in
            let folder = d.argument("DIR", help: "the plugin's folder")
            let revoke = d.flag("revoke", help: "do not use the plugin any more")
            return { a in
                guard let configuration = context.pluginSearch([]).configuration else {
                    throw CommandFailure(
                        ExitStatus.invalid, lines: ["no configuration folder is known: set XDG_CONFIG_HOME or HOME"])
                }
                do {
                    return try trust(a[folder], isRevoked: a[revoke], configuration, context)
                } catch let error as PluginFolder.Problems {
                    throw CommandFailure(ExitStatus.invalid, error.diagnostics)
                } catch let error as TrustList.Failure {
                    throw CommandFailure(ExitStatus.invalid, lines: [error.reason])
                }
            }
        }
    }

    private static func trust(
        _ path: String, isRevoked: Bool, _ configuration: String, _ context: CommandContext
    ) throws -> Int32 {
        var list = try TrustList(configuration: configuration)
        if isRevoked {
            let real = DocumentFile.realPath(path)
            let before = list.entries.count
            list.remove(real)
            guard list.entries.count < before else {
                throw CommandFailure(ExitStatus.invalid, lines: ["`\(VisibleText.visible(path))` was not accepted"])
            }
            try list.write()
            context.result.line("not used any more: \(VisibleText.visible(real))")
            return ExitStatus.done
        }
        let folder = try PluginFolder(path, origin: .trusted)
        guard let hash = folder.content.hash else {
            throw CommandFailure(
                ExitStatus.invalid, lines: ["cannot read the files of `\(VisibleText.visible(path))`"])
        }
        list.add(folder.path, sha256: hash)
        try list.write()
        let manifest = folder.manifest
        context.result.write(
            """
            accepted: \(manifest.name) \(manifest.version) in \(VisibleText.visible(folder.path))
              runs \(VisibleText.visible(manifest.executable ?? "")) for \
            \(manifest.languages.map { "\($0.name) blocks on \($0.targetKind)" }.joined(separator: ", "))
              \(folder.content.files.count) files, sha256 \(hash)

            """)
        return ExitStatus.done
    }
}
