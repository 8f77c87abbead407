internal import Processes
internal import RunbookModel

/// What a plugin wrote on its standard error: a log for people, shown when a call comes to nothing.
struct PluginLog {
    /// How many bytes are kept.
    static let limit = 1 << 16
    /// The longest line that is shown, in bytes.
    ///
    /// A longer one is omitted as a whole, for a cut could leave half of a secret,
    /// which no mask finds.
    static let maximumLine = 500
    /// The most lines that are shown: the last ones.
    static let maximumLines = 10

    /// The last whole lines.
    let lines: [String]

    init(_ result: ProcessResult) {
        var text = result.errors[...]
        // What was dropped was dropped at the end, so the last line may not be whole.
        if result.errorsDropped > 0 {
            text = text[..<(text.lastIndex(of: 0x0A) ?? text.startIndex)]
        }
        lines = text.split(separator: 0x0A).suffix(PluginLog.maximumLines).map { line in
            line.count > PluginLog.maximumLine
                ? "(a line of \(line.count) bytes)"
                : VisibleText.visible(String(decoding: line, as: UTF8.self))
        }
    }

    /// A reason with the log behind it.
    func added(to reason: String) -> String {
        lines.isEmpty ? reason : reason + "; its log:\n" + lines.map { "  " + $0 }.joined(separator: "\n")
    }
}
