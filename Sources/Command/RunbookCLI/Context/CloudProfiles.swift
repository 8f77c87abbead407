import Glibc

/// The file of Alibaba Cloud's command-line tool, `~/.aliyun/config.json`; read only where an environment names a profile.
enum CloudProfiles {
    /// The most that is read of it, in bytes.
    private static let limit = 1 << 20

    /// The bytes of the file; nil when it is not there or cannot be read.
    @Sendable static func read() -> [UInt8]? {
        guard let home = ProcessVariables.all()["HOME"] else { return nil }
        let descriptor = open("\(home)/.aliyun/config.json", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
            while count < limit {
                let read = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, limit - count)
                if read <= 0 { break }
                count += read
            }
        }
        return bytes
    }
}
