import RunbookModel
import RunbookReport
import Testing

struct DiagnosticTextTests {
    /// A source whose marked places are between `«` and `»`, in order.
    private func marked(_ text: String, file: String = "a.md") -> (source: SourceText, spans: [SourceSpan]) {
        var plain: [UInt8] = []
        var starts: [Int] = []
        var ranges: [Range<Int>] = []
        for character in text {
            switch character {
            case "«": starts.append(plain.count)
            case "»": ranges.append((starts.popLast() ?? 0)..<plain.count)
            default: plain += String(character).utf8
            }
        }
        let source = SourceText(file: file, bytes: plain)
        return (source, ranges.map(source.span))
    }

    private func text(_ diagnostic: Diagnostic, _ sources: SourceText..., isColored: Bool = false) -> String {
        let sources = Dictionary(sources.map { ($0.file, $0) }) { first, _ in first }
        return DiagnosticText(sources: sources, style: TerminalStyle(isColored: isColored)).text(diagnostic)
    }

    @Test func countsWhatItDoesNotShow() {
        let many = (1...203).map { Diagnostic("a/b", .error, "problem \($0)", at: nil, help: "x") }
        let text = DiagnosticText(sources: [:], style: TerminalStyle(isColored: false)).text(many)
        #expect(text.contains("problem 200\n"))
        #expect(!text.contains("problem 201\n"))
        #expect(text.hasSuffix("\nand 3 more; to list all, use `--format json`\n"))
    }

    @Test func showsThePlaceInAVeryLongLine() {
        let (source, spans) = marked(
            String(repeating: "ä", count: 5000) + "«withn»" + String(repeating: "€", count: 5000))
        let shown = text(Diagnostic("a/b", .error, "x", at: spans[0], help: "y"), source)
        let lines = shown.split(separator: "\n")
        #expect(shown.utf8.count < 20_000)
        #expect(lines[3].contains("ääwithn€€"))
        let place = lines[3].firstRange(of: "withn").map {
            lines[3].distance(from: lines[3].startIndex, to: $0.lowerBound)
        }
        let marks = lines[4].firstRange(of: "^^^^^").map {
            lines[4].distance(from: lines[4].startIndex, to: $0.lowerBound)
        }
        #expect(place == marks)
    }

