internal import Glibc
internal import OrderedJSON

/// A lock on a file that the kernel releases when its owner dies, so that there is never a stale one to judge.
final class FileLock: Sendable {
    /// How much the owner before this one is known to have kept of the run; nil when nobody wrote it down.
    let kept: KeptEvents?
    private let descriptor: Int32
    private let owner: Owner?

    private init(descriptor: Int32, owner: Owner? = nil, kept: KeptEvents? = nil) {
        self.descriptor = descriptor
        self.owner = owner
        self.kept = kept
    }

    deinit {
        // A child that is being started may still have the descriptor, and with it the lock.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }

    /// What came of trying to take a lock.
    enum Attempt {
        case taken(FileLock)
        /// Somebody else has it; nil when the file does not say who.
        case held(by: Owner?)
    }

    /// Takes the lock if it is free, and writes the owner into its file for others to read.
    static func take(_ path: String, owner: Owner) throws(SystemError) -> Attempt {
        var descriptor = try open(path)
        // Whoever looks whether the lock is held has it for a moment; that must not look like an owner.
        for pause in [1_000, 10_000, 50_000, 0] as [UInt32] {
            while flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
                if isAt(path, descriptor) {
                    // What the last owner kept outlives it.
                    let lock = FileLock(descriptor: descriptor, owner: owner, kept: readKept(descriptor))
                    lock.write(lock.kept)
                    return .taken(lock)
                }
                // The last owner removed the file meanwhile: a lock on it keeps nobody out.
                close(descriptor)
                descriptor = try open(path)
            }
            usleep(pause)
        }
        defer { close(descriptor) }
        return .held(by: read(descriptor))
    }

    /// Removes the lock's file, while it is held; it ends with this object, as ever.
    ///
    /// For a lock that is not taken again, whose file would stay for ever.
    func removeFile(_ path: String) {
        if FileLock.isAt(path, descriptor) { unlink(path) }
    }

    private static func isAt(_ path: String, _ descriptor: Int32) -> Bool {
        var (own, found) = (stat(), stat())
        return fstat(descriptor, &own) == 0 && lstat(path, &found) == 0 && own.st_dev == found.st_dev
            && own.st_ino == found.st_ino
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

    /// Takes a lock that many share for this process alone; nil when others have it for longer than a second.
    static func alone(_ path: String) throws(SystemError) -> FileLock? {
        let descriptor = try open(path)
        for _ in 0..<40 {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return FileLock(descriptor: descriptor) }
            usleep(25_000)
        }
        close(descriptor)
        return nil
    }

    /// How much the owner of a lock, or the last one, is known to have kept; nil when nobody wrote it down.
    static func kept(_ path: String) -> KeptEvents? {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        return readKept(descriptor)
    }

    /// Whether somebody holds the lock; a missing file is a free lock.
    static func isHeld(_ path: String) -> Bool {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return flock(descriptor, LOCK_SH | LOCK_NB) != 0
    }

    /// Who holds the lock; nil when nobody does.
    static func owner(_ path: String) -> Owner? {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        return flock(descriptor, LOCK_SH | LOCK_NB) == 0 ? nil : read(descriptor)
    }

    private static func open(_ path: String) throws(SystemError) -> Int32 {
        let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw SystemError(operation: "open", path: path, code: errno) }
        return descriptor
    }

    /// Writes down who holds the lock, and how much is known to be kept.
    ///
    /// The lock is the kernel's, and holds without it.
    func write(_ kept: KeptEvents?) {
        guard let owner else { return }
        let text = Array(owner.text(kept).utf8)
        // Over the old text, and only then cut: whoever dies in between leaves one of both, or none.
        if pwrite(descriptor, text, text.count, 0) == text.count { ftruncate(descriptor, off_t(text.count)) }
    }

    private static func read(_ descriptor: Int32) -> Owner? { text(descriptor).flatMap(Owner.init(text:)) }

    private static func readKept(_ descriptor: Int32) -> KeptEvents? {
        text(descriptor).flatMap { try? JSON(parsing: $0)["kept"] }.flatMap { $0 }.flatMap(KeptEvents.init)
    }

    private static func text(_ descriptor: Int32) -> String? {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        return count > 0 ? String(decoding: bytes.prefix(count), as: UTF8.self) : nil
    }
}
