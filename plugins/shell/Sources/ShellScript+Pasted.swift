import RunbookModel

extension ShellScript {
    /// The methods that a request of a console begins with.
    private static let methods = ["GET", "POST", "PUT", "DELETE", "HEAD", "PATCH"]

    /// Tells of lines that no shell takes as commands: a prompt, a request of a console, a response.
    ///
    /// Each document has them beside its commands, and a shell finds out only when it has executed the lines above.
    mutating func tellPasted(_ scan: ShellScan) {
        for line in bytes.split(separator: 0x0A) {
            guard let first = line.firstIndex(where: { $0 != 0x20 && $0 != 0x09 }),
                !scan.hidden.contains(where: { $0.range.contains(first) }), !isContinued(before: line.startIndex)
            else { continue }
            let words = line[first...].split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
            guard let word = words.first else { continue }
            if let problem = problem(of: word, words.dropFirst().first) {
                diagnostics.append(
                    Diagnostic(
                        "shell/not-a-command", .warning, problem.message,
                        at: block.span(word.startIndex..<word.endIndex), help: problem.help))
            }
        }
    }

    private func problem(of word: ArraySlice<UInt8>, _ next: ArraySlice<UInt8>?) -> (message: String, help: String)? {
        let shown = VisibleText.visible(String(decoding: word, as: UTF8.self))
        if ["$", "%"].contains(shown) || shown.hasSuffix("$") && shown.contains("@") {
            return (
                "the prompt `\(shown)` does not belong to the command",
                "remove it, and write the output of the "
                    + "command in a fence `text`"
            )
        }
        if Self.methods.contains(shown), let path = next?.first, path == UInt8(ascii: "/") || path == UInt8(ascii: "_")
        {
            return (
                "`\(shown)` is a request of a console, and not a command",
                "write `console` as the language of the block, and choose a cluster with `on=`"
            )
        }
        if shown.hasPrefix("{\"") || shown.hasPrefix("[{") || shown == "{" && next?.first == UInt8(ascii: "\"") {
            return (
                "this is JSON, and not a command",
                "write a response in a fence `json expect`, or in a fence `json` if it is only shown"
            )
        }
        return nil
    }

    /// Whether the line that begins at an offset continues the one before it.
    private func isContinued(before start: Int) -> Bool {
        start > 1 && bytes[start - 1] == 0x0A && bytes[start - 2] == UInt8(ascii: "\\")
    }
}
