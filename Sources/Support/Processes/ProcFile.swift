internal import Glibc

/// Files of `/proc`, which are short and tell no size.
enum ProcFile {
    /// The file's first 4 KiB without the line break at their end; `nil`: it cannot be read.
    static func text(_ path: String) -> String? {
        let opened = open(path, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else { return nil }
        let descriptor = Descriptor(opened)
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = read(descriptor.number, &bytes, bytes.count)
        guard count > 0 else { return nil }
        if bytes[count - 1] == UInt8(ascii: "\n") { return String(decoding: bytes[..<(count - 1)], as: UTF8.self) }
        return String(decoding: bytes[..<count], as: UTF8.self)
    }

    /// The file's first bytes, at most `limit`; `nil`: it cannot be read.
    static func bytes(_ path: String, limit: Int) -> [UInt8]? {
        let opened = open(path, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else { return nil }
        let descriptor = Descriptor(opened)
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while bytes.count < limit {
            let count = read(descriptor.number, &chunk, chunk.count)
            guard count > 0 else { return count == 0 ? bytes : nil }
            bytes += chunk[..<count]
        }
        return bytes
    }
}
