import Files
internal import Glibc
import RunbookModel

/// Reads documents.
enum DocumentFile {
    /// The largest document that is read: 64 MiB.
    static let limit = 67_108_864

    /// Reads a file.
    ///
    /// - Parameter trust: Who chose its path.
    /// - Throws: `Diagnostic` that says why it cannot be read.
    static func read(_ file: String, _ trust: FileTrust = .named) throws(Diagnostic) -> SourceText {
        if trust == .named, file == "-" { return try StandardInput.document() }
        if isURL(file), !exists(file) {
            throw Diagnostic(
                "file/url", "`\(VisibleText.visible(file))` is a URL, and only files are read", at: nil,
                help: "download it, read it, and then run the file")
        }
        do throws(FileFailure) {
            return SourceText(file: file, bytes: try FileReader.read(file, trust, limit: limit))
        } catch {
            throw failure(file, error)
        }
    }

    /// Whether a word is an address of something elsewhere, such as `https://host/a.md` or `git@host:a.md`.
    static func isURL(_ word: String) -> Bool {
        if word.utf8.starts(with: "git@".utf8) { return true }
        guard let scheme = word.firstRange(of: "://").map({ word[..<$0.lowerBound] }) else { return false }
        return ["http", "https", "file", "ftp", "s3", "gs", "ssh", "git", "oss"].contains(scheme.lowercased())
    }

    /// Reads a file that a command cannot do without.
    ///
    /// - Parameter status: The exit code of a command that cannot read it.
    /// - Throws: `CommandFailure` that says why it cannot be read.
    static func read(_ file: String, orExit status: Int32) throws(CommandFailure) -> SourceText {
        do throws(Diagnostic) { return try read(file) } catch { throw CommandFailure(status, [error]) }
    }

    private static func failure(_ file: String, _ failure: FileFailure) -> Diagnostic {
        let name = VisibleText.visible(file)
        if failure.isTooLarge {
            return Diagnostic(
                "file/too-large", "`\(name)` is larger than \(limit / 1_048_576) MiB", at: nil,
                help: "split it into several documents")
        }
        return Diagnostic(
            "file/unreadable", "cannot read `\(name)`: \(VisibleText.visible(failure.reason))", at: nil,
            help: help(file, failure))
    }

    private static func help(_ file: String, _ failure: FileFailure) -> String {
        if failure.isMissing { return "check the path; a relative path starts at the working directory" }
        if MarkdownFiles.isFolder(file) {
            return MarkdownFiles.files(file) == [file]
                ? "there are no Markdown files in this folder" : "choose a file in this folder"
        }
        return "choose a file that you may read"
    }

    /// The real path of a file; the path itself when it has none.
    static func realPath(_ file: String) -> String {
        // Standard input is a document of this folder.
        if file == "-" { return realPath(".") + "/" + StandardInput.name }
        guard let path = realpath(file, nil) else { return file }
        defer { free(path) }
        return String(cString: path)
    }

    /// Whether there is something at a path.
    static func exists(_ file: String) -> Bool { access(file, F_OK) == 0 }

    /// The path of a file from the root, whether it is there or not.
    static func absolutePath(_ file: String) -> String {
        let real = realPath(file)
        if real.hasPrefix("/") { return real }
        return realPath(".") + "/" + real
    }

    /// Makes sure that a file can be written, without changing what it holds.
    ///
    /// - Throws: `Diagnostic` that says why it cannot be written.
    static func open(_ file: String) throws(Diagnostic) {
        close(try descriptor(toWrite: file, O_CREAT, mode: 0o600))
    }

    /// Writes a file whole, instead of what it held.
    ///
    /// - Throws: `Diagnostic` that says why it cannot be written.
    ///
    /// - Parameter isPrivate: Whether it has what runs have, which nobody else may read; a file that is there keeps its
    ///   mode.
    static func write(_ text: String, to file: String, isPrivate: Bool = false) throws(Diagnostic) {
        let descriptor = try descriptor(toWrite: file, O_CREAT | O_TRUNC, mode: isPrivate ? 0o600 : 0o644)
        defer { close(descriptor) }
        guard write(text, to: descriptor) else { throw unwritable(file, errno) }
    }

    /// Opens what is written to: never what a link of somebody else leads to, and no pipe that nobody reads.
    private static func descriptor(
        toWrite file: String, _ flags: Int32, mode: mode_t
    ) throws(Diagnostic) -> Int32 {
        let (path, isSystem) = try place(toWrite: file)
        let own = isSystem ? 0 : O_NOFOLLOW | O_NONBLOCK
        let descriptor = Glibc.open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY | flags | own, mode)
        guard descriptor >= 0 else {
            if errno == ENXIO { throw unwritable(file, "it is a pipe that no program reads") }
            throw unwritable(file, errno)
        }
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
        return descriptor
    }

    /// The real place of a file that is written, and whether it is one of the system, such as `/dev/stdout`.
    ///
    /// The folder may be the checkout of somebody, who could let a link lead to any file of the operator. So a link counts
    /// only inside its folder, and one to a folder only inside its checkout.
    static func place(toWrite file: String) throws(Diagnostic) -> (path: String, isSystem: Bool) {
        if file.hasPrefix("/dev/") || file.hasPrefix("/proc/") { return (file, true) }
        if let link = Checkout.linkOut(of: file) {
            throw unwritable(file, "`\(VisibleText.visible(link))` is a link to another folder", help: linkHelp)
        }
        var status = stat()
        guard lstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return (file, false) }
        let name = file.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folder = realPath(name.map { $0 == file.startIndex ? "/" : String(file[..<$0]) } ?? ".")
        let path = realPath(file)
        guard stat(file, &status) == 0, path.hasPrefix(folder == "/" ? "/" : folder + "/") else {
            throw unwritable(file, "it is a link to another folder", help: linkHelp)
        }
        return (path, false)
    }

    static func write(_ text: String, to descriptor: Int32) -> Bool {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest[(rest.startIndex + count)...]
        }
        return true
    }

    static func unwritable(_ file: String, _ code: Int32) -> Diagnostic {
        unwritable(file, String(cString: strerror(code)).lowercased())
    }

    private static let linkHelp = "write the path that the link leads to, or choose another file"

    private static func unwritable(
        _ file: String, _ reason: String, help: String = "choose a file that you may write"
    ) -> Diagnostic {
        Diagnostic(
            "file/unwritable", "cannot write `\(VisibleText.visible(file))`: \(reason)", at: nil, help: help)
    }
}
