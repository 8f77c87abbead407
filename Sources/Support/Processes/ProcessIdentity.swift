internal import Glibc

/// Names one process for good: a pid alone is given to another process sooner or later.
package struct ProcessIdentity: Sendable, Hashable {
    /// The process number; for a child of ours also the number of its process group.
    package let pid: Int32
    /// Clock ticks between boot and the start of the process: field 22 of `/proc/PID/stat`, proc(5).
    package let startTicks: UInt64
    /// The kernel's random name for this boot; start ticks mean nothing in another one.
    package let bootID: String

    /// Puts a recorded identity together again.
    package init(pid: Int32, startTicks: UInt64, bootID: String) {
        self.pid = pid
        self.startTicks = startTicks
        self.bootID = bootID
    }

    /// The identity of a process that is there now; `nil`: it is not.
    package init?(of pid: Int32) {
        guard let status = Self.status(of: pid) else { return nil }
        self.init(pid: pid, startTicks: status.startTicks, bootID: Self.currentBootID)
    }

    /// This process.
    package static var current: ProcessIdentity? { ProcessIdentity(of: getpid()) }

    /// Whether exactly this process still runs; a zombie does not.
    package var isRunning: Bool {
        guard bootID == Self.currentBootID, let status = Self.status(of: pid) else { return false }
        return status.startTicks == startTicks && status.state != "Z" && status.state != "X"
    }

    /// Sends `signal` to the process group this process leads, provided that it still runs.
    ///
    /// - Returns: Whether the signal was sent.
    @discardableResult
    package func signalGroup(_ signal: Int32) -> Bool {
        isRunning && kill(-pid, signal) == 0
    }

    private static let currentBootID = ProcFile.text("/proc/sys/kernel/random/boot_id") ?? ""

    private static func status(of pid: Int32) -> (state: Character, startTicks: UInt64)? {
        // The name in parentheses may itself hold spaces and parentheses, so fields count from the last one.
        guard let text = ProcFile.text("/proc/\(pid)/stat"), let name = text.lastIndex(of: ")") else { return nil }
        let fields = text[text.index(after: name)...].split(separator: " ")
        guard fields.count > 19, let state = fields[0].first, let ticks = UInt64(fields[19]) else { return nil }
        return (state, ticks)
    }
}
