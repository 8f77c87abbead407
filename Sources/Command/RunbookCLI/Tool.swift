import Arguments
internal import Glibc
import Processes
import RunbookApp
import RunbookFilters
import RunbookModel
import RunbookReport
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
        let looks = LooksOption(arguments)
        let context = CommandContext.current(looks)
        return checked(await perform(looks.words, context), context)
    }

    /// A result that could not be written is a failure, whatever became of the rest; a reader that went away is not one.
    private static func checked(_ status: Int32, _ context: CommandContext) -> Int32 {
        guard let failure = context.result.failure else { return status }
        context.messages.line("runbook: cannot write the output: \(failure)")
        return status == ExitStatus.done ? ExitStatus.storeFailed : status
    }

    private static func perform(_ arguments: [String], _ context: CommandContext) async -> Int32 {
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

    /// What is wrong with a command line, in one line; nil when it can be carried out, which this does not do.
    package static func problem(inCommandLine words: [String]) -> String? {
        let looks = LooksOption(words)
        switch command(CommandContext.current(looks)).parse(looks.words) {
        case .run, .help: return nil
        case .failure(let error): return error.message
        }
    }

    static func command(_ context: CommandContext) -> Command {
        Command(
            "runbook", "run procedures that are written in Markdown",
            discussion: "Every command also takes --no-color, and --ascii for terminals that show nothing else.",
            version: "runbook \(version)", synonyms: synonyms,
            commands: [
                ExecCommand.command(context), PlanCommand.command(context), CheckCommand.command(context),
                TestCommand.command(context), NewCommand.command(context),
                ResumeCommand.command(context), UndoCommand.command(context), ConfirmCommand.command(context),
                RunsCommand.command(context), ShowCommand.command(context), StopCommand.command(context),
                HandoverCommand.command(context),
                ReportCommand.command(context), GraphCommand.command(context), ExplainCommand.command(context),
                SandboxCommand.command(context), PluginCommand.command(context), CompletionCommand.command(context),
                ManCommand.command(context), CompleteCommand.command(context),
            ])
    }

    /// What other tools call our commands.
    private static let synonyms = [
        "run": "exec", "execute": "exec", "start": "exec", "apply": "exec", "play": "exec", "lint": "check",
        "validate": "check", "verify": "check", "ls": "runs", "list": "runs", "status": "runs", "history": "runs",
        "init": "new", "create": "new", "continue": "resume", "retry": "resume", "approve": "confirm",
        "answer": "confirm", "rollback": "undo", "revert": "undo", "preview": "plan", "diff": "plan",
        "emulate": "sandbox", "log": "show", "logs": "show", "version": "--version", "dry-run": "plan",
    ]

    private static func tell(_ error: any Error, _ context: CommandContext) -> Int32 {
        switch error {
        case let error as UsageError:
            context.messages.write("runbook: \(VisibleText.visible(error.message))\n\(error.usage)")
            return UsageError.exitStatus
        case let failure as CommandFailure:
            context.print(failure.diagnostics, sources: failure.sources)
            for line in failure.details { context.messages.line(line) }
            for line in failure.lines {
                context.messages.line("runbook: \(context.place.completing(VisibleText.visible(line)))")
            }
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
        case .journal, .newerFormat, .networkFileSystem, .openFolder, .damaged, .foreign, .notAFile, .notAKey,
            .otherOwner:
            ExitStatus.storeFailed
        case .runHeld, .environmentHeld, .inUse: ExitStatus.held
        case .incompleteRun: ExitStatus.waiting
        case .unknownRun, .ambiguousRun: ExitStatus.invalid
        }
    }
}
