internal import CSystem
internal import Glibc

/// Reads files whole, and never what is not a file.
///
/// The place is opened first and looked at; only then, and through the same descriptor, what is there. So what was
/// looked at is what is read, whatever happens to the path meanwhile, and no pipe and no device is ever opened to find
/// out that it is one.
package struct FileReader: ~Copyable {
    /// How long a pipe that the operator named may stay silent: one of a shell's own, and one in the file system.
    private static let patience = (shell: Duration.seconds(60), named: Duration.seconds(5))

    private let place: Descriptor
    /// The real path of the file.
    package let path: String
    private let isPipe: Bool

    /// Opens a place and looks at what is there.
    ///
    /// - Throws: `FileFailure` when it is not there, or not what may be there.
    package init(_ name: String, _ trust: FileTrust) throws(FileFailure) {
        guard !name.utf8.contains(0) else { throw FileFailure("its name contains a NUL byte") }
        let opened = runbook_open_place(name)
        guard opened >= 0 else { throw FileFailure(code: errno) }
        let place = Descriptor(opened)
        guard let path = FileReader.path(of: opened) else { throw FileFailure("its real path is not known") }
        var status = stat()
        guard fstat(opened, &status) == 0 else { throw FileFailure(code: errno) }
        let isPipe = try FileReader.isPipe(status.st_mode, trust)
        if case .inside(let folder) = trust, !FileReader.lies(path, in: folder) {
            throw FileFailure("its real path is `\(path)`, outside `\(folder)`")
        }
        self.place = place
        self.path = path
        self.isPipe = isPipe
    }

    /// The bytes of a file.
    ///
    /// - Parameter limit: The most bytes.
    /// - Throws: `FileFailure` when it cannot be read, or has more.
    package static func read(_ name: String, _ trust: FileTrust, limit: Int) throws(FileFailure) -> [UInt8] {
        try FileReader(name, trust).bytes(limit: limit)
    }

    /// The bytes of the file.
    ///
    /// - Parameter limit: The most bytes.
    /// - Throws: `FileFailure` when it cannot be read, or has more.
    package func bytes(limit: Int) throws(FileFailure) -> [UInt8] {
        let opened = open("/proc/self/fd/\(place.number)", O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
        guard opened >= 0 else { throw FileFailure(code: errno) }
        let descriptor = Descriptor(opened)
        var status = stat()
        if fstat(opened, &status) == 0, status.st_size > limit { throw FileFailure(largerThan: limit) }
        if isPipe { try wait(for: descriptor.number) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(descriptor.number, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            if count < 0, errno == EAGAIN, isPipe {
                try wait(for: descriptor.number)
                continue
            }
            guard count >= 0 else { throw FileFailure(code: errno) }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
            if bytes.count > limit { throw FileFailure(largerThan: limit) }
        }
    }

    /// Waits until a pipe has something to say, or its end.
    private func wait(for descriptor: Int32) throws(FileFailure) {
        let patience = path.hasPrefix("/") ? FileReader.patience.named : FileReader.patience.shell
        let end = ContinuousClock.now + patience
        while true {
            let left = max(.zero, end - .now)
            var polled = [pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)]
            let count = poll(&polled, 1, Int32(left / .milliseconds(1)))
            if count > 0 { return }
            if count < 0, errno != EINTR { throw FileFailure(code: errno) }
            if left == .zero {
                throw FileFailure("it is a pipe, and no data came within \(patience.components.seconds) s")
            }
        }
    }

    private static func isPipe(_ mode: mode_t, _ trust: FileTrust) throws(FileFailure) -> Bool {
        switch mode & S_IFMT {
        case S_IFREG: return false
        case S_IFDIR: throw FileFailure(code: EISDIR)
        case S_IFIFO where trust == .named: return true
        case S_IFIFO: throw FileFailure("it is a pipe, not a regular file")
        case S_IFSOCK: throw FileFailure("it is a socket, not a regular file")
        default: throw FileFailure("it is a device, not a regular file")
        }
    }

    private static func lies(_ path: String, in folder: String) -> Bool {
        // By bytes: texts that are equal to a reader can name different files.
        path.utf8.starts(with: (folder.hasSuffix("/") ? folder : folder + "/").utf8)
    }

    private static func path(of descriptor: Int32) -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/fd/\(descriptor)", &buffer, buffer.count)
        guard count > 0 else { return nil }
        return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
