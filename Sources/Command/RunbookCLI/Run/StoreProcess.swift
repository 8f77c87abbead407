import Glibc
import RunbookApp
import RunbookModel
import RunbookStore

/// The process that executes a run of the store.
struct StoreProcess: ExecutingProcess {
    let store: RunStore
    let run: String

    var owner: (words: String, host: String)? {
        get async { await store.owner(of: run).map { ($0.description, $0.host) } }
    }

    var isAlive: Bool { get async { await store.isHeld(run) } }

    /// The lock is the kernel's, so the process that it names has it; it is looked at again just before the signal.
    func interrupt() async throws {
        guard let owner = await store.owner(of: run), kill(owner.process, SIGTERM) != 0, errno != ESRCH else { return }
        throw StopRefusal("the process of \(owner.description) cannot be reached: \(String(cString: strerror(errno)))")
    }
}
