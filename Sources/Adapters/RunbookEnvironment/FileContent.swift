internal import Glibc

/// Reads small files.
enum FileContent {
    /// Why a file cannot be read.
    struct Failure: Error, Hashable {
        /// The reason in words, such as `no such file or directory`.
        let reason: String
    }

    /// The bytes of a file; one byte more than `limit` at most, so that the caller sees when there is too much.
    ///
    /// - Parameter onlyRegular: Whether a pipe or device is refused, which might never end.
    static func read(_ path: String, limit: Int, onlyRegular: Bool = false) throws(Failure) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | (onlyRegular ? O_NONBLOCK : 0))
        guard descriptor >= 0 else { throw failure() }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure() }
        if onlyRegular, status.st_mode & S_IFMT != S_IFREG { throw Failure(reason: "it is not a regular file") }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while bytes.count <= limit {
            let room = min(buffer.count, limit + 1 - bytes.count)
            let count = Glibc.read(descriptor, &buffer, room)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure() }
            if count == 0 { break }
            bytes.append(contentsOf: buffer[..<count])
        }
        return bytes
    }

    private static func failure() -> Failure {
        let code = errno
        var buffer = [CChar](repeating: 0, count: 256)
        guard strerror_r(code, &buffer, buffer.count) == 0 else { return Failure(reason: "error \(code)") }
        let text = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return Failure(reason: String(decoding: text, as: UTF8.self).lowercased())
    }
}
