import Arguments
internal import Glibc
import RunbookEngine
import RunbookModel
import RunbookPlugin

/// `runbook plugin new NAME`: writes a plugin that works, to begin with.
enum PluginNewCommand {
    static func command(_ context: CommandContext) -> Command {
        Command(
            "new", "create a plugin that works, as a start",
            discussion: """
                It creates a folder of that name in the working directory:
                  runbook plugin new greet --language python
                  runbook plugin test greet
                """
        ) { d in
            let name = d.argument("NAME", help: "the plugin's name")
            let language = d.option(
                "language", nil, "LANGUAGE", default: PluginSkeleton.Language.sh, help: "the language of its program"
            )
            return { a in try write(a[name], in: a[language], context) }
        }
    }

    private static func write(
        _ name: String, in language: PluginSkeleton.Language, _ context: CommandContext
    ) throws -> Int32 {
        let shown = VisibleText.visible(name)
        guard Manifest.isPluginName(name) else {
            throw CommandFailure(
                ExitStatus.usage,
                lines: ["`\(shown)` cannot be a plugin's name: start with a letter, then use a-z, 0-9 and `-`"])
        }
        if let taken = context.registry.handlers.first(where: { $0.manifest.name == name }) {
            throw CommandFailure(
                ExitStatus.invalid, lines: ["`\(taken.manifest.name)` is built in: choose another name"])
        }
        guard mkdir(name, 0o755) == 0 else {
            throw CommandFailure(
                ExitStatus.invalid,
                lines: [errno == EEXIST ? "`\(shown)` already exists" : "cannot create the folder `\(shown)`"])
        }
        guard mkdir(name + "/examples", 0o755) == 0 else {
            throw CommandFailure(ExitStatus.invalid, lines: ["cannot create the folder `\(shown)/examples`"])
        }
        for file in PluginSkeleton(name: name, language: language).files {
            try DocumentFile.write(file.text, to: "\(name)/\(file.name)")
            chmod("\(name)/\(file.name)", file.isProgram ? 0o755 : 0o644)
            context.result.line("\(name)/\(file.name)")
        }
        context.messages.line("try it: runbook plugin test \(name)")
        return ExitStatus.done
    }
}
