import Processes
import RunbookStore

/// Who may not answer for a person.
enum AnswerRefusal {
    /// Refuses an answer that a program of a run gives, or one that drives a person's terminal.
    ///
    /// - Parameter owner: Who carries the run on, on this machine.
    /// - Throws: `CommandFailure`.
    static func check(_ context: CommandContext, owner: Owner?) throws(CommandFailure) {
        if let sign = AgentSigns.sign(in: context.variables) {
            throw refusal("a program drives this terminal (`\(sign)` is set)")
        }
        let isBelow = owner.map { $0.host == context.host && Descent.ancestors.contains($0.process) } ?? false
        if Descent.isOfRun || StepSign.isThere(in: context.variables) || isBelow {
            throw refusal("this command was started by a step of a run")
        }
    }

    private static func refusal(_ reason: String) -> CommandFailure {
        CommandFailure(
            ExitStatus.waiting,
            lines: [
                "\(reason), and only a person may answer: run the command yourself in another terminal"
            ])
    }
}
