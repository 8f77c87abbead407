import RunbookModel

extension ShellScript {
    /// The methods that a request of a console begins with.
    private static let methods = ["GET", "POST", "PUT", "DELETE", "HEAD", "PATCH"]

    /// Warns of lines that are not commands: a prompt, a request of a console, a response.
    ///
    /// Documents have them beside their commands, and a shell finds out only after it has executed the lines above.
    mutating func tellPasted(_ scan: ShellScan) {
        for start in scan.lines {
            let line = bytes[start...].prefix { $0 != 0x0A }
            let words = line.split(maxSplits: 2) { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
            guard let word = words.first, let problem = problem(of: word, words.dropFirst().first) else { continue }
            diagnostics.append(
                Diagnostic(
                    "shell/not-a-command", .warning, problem.message, at: block.span(word.indices),
                    help: problem.help))
        }
    }

    private func problem(of word: ArraySlice<UInt8>, _ next: ArraySlice<UInt8>?) -> (message: String, help: String)? {
        let shown = VisibleText.visible(String(decoding: word, as: UTF8.self))
        if ["$", "%"].contains(shown) || shown.hasSuffix("$") && shown.contains("@") {
            return (
                "the prompt `\(shown)` does not belong to the command",
                "remove it, and write the output of the command in a fence `text`"
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
}
