internal import Glibc

extension StoreFolder {
    /// Where the bytes of attached files are, each under its SHA-256.
    var attachments: String { "\(path)/attachments" }

    /// Where the bytes of an attached file are.
    package func attachment(_ sha256: String) -> String { "\(attachments)/\(sha256)" }

    /// Writes an attached file, readable for nobody else; one of the same bytes is there already.
    func keep(attachment bytes: [UInt8], sha256: String) throws(SystemError) -> String {
        let file = attachment(sha256)
        if mkdir(attachments, 0o700) != 0, errno != EEXIST {
            throw SystemError(operation: "make the folder", path: attachments, code: errno)
        }
        // Under another name first, so that no half of it is ever found.
        let draft = "\(file).\(getpid())"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw SystemError(operation: "write", path: draft, code: errno) }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let code = errno
                unlink(draft)
                throw SystemError(operation: "write", path: draft, code: code)
            }
            rest = rest.dropFirst(count)
        }
        guard fsync(descriptor) == 0, rename(draft, file) == 0 else {
            throw SystemError(operation: "write", path: file, code: errno)
        }
        return file
    }
}
