internal import CSystem

/// The number by which the descendants of a child are known: the soft limit of a resource that Linux does not use.
///
/// It is inherited by whoever comes from the child, and stays when they change their environment, session or parent.
enum ProcessMark {
    /// The name of the limit in `/proc/PID/limits`, proc(5).
    private static let name = Array("Max file locks".utf8)

    /// The number for a token; 0 for none.
    static func number(of token: String) -> UInt64 {
        if token.isEmpty { return 0 }
        // FNV-1a, the same in each process.
        let hash = token.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return 1 + (hash ^ hash >> 32) % UInt64(CS_MARK - 2)
    }

    /// Whether a process comes from a child that was started with this number.
    static func isOn(_ pid: Int32, _ number: UInt64) -> Bool {
        guard number != 0, let text = ProcFile.bytes("/proc/\(pid)/limits", limit: 4096) else { return false }
        guard let line = text.split(separator: 0x0A).first(where: { $0.starts(with: name) }) else { return false }
        let limits = line.dropFirst(name.count).split(separator: 0x20)
        guard limits.count >= 2, let hard = value(limits[1]), hard <= UInt64(CS_MARK) else { return false }
        return value(limits[0]) == number
    }

    private static func value(_ digits: ArraySlice<UInt8>) -> UInt64? {
        UInt64(String(decoding: digits, as: UTF8.self))
    }
}
