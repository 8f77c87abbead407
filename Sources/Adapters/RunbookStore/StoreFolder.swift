internal import CSystem
internal import Files
internal import Glibc
internal import RunbookModel

/// The folder that holds all runs of a person: `runs.db` and `locks/`.
package struct StoreFolder: Sendable, Hashable {
    /// The folder's path.
    package let path: String

    /// Names a folder.
    package init(path: String) {
        self.path = path
    }

    /// The folder that applies: the option `--store`, `RUNBOOK_STORE`, else `runbook` in the state folder of the XDG base
    /// directory specification (`$XDG_STATE_HOME`, `~/.local/state`).
    package init(option: String?, environment: [String: String]) {
        if let named = option ?? environment["RUNBOOK_STORE"], !named.isEmpty {
            path = named
        } else if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
            path = "\(state)/runbook"
        } else {
            let home = environment["HOME"] ?? getpwuid(getuid()).map { String(cString: $0.pointee.pw_dir) } ?? "/"
            path = "\(home)/.local/state/runbook"
        }
    }

    var database: String { "\(path)/runs.db" }
    /// What SQLite writes beside a database that has no write-ahead log yet.
    var journal: String { "\(database)-journal" }
    var locks: String { "\(path)/locks" }
    /// Held by everybody who has the database open; who has it alone may put another in its place.
    var databaseLock: String { "\(locks)/store" }
    func lock(ofRun run: String) -> String { "\(locks)/\(run)" }
    func lock(ofEnvironment hash: String) -> String { "\(locks)/env-\(hash)" }

    /// The runs that have, or had, an owner: their locks stay.
    var runLocks: [String] {
        FolderNames.sorted(in: locks).filter { $0.count >= 15 && $0.first.map { "0123456789".contains($0) } == true }
    }

    /// Refuses a folder, a link, a pipe or a device in the place of a file that is opened: the first three would lead
    /// elsewhere or wait for ever, and a repair could not replace them.
    func refuseOtherFiles() throws(StoreFailure) {
        let own = [database, database + "-wal", database + "-shm", journal, databaseLock]
        for file in own + runLocks.map(lock(ofRun:)) {
            var status = stat()
            guard lstat(file, &status) == 0 else { continue }
            let kind =
                switch status.st_mode & S_IFMT {
                case S_IFREG: nil as String?
                case S_IFDIR: "a folder"
                case S_IFLNK: "a link"
                case S_IFIFO: "a named pipe"
                default: "a device or a socket"
                }
            if let kind { throw .notAFile(path: file, kind: kind) }
        }
    }

    /// Whether there is a store.
    ///
    /// - Throws: ``SystemError`` where that cannot be seen: what cannot be looked into is not an empty store.
    var isThere: Bool {
        get throws(SystemError) {
            if access(database, F_OK) == 0 { return true }
            let code = errno
            if code == ENOENT || code == ENOTDIR { return false }
            throw SystemError(operation: "read", path: database, code: code)
        }
    }

    /// Makes the folders that are missing, readable for nobody else, and takes from others what they may do to a database
    /// that was copied here.
    ///
    /// The database itself is left to SQLite. Nothing else may open it, nor the files beside it: closing a file drops the
    /// locks that this process has on it, whichever part of the process took them, and the next process that ends takes
    /// itself for the last one and removes the write-ahead log.
    func prepare() throws {
        try Self.makeFolder(path)
        _ = try closeToOthers()
        try refuseNetworkFileSystem()
        try Self.makeFolder(locks)
        for file in [databaseLock, database, database + "-wal", database + "-shm", journal] { Self.narrow(file) }
    }

    /// Keeps others out of a folder that was there before.
    ///
    /// Only of one that is a store or empty: what else is in a folder may be meant for others.
    ///
    /// - Returns: Whether they could enter it until now.
    func closeToOthers() throws -> Bool {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, status.st_mode & 0o077 != 0 else {
            return false
        }
        // An administrator may close what belongs to another user.
        guard status.st_uid == geteuid() || geteuid() == 0, isStoreOrEmpty, chmod(path, 0o700) == 0 else {
            throw StoreFailure.openFolder(path)
        }
        return true
    }

    private var isStoreOrEmpty: Bool {
        if access(database, F_OK) == 0 { return true }
        guard let stream = opendir(path) else { return false }
        defer { closedir(stream) }
        var count = 0
        while readdir(stream) != nil { count += 1 }
        // The folder itself and the one above.
        return count <= 2
    }

    // By its path: what has a descriptor would have to close it.
    private static func narrow(_ file: String) {
        var status = stat()
        guard lstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_mode & 0o077 != 0 else { return }
        chmod(file, 0o600)
    }

    /// The names of file systems, by their numbers in statfs(2), that leave locks or the order of writes to a server.
    private static let networkFileSystems = [
        0x6969: "NFS", 0x517B: "SMB", 0xFF53_4D42: "CIFS", 0xFE53_4D42: "SMB2", 0x5346_414F: "AFS", 0x6B41_4653: "AFS",
        0x00C3_6400: "Ceph", 0x0102_1997: "9P", 0x0BD0_0BD0: "Lustre", 0x7375_7245: "Coda", 0x564C: "NCP",
        0x7461_636F: "OCFS2", 0x0116_1970: "GFS2", 0x4750_4653: "GPFS", 0x1983_0326: "BeeGFS",
    ]

    static func networkFileSystem(_ type: Int) -> String? { networkFileSystems[type] }

    func refuseNetworkFileSystem() throws(StoreFailure) {
        guard let name = Self.networkFileSystem(Int(runbook_file_system(path))) else { return }
        throw .networkFileSystem(folder: path, name: name)
    }

    private static func makeFolder(_ path: String) throws(SystemError) {
        if mkdir(path, 0o700) == 0 { return }
        var code = errno
        if code == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex {
            try makeFolder(String(path[..<slash]))
            if mkdir(path, 0o700) == 0 { return }
            code = errno
        }
        if code == EEXIST {
            var status = stat()
            if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return }
            code = ENOTDIR
        }
        throw SystemError(operation: "create the folder", path: path, code: code)
    }
}
