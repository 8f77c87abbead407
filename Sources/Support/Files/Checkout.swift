internal import Glibc

/// A folder of files of somebody else, such as a clone of a repository, whose links may lead anywhere.
package enum Checkout {
    /// The nearest folder at or above a real one that holds `.git`; nil when there is none.
    package static func root(above folder: String) -> String? {
        var folder = folder
        while true {
            if access(folder == "/" ? "/.git" : folder + "/.git", F_OK) == 0 { return folder }
            if folder == "/" { return nil }
            folder = parent(of: folder)
        }
    }

    /// The first part of a path that is a link of a checkout and leads out of it; nil when there is none.
    ///
    /// Where no `.git` says what belongs together, a folder below the working directory is one of its own. Links at other
    /// places are the operator's own, or the system's.
    package static func linkOut(of path: String) -> String? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: true)
        var name = path.hasPrefix("/") ? "/" : ""
        for part in parts {
            let folder = name.isEmpty ? "." : name
            name += (name.isEmpty || name.hasSuffix("/") ? "" : "/") + part
            var status = stat()
            guard lstat(name, &status) == 0 else { return nil }
            guard status.st_mode & S_IFMT == S_IFLNK, let folder = real(folder), let root = bounds(of: folder) else {
                continue
            }
            // A link to nothing leads nowhere that can be looked at.
            guard let target = real(name), lies(target, in: root) else { return name }
        }
        return nil
    }

    /// What a link in a folder may not lead out of.
    private static func bounds(of folder: String) -> String? {
        if let root = root(above: folder) { return root }
        guard let working = real("."), working != "/", lies(folder, in: working) else { return nil }
        return folder
    }

    private static func lies(_ path: String, in folder: String) -> Bool {
        path == folder || path.utf8.starts(with: (folder.hasSuffix("/") ? folder : folder + "/").utf8)
    }

    private static func parent(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.startIndex else { return "/" }
        return String(path[..<slash])
    }

    private static func real(_ path: String) -> String? {
        guard let pointer = realpath(path, nil) else { return nil }
        defer { free(pointer) }
        return String(cString: pointer)
    }
}
