import Arguments
internal import Glibc
import Processes
import RunbookApp
import RunbookFilters
import RunbookModel
import RunbookRun
import RunbookStore
import Terminal

/// The tool: its commands, and what becomes of their failures.
package enum Tool {
    /// The version.
    package static let version = "0.1.0"

    /// Reads the command line, does what it asks for, and gives the exit code.
    package static func run(_ arguments: [String]) async -> Int32 {
        signal(SIGPIPE, SIG_IGN)
        // Secrets are in the environment before anything is read, and in memory later.
        Descent.hideMemory()
        let context = CommandContext.current()
        let width = Appearance(of: .output, environment: context.variables).columns
        switch command(context).parse(arguments, width: width) {
        case .help(let text):
            context.result.write(text)
            return ExitStatus.done
        case .failure(let error):
            return tell(error, context)
        case .run(let action):
            do {
                return try await action()
            } catch {
                return tell(error, context)
            }
        }
    }

    static func command(_ context: CommandContext) -> Command {
        Command(
            "runbook", "run procedures that are written in Markdown", version: "runbook \(version)",
            commands: [
                ExecCommand.command(context), PlanCommand.command(context), CheckCommand.command(context),
                TestCommand.command(context),
                ResumeCommand.command(context), UndoCommand.command(context), ConfirmCommand.command(context),
                RunsCommand.command(context), ShowCommand.command(context), StopCommand.command(context),
                HandoverCommand.command(context),
                ReportCommand.command(context), GraphCommand.command(context), ExplainCommand.command(context),
                SandboxCommand.command(context), PluginCommand.command(context), CompletionCommand.command(context),
                ManCommand.command(context), CompleteCommand.command(context),
            ])
    }

    private static func tell(_ error: any Error, _ context: CommandContext) -> Int32 {
        switch error {
        case let error as UsageError:
            context.messages.write("runbook: \(VisibleText.visible(error.message))\n\(error.usage)")
            return UsageError.exitStatus
        case let failure as CommandFailure:
            context.print(failure.diagnostics, sources: failure.sources)
            for line in failure.details { context.messages.line(line) }
            for line in failure.lines { context.messages.line("runbook: \(VisibleText.visible(line))") }
            return failure.status
        case let refusal as ResumeRefusal: return tell(CommandFailure(refusal), context)
        case let failure as StoreFailure:
            context.print([failure.diagnostic], sources: [])
            if case .damaged(let folder, _) = failure {
                for line in RepairLines.survey(of: StoreFolder(path: folder)) { context.messages.line(line) }
            }
            return status(of: failure)
        case let diagnostic as Diagnostic:
            context.print([diagnostic], sources: [])
            return ExitStatus.invalid
        case let failure as JournalFailure:
            context.print([StoreFailure.journal(failure).diagnostic], sources: [])
            return ExitStatus.storeFailed
        default:
            context.messages.line("runbook: \(VisibleText.visible("\(error)"))")
            return ExitStatus.internalError
        }
    }

    private static func status(of failure: StoreFailure) -> Int32 {
        switch failure {
        case .journal, .newerFormat, .networkFileSystem, .openFolder, .damaged: ExitStatus.storeFailed
        case .runHeld, .environmentHeld, .inUse: ExitStatus.held
        case .incompleteRun: ExitStatus.waiting
        case .unknownRun, .ambiguousRun: ExitStatus.invalid
        }
    }
}
