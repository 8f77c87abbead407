internal import Glibc

/// Looks for processes; zombies do not count.
package enum ProcessList {
    private static let commandLimit = 200

    /// How long a process has to end after SIGTERM.
    private static let grace = Duration.seconds(2)

    /// The processes that come from a child with this token, or were started with a variable in their environment whose
    /// value begins so, as far as we may see it.
    package static func with(
        variable name: String, beginningWith value: String, orToken token: String
    ) -> [RunningProcess] {
        all(where: isMarked(by: name, beginningWith: value, orToken: token))
    }

    private static func isMarked(
        by name: String, beginningWith value: String, orToken token: String
    ) -> (Int32) -> Bool {
        let entry = Array("\(name)=\(value)".utf8)
        let number = ProcessMark.number(of: token)
        return { pid in
            if ProcessMark.isOn(pid, number) { return true }
            guard let environment = ProcFile.bytes("/proc/\(pid)/environ", limit: 1 << 20) else { return false }
            return environment.split(separator: 0).contains { $0.starts(with: entry) }
        }
    }

    /// Ends the processes that come from children with a token, but this one and those that it comes from.
    ///
    /// - Parameters:
    ///   - name: A variable whose value begins with the token, too.
    ///   - started: Children that are known by their numbers, and end with their groups.
    /// - Returns: Those that ran.
    package static func end(
        markedBy name: String, beginningWith value: String, and started: [ProcessIdentity] = []
    ) async -> [RunningProcess] {
        let kept = Set(Descent.ancestors + [getpid()])
        let isMarked = isMarked(by: name, beginningWith: value, orToken: value)
        var ended: [Int32: RunningProcess] = [:]
        for signal in [SIGTERM, SIGKILL] {
            let end = ContinuousClock.now + grace
            var isFirst = true
            while true {
                let running = Set(started.filter(\.isRunning).map(\.pid))
                let found = all { pid in
                    !kept.contains(pid)
                        && (running.contains(pid) || running.contains(getpgid(pid)) || isMarked(pid))
                }
                if found.isEmpty { return ended.values.sorted { $0.pid < $1.pid } }
                // One that was started meanwhile gets the signal, too.
                for process in found where isFirst || ended[process.pid] == nil {
                    ended[process.pid] = process
                    kill(process.pid, signal)
                }
                isFirst = false
                if .now >= end { break }
                try? await Task.sleep(for: .milliseconds(20))
                if Task.isCancelled { break }
            }
        }
        return ended.values.sorted { $0.pid < $1.pid }
    }

    /// The members of a process group but its leader.
    static func members(ofGroup group: Int32) -> [RunningProcess] { all { $0 != group && getpgid($0) == group } }

    private static func all(where isMeant: (Int32) -> Bool) -> [RunningProcess] {
        guard let folder = opendir("/proc") else { return [] }
        defer { closedir(folder) }
        var found: [RunningProcess] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard let pid = Int32(name), isMeant(pid), ProcessIdentity(of: pid)?.isRunning == true else { continue }
            let words = (ProcFile.bytes("/proc/\(pid)/cmdline", limit: 4096) ?? []).split(separator: 0)
            let command = words.joined(separator: [0x20]).map { $0 < 0x20 ? 0x20 : $0 }
            // What is left of a secret is only known as one before an ellipsis.
            let text = String(decoding: command.prefix(commandLimit), as: UTF8.self)
            found.append(RunningProcess(pid: pid, command: command.count > commandLimit ? text + "…" : text))
        }
        return found.sorted { $0.pid < $1.pid }
    }
}
