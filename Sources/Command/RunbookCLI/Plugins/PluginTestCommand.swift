import Arguments
import RunbookApp
import RunbookEngine
import RunbookEnvironment
import RunbookExternal
import RunbookModel
import RunbookPlugin
import RunbookPluginTest

/// `runbook plugin test DIR`: the contract of plugins as a test for their authors.
struct PluginTestCommand {
    static func command(_ context: CommandContext) -> Command {
        Command(
            "test", "test a plugin against the contract",
            discussion: """
                It reads plugin.json, prepares the examples and random input, checks examples/*.md, and runs the program
                against targets where nothing answers:
                  runbook plugin test greet
                """
        ) { d in
            let folder = d.argument("DIR", help: "the plugin's folder")
            return { a in try await PluginTestCommand(context: context).run(a[folder]) }
        }
    }

    let context: CommandContext

    private func run(_ path: String) async throws -> Int32 {
        var failed = 0
        func tell(_ name: String, _ problems: [Diagnostic]) {
            context.result.line("\(problems.isEmpty ? "ok    " : "failed") \(name)")
            context.print(problems, sources: [])
            if !problems.isEmpty { failed += 1 }
        }
        let handler: ExternalHandler
        do {
            let folder = try PluginFolder(path, origin: .option)
            let loader = PluginLoader(
                builtIn: context.registry.handlers.map(\.manifest),
                home: context.variables["HOME"])
            let loaded = loader.load([folder])
            tell("the folder and its plugin.json", loaded.diagnostics)
            guard let first = loaded.handlers.first else { return ExitStatus.stepFailed }
            handler = first
        } catch {
            tell("the folder and its plugin.json", error.diagnostics)
            return ExitStatus.stepFailed
        }
        let trial = PluginTrial(handler, home: context.variables["HOME"], canary: HandlerContract.canary)
        let contract = HandlerContract(handler, targets: trial.targets, patience: .seconds(20))
        tell("blocks: its examples, and random input", contract.prepareProblems())
        for file in handler.folder.content.files.map(\.name)
        where file.hasPrefix("examples/") && file.hasSuffix(".md") {
            tell(file, try await problems(of: "\(handler.folder.path)/\(file)", handler))
        }
        tell("requests: each gets one outcome, without a secret", await trial.requestProblems())
        tell(
            "requests: no success where nothing answers, and cancelling stops the program",
            await contract.performProblems())
        tell("lines that are not a request", await trial.garbageProblems())
        tell("the end: closed standard input, and SIGTERM", await trial.endProblems())
        context.result.line(failed == 0 ? "\(handler.manifest.name) keeps the contract" : "\(failed) failed")
        return failed == 0 ? ExitStatus.done : ExitStatus.stepFailed
    }

    /// What is wrong with an example that is a whole document; it must use the plugin.
    private func problems(of path: String, _ handler: ExternalHandler) async throws -> [Diagnostic] {
        let source = try DocumentFile.read(path)
        let registry = context.registry.adding([handler])
        let document = await DocumentCheck(
            registry: registry, expressions: context.expressions, files: RepositoryFiles()
        ).check(source, at: DocumentFile.realPath(path))
        let errors = document.diagnostics.filter { $0.severity == .error }
        let isUsed = document.binding?.steps.contains { $0.handler?.manifest.name == handler.manifest.name } ?? false
        if !errors.isEmpty || isUsed { return errors }
        return [
            Diagnostic(
                "plugin/example", "no step of `\(VisibleText.visible(path))` uses this plugin", at: nil,
                help: "declare a target of the plugin's kind, and write a block in its language")
        ]
    }
}
