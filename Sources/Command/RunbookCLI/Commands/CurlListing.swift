import OrderedJSON
import RunbookApp
import RunbookEngine
import RunbookModel
import RunbookPlugin
import Terminal

/// `runbook explain --curl FILE`: the requests of a runbook as curl commands, for those who have no `runbook` at hand.
///
/// Values that only a run knows are shell variables, and so is the address of a target.
struct CurlListing {
    let context: CommandContext

    /// Prints the commands of all steps, or of one.
    func print(_ file: String, step: String?) async throws -> Int32 {
        let source = try DocumentFile.read(file)
        let document = await context.check.check(source, at: DocumentFile.realPath(file))
        guard document.isRunnable, let binding = document.binding else {
            throw CommandFailure(ExitStatus.invalid, document.diagnostics, sources: [source])
        }
        let bound = binding.allSteps
        let steps = bound.filter { $0.id == step || step == nil }
        if let step, steps.isEmpty {
            let help = Suggestion.help(for: step, among: bound.map(\.id), noun: "step")
            throw CommandFailure(
                ExitStatus.usage, lines: ["the runbook has no step `\(VisibleText.visible(step))`", help])
        }
        var isFirst = true
        for bound in steps {
            let commands = bound.targets.flatMap { self.commands(of: bound, on: $0) }
            if commands.isEmpty { continue }
            if !isFirst { context.result.line("") }
            isFirst = false
            context.result.line("# \(VisibleText.visible(bound.id)): \(VisibleText.visible(title(of: bound)))")
            for command in commands { context.result.verbatimLine(VisibleText.visible(command, keepsLines: true)) }
        }
        return ExitStatus.done
    }

    /// The requests of a step on a target; that of a handler without such a form is omitted.
    private func commands(of bound: BoundStep, on name: String) -> [String] {
        let target = Target(
            name: name, kind: "", properties: JSONObject(), settings: JSONObject([("url", .string("${\(name)}"))]),
            secrets: [:])
        return bound.actions.enumerated().compactMap { index, template in
            let action = Action(
                step: bound.id, target: name, index: index, effect: template.effect, title: template.title.source,
                fields: template.fields.map { Action.Field($0.name, $0.template.escaped()) }, token: "")
            return bound.handler?.command(for: action, on: target)
        }
    }

    private func title(of bound: BoundStep) -> String {
        bound.step.title.source.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    }
}
