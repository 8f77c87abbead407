import Arguments
import OrderedJSON
import RunbookApp
import RunbookModel
import RunbookReport

/// `runbook graph FILE`: the steps, their order, and who gives what to whom.
enum GraphCommand {
    /// How it writes the steps and what joins them.
    enum Format: String, CaseIterable, ArgumentValue {
        /// For people.
        case text
        /// As a chart that hosts of Markdown draw.
        case mermaid
        /// For programs.
        case json
    }

    static func command(_ context: CommandContext) -> Command {
        Command(
            "graph", "show the steps and their dependencies",
            discussion: """
                Graph contacts no target and runs no step:
                  runbook graph connect-clusters.md
                  runbook graph connect-clusters.md --format mermaid
                """
        ) { d in
            let file = d.argument("FILE", help: "the runbook")
            let format = d.option("format", nil, "FORMAT", default: Format.text, help: "output format")
            let plugins = PluginOption.declare(&d)
            return { a in try await show(a[file], format: a[format], context.with(plugins: a[plugins])) }
        }
    }

    private static func show(_ file: String, format: Format, _ context: CommandContext) async throws -> Int32 {
        let source = try DocumentFile.read(file)
        let document = await context.check.check(source, at: DocumentFile.realPath(file))
        guard document.isRunnable, let binding = document.binding else {
            let reason = document.isRunbook ? "has errors" : "is not a runbook: it has no fence `yaml runbook`"
            throw CommandFailure(
                ExitStatus.invalid, document.diagnostics, sources: [source],
                lines: ["`\(VisibleText.visible(file))` \(reason)"])
        }
        let graph = GraphView(binding)
        switch format {
        case .text: context.result.write(GraphText.text(graph))
        case .mermaid: context.result.verbatim(GraphMermaid.text(graph))
        case .json: context.result.verbatimLine(GraphJSON.json(graph).text(.pretty))
        }
        return ExitStatus.done
    }
}
