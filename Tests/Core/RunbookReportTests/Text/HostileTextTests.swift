import OrderedJSON
import RunbookModel
import RunbookRun
import Testing

@testable import RunbookReport

/// Text from a document, a server, a person or a file's name reaches nobody as something to obey.
struct HostileTextTests {
    /// Sequences for terminals, marks that reorder, other line ends, commands of build servers.
    static let evil =
        "::error::owned\u{1B}]0;x\u{7}\u{9B}2J\u{202E}\u{2066}\r\u{8}x\u{0}\n::error::owned\n  ::stop-commands::x\u{2028}::y\u{85}"

    private static let failure = StepFailure(
        code: "c/d", message: evil, line: 1, target: evil, request: evil, command: evil,
        differences: [.init(path: evil, expected: evil, actual: evil)])

    private static func events(title: String, prose: String) -> [(Int, RunEvent)] {
        let step = OutlineStep(
            heading: .init(
                id: evil, role: .run, title: title, number: evil, section: [evil], line: 1, effect: .write,
                targets: [evil]), prose: prose, template: evil, within: .seconds(5))
        let question = Question(kinds: [.confirm], text: evil, actions: [evil], typed: nil, digest: "d")
        let base = SampleRun.start(title: evil, steps: [step])
        let start = RunStart(
            tool: evil, user: evil, host: evil,
            document: .init(file: evil, path: evil, sha256: "00", commit: nil, isModified: false),
            environment: .init(
                .init(name: evil, sha256: nil, isSandbox: false, isDisposable: false),
                path: evil),
            targets: [
                .init(
                    .init(name: evil, kind: evil), address: evil, identity: evil,
                    product: evil, properties: JSONObject())
            ], parameters: [.init(name: evil, value: .string(evil), isSecret: false, source: evil)],
            outline: base.outline)
        let action = ActionRecord(target: evil, index: 0, effect: .write, title: evil, content: evil)
        return [
            (0, .started(start)), (0, .asked(step: evil, question: question)),
            (0, .answered(step: evil, answer: .go, digest: "d", by: evil, via: evil)),
            (0, .attemptStarted(step: evil, attempt: 1)), (0, .progress(step: evil, text: evil)),
            (0, .actionSent(step: evil, action: action)),
            (0, .actionResponded(step: evil, target: evil, index: 0, response: SampleRun.response(500, evil))),
            (0, .failed(step: evil, failure: failure, applied: .no, response: SampleRun.response(500, evil))),
            (0, .finished(phase: .failed, signal: nil)),
        ]
    }

    private func isHarmless(_ text: String) -> Bool {
        let isSteering = text.unicodeScalars.contains { scalar in
            scalar.value < 0x20 && scalar != "\n" || (0x7F...0x9F).contains(scalar.value)
                || [0x202E, 0x2066, 0x2028].contains(scalar.value)
        }
        let isObeyed = text.split(separator: "\n").contains { $0.drop { $0.isWhitespace }.hasPrefix("::") }
        return !isSteering && !isObeyed
    }

    private static let sinks: [(String, @Sendable (ReportedRun, [RunLine]) -> String)] = [
        ("lines", { _, lines in lines.map { $0.text + "\n" }.joined() }),
        (
            "coloured lines",
            { _, lines in
                let text = lines.map { $0.styled(TerminalStyle(isColored: true)) + "\n" }.joined()
                return text.replacing(/\u{1B}\[[0-9;]*m/, with: "")
            }
        ),
        ("Markdown", { run, _ in MarkdownReport(run).text }),
        ("JSON", { run, _ in JSONReport.json(run).text(.pretty) }),
        ("HTML", { run, _ in HTMLReport(run, styleHash: "x").text }),
        ("JUnit", { run, _ in JUnitXML.text([JUnitSuite(run)]) }),
    ]

    @Test(arguments: sinks.map(\.0))
    func itIsNeverObeyed(_ sink: String) throws {
        let write = try #require(Self.sinks.first { $0.0 == sink }).1
        let events = Self.events(title: Self.evil, prose: Self.evil)
        let run = try #require(try SampleRun.run(events))
        let text = write(run, try SampleRun.lines(events))
        // JSON has its own escapes; other programs read it.
        #expect(
            isHarmless(
                sink == "JSON"
                    ? text.replacing("\u{202E}", with: "").replacing("\u{2066}", with: "").replacing(
                        "\u{2028}", with: "") : text), "\(text)")
        #expect(text.contains("owned"))
    }

    /// A megabyte on one line stays a line.
    @Test func itIsCut() throws {
        let long = String(repeating: "x", count: 1_000_000)
        let piled = "a" + String(repeating: "\u{301}", count: 500_000)
        for text in [long, piled] {
            let lines = try SampleRun.lines(Self.events(title: text, prose: text))
            #expect(lines.map(\.text.utf8.count).reduce(0, +) < 200_000)
        }
    }

    @Test func annotationsAreOneLineEach() {
        let source = SourceText(file: Self.evil, text: Self.evil)
        let diagnostic = Diagnostic("a/b", Self.evil, at: source.span(0..<3), help: Self.evil)
        let text = GitHubAnnotations.text([diagnostic, diagnostic])
        #expect(text.split(separator: "\n").allSatisfy { $0.hasPrefix("::error file=") })
        #expect(text.split(separator: "\n").count == 2)
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
    }
}
