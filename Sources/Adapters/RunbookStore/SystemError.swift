internal import Glibc
internal import RunbookRun

/// A call to the system about a file that failed.
struct SystemError: Error {
    let operation: String
    let path: String
    let code: Int32

    var failure: JournalFailure {
        let reason: JournalFailure.Reason =
            switch code {
            case ENOSPC, EDQUOT: .full
            case EROFS, EACCES, EPERM: .readOnly
            default: .store
            }
        return JournalFailure(reason, "cannot \(operation) `\(path)`: \(String(cString: strerror(code)))")
    }
}
