internal import Glibc

/// A lock on a file that the kernel releases when its owner dies, so that there is never a stale one to judge.
final class FileLock: Sendable {
    private let descriptor: Int32

    private init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// What came of trying to take a lock.
    enum Attempt {
        case taken(FileLock)
        /// Somebody else has it; nil when the file does not say who.
        case held(by: Owner?)
    }

    /// Takes the lock if it is free, and writes the owner into its file for others to read.
    static func take(_ path: String, owner: Owner) throws(SystemError) -> Attempt {
        let descriptor = try open(path)
        // Whoever looks whether the lock is held has it for a moment; that must not look like an owner.
        for pause in [1_000, 10_000, 50_000, 0] as [UInt32] {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
                let lock = FileLock(descriptor: descriptor)
                lock.write(owner)
                return .taken(lock)
            }
            usleep(pause)
        }
        defer { close(descriptor) }
        return .held(by: read(descriptor))
    }

    /// Takes a lock together with others who do; nil when somebody has it alone for longer than five seconds.
    static func share(_ path: String) throws(SystemError) -> FileLock? {
        let descriptor = try open(path)
        for _ in 0..<200 {
            if flock(descriptor, LOCK_SH | LOCK_NB) == 0 { return FileLock(descriptor: descriptor) }
            usleep(25_000)
        }
        close(descriptor)
        return nil
    }

    /// Whether somebody holds the lock; a missing file is a free lock.
    static func isHeld(_ path: String) -> Bool {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return flock(descriptor, LOCK_SH | LOCK_NB) != 0
    }

    /// Who holds the lock; nil when nobody does.
    static func owner(_ path: String) -> Owner? {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        return flock(descriptor, LOCK_SH | LOCK_NB) == 0 ? nil : read(descriptor)
    }

    private static func open(_ path: String) throws(SystemError) -> Int32 {
        let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw SystemError(operation: "open", path: path, code: errno) }
        return descriptor
    }

    // The text is only a courtesy to people: the lock is the kernel's, and holds without it.
    private func write(_ owner: Owner) {
        let text = Array(owner.text.utf8)
        guard ftruncate(descriptor, 0) == 0 else { return }
        _ = pwrite(descriptor, text, text.count, 0)
    }

    private static func read(_ descriptor: Int32) -> Owner? {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        return count > 0 ? Owner(text: String(decoding: bytes.prefix(count), as: UTF8.self)) : nil
    }
}
