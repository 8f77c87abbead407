internal import Glibc

/// What a process that finds the store damaged leaves for the next one that wants to write.
///
/// To look at each page takes longer than to start a run, so only who reads does that. A file in the folder is looked for
/// by everybody who writes, and costs one call to the system.
extension StoreFolder {
    private var damageMark: String { "\(path)/damaged" }

    /// Notes that the store was found damaged.
    ///
    /// - Parameter run: The run whose events are not those that were written; nil where it is the database.
    func noteDamage(of run: String? = nil) {
        // A second look finds the same.
        if notedDamage?.contains(run ?? "") == true { return }
        let descriptor = open(damageMark, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        // Who may not write here cannot run anything here either.
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        let line = Array("\(run ?? "")\n".utf8)
        _ = line.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    }

    /// The runs that were found damaged, none where it was the database; nil when nothing was found.
    var notedDamage: Set<String>? {
        guard access(damageMark, F_OK) == 0 else { return nil }
        let descriptor = open(damageMark, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        var lines = bytes.prefix(max(0, count)).split(separator: 0x0A, omittingEmptySubsequences: false)
        // The last line ends the text.
        if lines.count > 1 { lines.removeLast() }
        return Set(lines.map { String(decoding: $0, as: UTF8.self) })
    }

    /// Forgets it: the store is sound again.
    func forgetDamage() { unlink(damageMark) }
}
