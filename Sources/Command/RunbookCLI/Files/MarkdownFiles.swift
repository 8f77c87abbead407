import Files
internal import Glibc

/// The Markdown files that a command line means.
enum MarkdownFiles {
    /// How deep folders are looked into.
    private static let deepest = 32
    /// Folders whose files are not the person's own.
    private static let omitted: Set<String> = [".git", "node_modules", ".build"]

    /// The file itself; of a folder all Markdown files below it, sorted.
    static func files(_ path: String) -> [String] {
        guard isFolder(path) else { return [path] }
        let found = files(in: path.hasSuffix("/") ? String(path.dropLast()) : path, depth: 0)
        // A folder without any is reported like a missing file.
        return found.isEmpty ? [path] : found
    }

    private static func files(in folder: String, depth: Int) -> [String] {
        guard depth < deepest else { return [] }
        return FolderNames.sorted(in: folder).filter { !omitted.contains($0) }.flatMap { name -> [String] in
            let path = "\(folder)/\(name)"
            if isFolder(path, followsLinks: false) { return files(in: path, depth: depth + 1) }
            // A pipe or a device that is only called so would be waited for.
            return [".md", ".markdown"].contains(where: name.lowercased().hasSuffix) && isFile(path) ? [path] : []
        }
    }

    private static func isFile(_ path: String) -> Bool {
        var status = stat()
        // What cannot be looked at is reported when it is read.
        guard stat(path, &status) == 0 else { return true }
        return status.st_mode & S_IFMT == S_IFREG || status.st_mode & S_IFMT == S_IFDIR
    }

    /// Whether a path is that of a folder.
    static func isFolder(_ path: String, followsLinks: Bool = true) -> Bool {
        var status = stat()
        guard (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return false }
        return status.st_mode & S_IFMT == S_IFDIR
    }
}
