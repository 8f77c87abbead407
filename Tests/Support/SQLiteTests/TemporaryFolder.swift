import Glibc

/// A new folder that is removed with everything in it when the test ends.
struct TemporaryFolder: ~Copyable {
    let path: String

    init() throws {
        var template = Array("/tmp/runbook-sqlite-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw Failure() }
        path = String(cString: made)
    }

    deinit {
        for name in ["test.db", "test.db-wal", "test.db-shm", "test.db-journal"] { unlink("\(path)/\(name)") }
        rmdir(path)
    }

    struct Failure: Error {}
}
