internal import Glibc

/// A file of a database, read without SQLite.
///
/// It is opened and never closed: closing it would drop the locks that this process has on it (fcntl(2)). So it is only
/// for a process that has nothing left to do but to look at a damaged store.
enum LooseFile {
    /// Copies a file; a missing one is not an error.
    ///
    /// - Returns: Its length in bytes; nil when there is none.
    static func copy(_ source: String, to target: String) throws(SystemError) -> Int? {
        let input = open(source, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard input >= 0 else {
            if errno == ENOENT { return nil }
            throw SystemError(operation: "open", path: source, code: errno)
        }
        let output = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard output >= 0 else { throw SystemError(operation: "open", path: target, code: errno) }
        defer { close(output) }
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        var length = 0
        while true {
            let count = read(input, &buffer, buffer.count)
            if count == 0 { return length }
            guard count > 0, write(output, buffer, count) == count else {
                throw SystemError(operation: "copy", path: source, code: errno)
            }
            length += count
        }
    }

    /// The first bytes of a file that no connection has open.
    static func beginning(of path: String, _ count: Int) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: count)
        let found = read(descriptor, &buffer, count)
        return Array(buffer.prefix(max(0, found)))
    }

    /// Overwrites the first bytes of a file that no connection has open.
    static func overwrite(_ path: String, with bytes: [UInt8]) throws(SystemError) {
        let descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SystemError(operation: "open", path: path, code: errno) }
        defer { close(descriptor) }
        guard pwrite(descriptor, bytes, bytes.count, 0) == bytes.count else {
            throw SystemError(operation: "write", path: path, code: errno)
        }
    }
}
