internal import Digests
internal import Files
internal import Glibc
internal import RunbookModel

/// The files of a plugin's folder.
package struct FolderContent: Sendable {
    /// The most files a plugin may have.
    package static let maximumFiles = 10_000
    /// The most bytes a plugin may have.
    package static let maximumBytes = 256 << 20

    /// A file.
    package struct File: Sendable {
        /// The path from the folder.
        package let name: String
        /// Whether its owner may execute it.
        package let isExecutable: Bool
        /// Its length in bytes.
        package let size: Int
    }

    /// The folder.
    let folder: String
    /// The files, sorted by name.
    package let files: [File]

    /// The SHA-256 over names, rights and contents of all files, in hexadecimal digits; nil when one cannot be read.
    package var hash: String? {
        var digest = SHA256()
        for file in files {
            guard let bytes = bytes(of: file.name) else { return nil }
            let mark = file.isExecutable ? "x" : "-"
            digest.update(Array("\(file.name)\0\(mark)\0\(bytes.count)\0\(SHA256.hex(bytes))\n".utf8))
        }
        return hexadecimal(digest.finalize())
    }

    /// Lists a folder; links, sockets and files that everybody may write are refused.
    static func list(_ folder: String, as problems: PluginFolder.Problems) throws(PluginFolder.Problems) -> Self {
        var files: [File] = []
        var bytes = 0
        var pending = [""]
        try check(status(of: folder), "", as: problems)
        while let prefix = pending.popLast() {
            for name in FolderNames.sorted(in: folder + "/" + prefix) {
                let path = prefix + name
                guard let status = status(of: folder + "/" + path) else { continue }
                try check(status, path, as: problems)
                if status.st_mode & S_IFMT == S_IFDIR {
                    pending.append(path + "/")
                    continue
                }
                files.append(
                    File(name: path, isExecutable: status.st_mode & S_IXUSR != 0, size: Int(status.st_size)))
                bytes += Int(status.st_size)
                if files.count > maximumFiles || bytes > maximumBytes {
                    throw problems.with(
                        "plugin/too-large", "it has more than \(maximumFiles) files or \(maximumBytes >> 20) MiB",
                        "give the plugin a folder of its own")
                }
            }
        }
        return FolderContent(
            folder: folder, files: files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
    }

    private static func check(
        _ status: stat?, _ path: String, as problems: PluginFolder.Problems
    ) throws(PluginFolder.Problems) {
        guard let status else { return }
        let shown = path.isEmpty ? "the folder" : "`\(VisibleText.visible(path))`"
        switch status.st_mode & S_IFMT {
        case S_IFDIR, S_IFREG: break
        case S_IFLNK:
            throw problems.with(
                "plugin/link", "\(shown) is a link, and its target could change without notice",
                "copy the file itself there"
            )
        default:
            throw problems.with("plugin/link", "\(shown) is neither a file nor a folder", "remove it")
        }
        if status.st_mode & S_IWOTH != 0 {
            throw problems.with(
                "plugin/writable", "every user of this machine may write \(shown)",
                "check that nobody changed it, then run `chmod -R o-w` on the folder")
        }
    }

    private static func status(of path: String) -> stat? {
        var status = stat()
        return lstat(path, &status) == 0 ? status : nil
    }

    static func isLink(_ path: String) -> Bool {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return status(of: path).map { $0.st_mode & S_IFMT == S_IFLNK } ?? false
    }

    /// The bytes of a file of this folder; nil when it cannot be read whole, or has become something else.
    func bytes(of name: String, limit: Int = maximumBytes) -> [UInt8]? {
        guard let reader = try? FileReader("\(folder)/\(name)", .inside(folder)), reader.path == "\(folder)/\(name)"
        else { return nil }
        return try? reader.bytes(limit: limit)
    }
}
