import RunbookModel

/// What is behind the opening characters of a fence: `LANGUAGE ROLE [key=value ...]`.
struct FenceInfo: Sendable {
    /// The first word.
    let language: Located<String>?
    /// The second word.
    let word: Located<String>?
    /// The whole info string.
    let text: BlockText
    /// Where it begins in the file.
    private let start: Int

    /// Reads the info string in a range of offsets.
    init(_ source: SourceText, in range: Range<Int>) {
        text = source.block(range)
        start = range.lowerBound
        var scanner = KeyScanner(text)
        language = scanner.run()
        word = scanner.run()
    }

    /// What is behind the first word.
    var tail: BlockText { text.inline(from: language.map { $0.span.end.offset - start } ?? text.text.utf8.count) }

    /// What is behind the second word.
    var rest: BlockText { text.inline(from: (word ?? language).map { $0.span.end.offset - start } ?? 0) }

    /// The role, when the second word is one.
    var role: FenceRole? { word.flatMap { FenceRole(rawValue: $0.value) } }

    /// Whether it declares a runbook.
    var isDeclaration: Bool {
        word?.value == "runbook" && ["yaml", "yml"].contains(language?.value)
    }

    /// The keys behind the role, and what is wrong with how they are written.
    var keyWords: (words: [KeyWord], diagnostics: [Diagnostic]) {
        let rest = rest
        if let problem = FenceInfo.bracedKeys(rest) { return ([], [problem]) }
        var scanner = KeyScanner(rest)
        return (scanner.words(), scanner.diagnostics)
    }

    /// Keys in braces, as other tools have them.
    private static func bracedKeys(_ rest: BlockText) -> Diagnostic? {
        guard rest.text.utf8.contains(UInt8(ascii: "{")) else { return nil }
        let bytes = Array(rest.text.utf8)
        guard let start = bytes.firstIndex(where: { $0 != 0x20 && $0 != 0x09 }), bytes[start] == UInt8(ascii: "{"),
            let end = bytes.lastIndex(where: { $0 != 0x20 && $0 != 0x09 })
        else { return nil }
        return Diagnostic(
            "key/malformed", "keys must not be in braces", at: rest.span(start..<end + 1),
            help: "write `name=value`, with spaces between keys")
    }
}
