import Processes
import RunbookModel
import RunbookRun

/// The processes of this machine that carry the mark of an action, in a limit that they inherit and in their environment.
///
/// The mark is made of the action's token, so it outlives the process that started them: it finds what a command left
/// behind when the tool was killed, however far it has moved away from its parent.
struct MarkedProcesses: StartedProcesses {
    /// The variable that has the mark.
    static let variable = "RUNBOOK_BLOCK"

    func watching<Result: Sendable>(
        by observer: @escaping @Sendable (StartedProcess) -> Void, _ perform: @escaping @Sendable () async -> Result
    ) async -> Result {
        await StartedChildren.observing { identity in
            observer(
                StartedProcess(
                    pid: Int(identity.pid), startTicks: Int(clamping: identity.startTicks), boot: identity.bootID))
        } _: {
            await perform()
        }
    }

    func end(startedBy token: String, _ started: [StartedProcess]) async -> [String] {
        if token.isEmpty { return [] }
        let known = started.compactMap { process in
            Int32(exactly: process.pid).map {
                ProcessIdentity(pid: $0, startTicks: UInt64(clamping: process.startTicks), bootID: process.boot)
            }
        }
        return await ProcessList.end(markedBy: Self.variable, beginningWith: token, and: known).map {
            "`\(VisibleText.visible($0.command))` (process \($0.pid))"
        }
    }
}
