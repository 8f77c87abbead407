internal import Glibc

/// Whose store it is: who owns a store can answer for others, and change what they did.
extension StoreFolder {
    /// The other user to whom the folder or its database belongs; nil where it is ours, or not there yet.
    ///
    /// An administrator uses stores of others on purpose, such as one that is mounted into a container, and is warned.
    ///
    /// - Throws: ``StoreFailure/otherOwner(path:user:)`` for everybody else.
    func otherOwner() throws(StoreFailure) -> String? {
        for path in [path, database] {
            var status = stat()
            guard lstat(path, &status) == 0, let user = Self.otherUser(status.st_uid, than: geteuid()) else { continue }
            if geteuid() == 0 { return user }
            throw .otherOwner(path: path, user: user)
        }
        return nil
    }

    /// The name of the owner of a file, or his number where he has none; nil where he is the user himself.
    static func otherUser(_ owner: uid_t, than user: uid_t) -> String? {
        if owner == user { return nil }
        guard let entry = getpwuid(owner), let name = entry.pointee.pw_name else { return String(owner) }
        return String(cString: name)
    }

    /// Whether others may enter the folder of a store; a command that only reads does not change that.
    package var isOpenToOthers: Bool {
        var status = stat()
        return access(database, F_OK) == 0 && stat(path, &status) == 0 && status.st_mode & 0o077 != 0
    }
}
