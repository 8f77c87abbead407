internal import Glibc
import RunbookModel

/// The document in standard input, as `-` asks.
enum StandardInput {
    /// The name that it would have in the working directory, for what it includes.
    static let name = "stdin.md"

    /// Reads it to its end.
    ///
    /// - Throws: `Diagnostic` when it is too large, or a terminal.
    static func document() throws(Diagnostic) -> SourceText {
        if isatty(0) == 1 {
            throw Diagnostic(
                "file/unreadable", "`-` reads a runbook from standard input, which is a terminal", at: nil,
                help: "send it a file: `runbook check - < runbook.md`")
        }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = buffer.withUnsafeMutableBytes { Glibc.read(0, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count <= 0 { break }
            bytes += buffer[..<count]
            if bytes.count > DocumentFile.limit {
                throw Diagnostic(
                    "file/too-large", "standard input is larger than \(DocumentFile.limit / 1_048_576) MiB", at: nil,
                    help: "split it into several documents")
            }
        }
        return SourceText(file: "-", bytes: bytes)
    }
}
