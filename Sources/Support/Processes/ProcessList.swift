internal import Glibc

/// Looks for processes; zombies do not count.
package enum ProcessList {
    private static let commandLimit = 200

    /// The processes that were started with a variable of this value in their environment, as far as we may see it.
    package static func with(variable name: String, value: String) -> [RunningProcess] {
        let entry = Array("\(name)=\(value)".utf8)
        return all { pid in
            guard let environment = ProcFile.bytes("/proc/\(pid)/environ", limit: 1 << 20) else { return false }
            return environment.split(separator: 0).contains { $0.elementsEqual(entry) }
        }
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
