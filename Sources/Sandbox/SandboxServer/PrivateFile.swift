import Glibc

/// Files that only their owner may read.
enum PrivateFile {
    /// Writes a file; one of that name is replaced at once or not at all.
    static func write(_ text: String, to path: String) throws(EnvironmentFileError) {
        let temporary = "\(path).\(getpid()).tmp"
        unlink(temporary)
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw EnvironmentFileError(path: path, code: errno) }
        let bytes = Array(text.utf8)
        let isWritten = Glibc.write(descriptor, bytes, bytes.count) == bytes.count
        let code = isWritten ? 0 : errno
        guard close(descriptor) == 0, isWritten, rename(temporary, path) == 0 else {
            let error = EnvironmentFileError(path: path, code: code == 0 ? errno : code)
            unlink(temporary)
            throw error
        }
    }
}