    @Test func pointsAtTheColumnsAndHelps() {
        let (source, spans) = marked("one\n\n   ```console verify «withn»=60s\n")
        let diagnostic = Diagnostic(
            "key/unknown", "unknown key `withn`", at: spans[0], help: "did you mean `within`?", "see `docs/format.md`")
        #expect(
            text(diagnostic, source) == """
                error[key/unknown]: unknown key `withn`
                 --> a.md:3:22
                  |
                3 |    ```console verify withn=60s
                  |                      ^^^^^
                  = help: did you mean `within`?
                  = help: see `docs/format.md`

                """)
    }

    @Test(arguments: [
        ("\tkey=«x»", "    key=x", "        ^"),
        ("ab\t«c\td»e", "ab  c   de", "    ^^^^^"),
        ("日本 «語» x", "日本 語 x", "     ^^"),
        ("e\u{301}é «x»", "e\u{301}é x", "   ^"),
        ("\u{1B}[31m«x»", #"\u{1b}[31mx"#, "          ^"),
        ("a\u{202E}«b»", #"a\u{202e}b"#, "         ^"),
        ("«»abc", "abc", "^"),
        ("abc«»", "abc", "   ^"),
        ("a«bc\nd»", "abc", " ^^"),
        ("a «b»\r\n", "a b", "  ^"),
    ])
    func putsMarksUnderTheCharacters(line: String, shown: String, marks: String) {
        let (source, spans) = marked(line)
        let lines = text(Diagnostic("a/b", "m", at: spans[0]), source).split(separator: "\n").map(String.init)
        #expect(lines.dropFirst(3).first == "1 | " + shown)
        #expect(lines.dropFirst(4).first == "  | " + marks)
    }

    @Test func showsTheOtherPlaces() {
        let (source, spans) = marked(String(repeating: "\n", count: 8) + "id=«one»\nid=«one»\n")
        let (other, others) = marked("see «this»", file: "b.md")
        let diagnostic = Diagnostic(
            "id/double", .warning, "the id `one` is used twice", at: spans[1],
            related: [
                .init(span: spans[0], message: "first given here"), .init(span: others[0], message: "and used here"),
                .init(span: SourceSpan(file: "c.md", start: spans[0].start, end: spans[0].end), message: "and there"),
            ])
        #expect(
            text(diagnostic, source, other) == """
                warning[id/double]: the id `one` is used twice
                  --> a.md:10:4
                   |
                10 | id=one
                   |    ^^^
                   |
                 9 | id=one
                   |    --- first given here
                  ::: b.md:1:5
                   |
                 1 | see this
                   |     ---- and used here
                  ::: c.md:9:4
                   = note: and there

                """)
    }

    @Test func needsNoPlace() {
        let diagnostic = Diagnostic("store/full", "the disk is full", at: nil, help: "free some space")
        #expect(text(diagnostic) == "error[store/full]: the disk is full\n  = help: free some space\n")
    }

    @Test func makesTextFromOutsideVisible() {
        let diagnostic = Diagnostic("a/b", "unknown `\u{1B}[2J\nx`", at: nil, help: "h\u{202E}")
        #expect(text(diagnostic) == "error[a/b]: unknown `\\u{1b}[2J\\u{a}x`\n  = help: h\\u{202e}\n")
    }

    @Test(arguments: [40, 80, 200])
    func cutsLinesThatAreTooLongForATerminal(columns: Int) {
        let long = String(repeating: "x", count: 5000)
        let (source, spans) = marked(long + "«bad»" + long)
        let writer = DiagnosticText(
            sources: [source.file: source], style: TerminalStyle(isColored: false), columns: columns)
        let lines = writer.text(Diagnostic("a/b", "m", at: spans[0])).split(separator: "\n").map(String.init)
        let shown = Array(lines[3])
        let marks = Array(lines[4])
        #expect(shown.count <= columns)
        #expect(String(zip(shown, marks).filter { $0.1 == "^" }.map(\.0)) == "bad")
        #expect(shown.last == "…")
    }

    @Test func cutsNoLineOfProseInAFile() {
        let long = String(repeating: "word ", count: 300)
        let (source, spans) = marked(long + "«bad» " + long)
        let lines = text(Diagnostic("a/b", "m", at: spans[0]), source).split(separator: "\n").map(String.init)
        #expect(!lines[3].contains("…"))
        #expect(lines[3].count > 3000)
    }

    @Test func survivesSpansThatDoNotFit() {
        let (source, _) = marked("ab")
        let outside = SourcePosition(offset: 99, line: 7, column: 40)
        let span = SourceSpan(file: "a.md", start: outside, end: outside)
        #expect(text(Diagnostic("a/b", "m", at: span), source).hasSuffix("7 |\n  | ^\n"))
        let inside = SourceText(file: "a.md", text: "é")
        let half = inside.span(1..<2)
        #expect(text(Diagnostic("a/b", "m", at: half), inside).contains("  |  ^"))
    }

    @Test func colours() {
        let (source, spans) = marked("«x»")
        let diagnostic = Diagnostic("a/b", .hint, "m", at: spans[0])
        #expect(
            text(diagnostic, source, isColored: true) == """
                \u{1B}[1;36mhint[a/b]\u{1B}[0m\u{1B}[1m: m\u{1B}[0m
                 \u{1B}[34m-->\u{1B}[0m a.md:1:1
                  \u{1B}[34m|\u{1B}[0m
                \u{1B}[34m1\u{1B}[0m \u{1B}[34m|\u{1B}[0m x
                  \u{1B}[34m|\u{1B}[0m \u{1B}[1;36m^\u{1B}[0m

                """)
    }

    @Test func countsBySeverity() {
        func some(_ severities: Diagnostic.Severity...) -> [Diagnostic] {
            severities.map { Diagnostic("a/b", $0, "m", at: nil) }
        }
        #expect(DiagnosticText.summary(some(.hint, .error, .warning, .error)) == "2 errors, 1 warning, 1 hint")
        #expect(DiagnosticText.summary(some(.hint, .hint)) == "2 hints")
        #expect(DiagnosticText.summary([]) == nil)
    }

    @Test func ordersByPlace() {
        let (source, spans) = marked("«a» «b»")
        let writer = DiagnosticText(sources: ["a.md": source], style: TerminalStyle(isColored: false))
        let result = writer.text([
            Diagnostic("z/second", "m", at: spans[1]), Diagnostic("z/first", "m", at: spans[0]),
            Diagnostic("z/none", "m", at: nil), Diagnostic("z/also", "m", at: spans[0]),
        ])
        let codes = result.split(separator: "\n").filter { $0.hasPrefix("error") }.map { $0.dropFirst(6).prefix(8) }
        #expect(codes == ["z/none]:", "z/first]", "z/also]:", "z/second"])
    }
}
