import Glibc
import Synchronization
import ToolTesting

/// What the workers of a stress test have seen, and the processes that live.
final class StressLog: Sendable {
    private struct State {
        var processes: Set<Int32> = []
        var problems: [String] = []
        var runs: [String] = []
        var counts: [String: Int] = [:]
    }

    private let state = Mutex(State())

    /// What went wrong, a line each.
    var problems: [String] { state.withLock(\.problems) }
    /// The names of runs that were told of.
    var runs: [String] { state.withLock(\.runs) }
    /// How often each thing was done, for a note.
    var figures: String {
        state.withLock { $0.counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ") }
    }

    /// How often a thing was done.
    func count(of what: String) -> Int { state.withLock { $0.counts[what, default: 0] } }

    func count(_ what: String) { state.withLock { $0.counts[what, default: 0] += 1 } }

    func report(_ problem: String) { state.withLock { $0.problems.append(problem) } }

    /// Runs the tool to its end; where a delay is given it is killed after it, in whatever it does then.
    ///
    /// - Returns: Nil when it was killed.
    func run(
        _ arguments: [String], in folder: TestFolder, expecting statuses: Set<Int32> = [0],
        killedAfter delay: Duration? = nil
    ) async throws -> ToolResult? {
        count(arguments[0])
        let tool = try await RunningTool(arguments, in: folder)
        state.withLock { _ = $0.processes.insert(tool.pid) }
        let killer = Task {
            guard let delay, (try? await Task.sleep(for: delay)) != nil else { return }
            tool.signal(SIGKILL)
        }
        let result = try await tool.finish()
        killer.cancel()
        state.withLock { state in
            state.processes.remove(tool.pid)
            if let run = result.run, arguments[0] == "exec" { state.runs.append(run) }
        }
        lookForRemovedFiles()
        if result.status == 1000 + SIGKILL {
            count("kills")
            return nil
        }
        if !statuses.contains(result.status) { report("\(arguments.joined(separator: " ")): \(result.said)") }
        return result
    }

    /// Whether a living process writes to a file that another one has removed.
    ///
    /// SQLite closes the log before it removes it; the shared memory beside it may be removed while the process that ends
    /// still has it, so that it says nothing.
    private func lookForRemovedFiles() {
        for process in state.withLock(\.processes) {
            for name in TestFolder.names(in: "/proc/\(process)/fd") {
                var buffer = [CChar](repeating: 0, count: 4096)
                let count = readlink("/proc/\(process)/fd/\(name)", &buffer, buffer.count)
                let path = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
                if path.hasSuffix("runs.db-wal (deleted)") || path.hasSuffix("runs.db (deleted)") {
                    report("process \(process) has \(path)")
                }
            }
        }
    }
}
