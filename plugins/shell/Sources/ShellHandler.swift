import OrderedJSON
import Processes
package import RunbookModel
package import RunbookPlugin

/// Runs the commands of a block by a shell on this machine.
///
/// Values reach the commands as variables of their environment and are never pasted into them. Nothing is run on a
/// target whose environment file does not say `allow: [shell]`.
package struct ShellHandler: Handler {
    /// The most of standard output that is a response, in bytes; with more, the command fails because its output is too
    /// long.
    static let outputLimit = 1 << 20
    /// The most of standard error that is kept, in bytes.
    static let errorLimit = 1 << 16
    /// The variable by which processes are known that a block leaves behind.
    private static let mark = "RUNBOOK_BLOCK"

    private let variables: [String: String]

    /// Makes a handler.
    ///
    /// - Parameter variables: The operator's own environment.
    package init(variables: [String: String]) { self.variables = variables }

    package var manifest: Manifest { ShellHandler.manifest }

    package let statusNoun = "the exit status"

    package func prepare(_ step: StepDraft) -> Preparation {
        let script = ShellScript(step)
        let (statuses, problem) = ExitStatusKey.read(step.key("status"))
        let fields =
            [ActionTemplate.Field("language", Template(literal: step.language.value))]
            + [ActionTemplate.Field("body", Template(literal: script.text))]
            + script.variables.map { ActionTemplate.Field(ShellScript.field + $0.name, Template([.hole($0.hole)])) }
        let action = ActionTemplate(
            effect: step.isVerify ? .read : .write, title: script.title, fields: fields,
            span: step.text.span)
        return Preparation(
            actions: [action], diagnostics: script.diagnostics + [problem].compactMap(\.self), statuses: statuses,
            mayLowerEffect: true)
    }

    package func review(_ action: ActionTemplate, on target: Target) -> [Diagnostic] {
        guard let refusal = ShellHandler.refusal(of: target) else { return [] }
        return [
            Diagnostic(
                "shell/not-allowed", refusal, at: action.span,
                help: "read the commands; if they may run here, write `local: true` and `allow: [shell]` in the target "
                    + "`\(target.name)` in the environment file")
        ]
    }

    package func examine(_ target: Target, timeout: Duration) async -> Examination {
        Examination(address: "this machine", product: "shell commands")
    }

    /// Runs the commands, and warns of the processes that they leave behind.
    package func perform(_ action: Action, on target: Target?, timeout: Duration) async -> Outcome {
        guard let target else { return .refused(Refusal(reason: "there is no target", isPermanent: true)) }
        if let refusal = ShellHandler.refusal(of: target) {
            return .refused(Refusal(reason: refusal, isPermanent: true))
        }
        do {
            let mark = "\(action.token)-\(ContinuousClock.now)"
            let result = try await Process.run(command(action, mark: mark, timeout: timeout))
            // One that is just being stopped may still be seen.
            let stopped = Set(result.leftover.map(\.pid))
            let found = ProcessList.with(
                variable: ShellHandler.mark, beginningWith: mark, orToken: action.token)
            let alive = found.filter { !stopped.contains($0.pid) }
            let left = notices(result.leftover, "was stopped with it") + notices(alive, "still runs")
            return outcome(result, left: left, timeout: timeout)
        } catch let error as SpawnError {
            return .refused(Refusal(reason: "the shell cannot be started: \(error)", isPermanent: true))
        } catch {
            return .refused(Refusal(reason: "it was cancelled before it started", isPermanent: false))
        }
    }

    // MARK: -

    private static func refusal(of target: Target) -> String? {
        let allowed = target.settings["allow"]?.array?.contains("shell") ?? false
        if allowed && target.settings["local"] == true { return nil }
        return "the environment does not allow shell commands on `\(target.name)`"
    }

    private func notices(_ processes: [RunningProcess], _ fate: String) -> [String] {
        let named = processes.prefix(5).map {
            "`\($0.command)` (process \($0.pid)) was still running when the block ended, and \(fate)"
        }
        return processes.count > 5 ? named + ["\(processes.count - 5) more processes were still running"] : named
    }

    private func command(_ action: Action, mark: String, timeout: Duration) -> ProcessCommand {
        var environment = ShellVariables.inherited(variables)
        environment["TERM"] = "dumb"
        environment["RUNBOOK_STEP"] = action.step
        environment[ShellHandler.mark] = mark
        for field in action.fields where field.name.hasPrefix(ShellScript.field) {
            environment[String(field.name.dropFirst(ShellScript.field.count))] = field.value
        }
        let isBash = action.field("language") == "bash"
        // A line that fails ends the block, as a step that fails ends the run, and so does a variable that nobody set:
        // as an empty text it could turn `rm -r "$folder/"` into another command.
        let options = isBash ? ["-eu", "-o", "pipefail", "-c"] : ["-eu", "-c"]
        var command = ProcessCommand(
            isBash ? "/bin/bash" : "/bin/sh", options + [action.field("body") ?? ""], environment: environment,
            output: .collect(limit: ShellHandler.outputLimit), errorLimit: ShellHandler.errorLimit, deadline: timeout)
        command.noticesLeftover = true
        command.token = action.token
        return command
    }

    private func outcome(_ result: ProcessResult, left: [String], timeout: Duration) -> Outcome {
        let more = left.map { "; \($0)" }.joined()
        switch result.stopped {
        case .deadline:
            return .unknown(
                reason: "it did not end within \(DurationText.text(timeout)), and was stopped\(more)",
                response: ShellResponse.excerpt(of: result))
        case .cancelled, .closed:
            return .unknown(reason: "it was stopped\(more)", response: ShellResponse.excerpt(of: result))
        case nil: return .answered(ShellResponse(result, left: left).response)
        }
    }
}
