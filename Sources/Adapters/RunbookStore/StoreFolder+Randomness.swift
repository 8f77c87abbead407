internal import Digests
internal import Glibc

extension StoreFolder {
    private static let keyLength = 32

    /// Bytes that are random, but the same for each use of a subject with this store: so what was made up for a run is
    /// made up again when the run is resumed, and nothing of it is stored.
    ///
    /// - Parameter makesKey: Whether a key is made where there is none yet.
    /// - Returns: The bytes; nil when there is no key.
    func randomness(for subject: String, makesKey: Bool) throws -> [UInt8]? {
        let file = "\(path)/random.key"
        var key = try Self.key(in: file)
        if key == nil, makesKey {
            try makeKey(file)
            key = try Self.key(in: file)
        }
        return key.map { HMACSHA256.code(for: subject.utf8, key: $0) }
    }

    /// The key; nil when there is no file yet.
    private static func key(in file: String) throws -> [UInt8]? {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw SystemError(operation: "read", path: file, code: errno)
        }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: keyLength)
        let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        guard count >= 0 else { throw SystemError(operation: "read", path: file, code: errno) }
        guard count == keyLength else { throw StoreFailure.notAKey(path: file, length: count) }
        return bytes
    }

    /// Makes the key, whole or not at all; one that another process has made meanwhile stays.
    private func makeKey(_ file: String) throws(SystemError) {
        let draft = "\(file).\(getpid())"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw SystemError(operation: "write", path: draft, code: errno) }
        defer {
            close(descriptor)
            unlink(draft)
        }
        let bytes = (0..<Self.keyLength).map { _ in UInt8.random(in: .min ... .max) }
        let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        guard count == Self.keyLength, fsync(descriptor) == 0, link(draft, file) == 0 || errno == EEXIST else {
            throw SystemError(operation: "write", path: file, code: errno)
        }
    }
}

extension RunStore {
    /// Bytes that are random, but the same for each use of a subject with this store.
    ///
    /// - Parameter makesKey: Whether the store gets a key where it has none yet.
    /// - Returns: The bytes; nil when the store has no key.
    package func randomness(for subject: String, makesKey: Bool) throws(StoreFailure) -> [UInt8]? {
        let folder = folder
        return try StoreFailure.of(folder) { try folder.randomness(for: subject, makesKey: makesKey) }
    }
}
