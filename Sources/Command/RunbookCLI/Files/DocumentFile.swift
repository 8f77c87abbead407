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
        do throws(FileFailure) {
            return SourceText(file: file, bytes: try FileReader.read(file, trust, limit: limit))
        } catch {
            throw failure(file, error)
        }
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
            help: failure.isMissing
                ? "check the path; a relative path starts at the working directory" : "choose a file that you may read")
    }

    /// The real path of a file; the path itself when it has none.
    static func realPath(_ file: String) -> String {
        guard let path = realpath(file, nil) else { return file }
        defer { free(path) }
        return String(cString: path)
    }

    /// Makes sure that a file can be written, without changing what it holds.
    ///
    /// - Throws: `Diagnostic` that says why it cannot be written.
    static func open(_ file: String) throws(Diagnostic) {
        let descriptor = Glibc.open(file, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw unwritable(file, errno) }
        close(descriptor)
    }

    /// Writes a file whole, instead of what it held.
    ///
    /// - Throws: `Diagnostic` that says why it cannot be written.
    static func write(_ text: String, to file: String) throws(Diagnostic) {
        let descriptor = Glibc.open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw unwritable(file, errno) }
        defer { close(descriptor) }
        guard write(text, to: descriptor) else { throw unwritable(file, errno) }
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
        Diagnostic(
            "file/unwritable",
            "cannot write `\(VisibleText.visible(file))`: \(String(cString: strerror(code)).lowercased())", at: nil,
            help: "choose a file that you may write")
    }
}
