internal import Glibc
import RunbookModel

extension DocumentFile {
    /// Writes a file so that whoever reads it meanwhile, or after a crash, sees the old text or the new one, whole.
    ///
    /// What is not a plain file, such as a pipe, is written to as it is.
    ///
    /// - Throws: `Diagnostic` that says why it cannot be written.
    static func replace(_ text: String, in file: String) throws(Diagnostic) {
        // A link stays a link: what it points to is replaced.
        let (path, _) = try place(toWrite: file)
        var status = stat()
        let isThere = stat(path, &status) == 0
        if isThere, status.st_mode & S_IFMT != S_IFREG { return try write(text, to: file) }
        var name = Array("\(path).XXXXXX".utf8CString)
        let descriptor = mkstemp(&name)
        guard descriptor >= 0 else { throw unwritable(file, errno) }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        let mask = umask(0)
        umask(mask)
        let mode = isThere ? status.st_mode & 0o777 : 0o644 & ~mask
        let isWritten = fchmod(descriptor, mode) == 0 && write(text, to: descriptor) && fsync(descriptor) == 0
        let code = errno
        close(descriptor)
        if isWritten, rename(name, path) == 0 { return }
        let reason = isWritten ? errno : code
        unlink(name)
        throw unwritable(file, reason)
    }
}
