import Processes
import RunbookModel
import RunbookRun

/// The processes of this machine that carry the mark of an action in their environment.
///
/// The mark is the action's token, so it outlives the process that started them: it finds what a command left behind
/// when the tool was killed, however far it has moved away from its parent.
struct MarkedProcesses: StartedProcesses {
    /// The variable that has the mark.
    static let variable = "RUNBOOK_BLOCK"

    func end(startedBy token: String) async -> [String] {
        if token.isEmpty { return [] }
        return await ProcessList.end(markedBy: Self.variable, beginningWith: token).map {
            "`\(VisibleText.visible($0.command))` (process \($0.pid))"
        }
    }
}
