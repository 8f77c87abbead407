import RunbookEngine
import RunbookModel
import RunbookSyntax
import Testing

@testable import RunbookApp

struct IncludeReaderTests {
    private static func book(_ steps: String) -> String {
        "# T\n\n```yaml runbook\nversion: 1\ntargets: { shelf: { kind: elasticsearch } }\n```\n\n## A\n\n" + steps
    }

    private static func item(_ link: String) -> String { "1. [x](\(link)) <!-- runbook: include -->\n\n" }

    private static let step = "```console run\nGET /\n```\n"

    private func read(_ files: [String: String]) throws -> ([Int: IncludedPart], [Diagnostic]) {
        let source = SourceText(file: "main.md", text: files["/main.md"] ?? "")
        let runbook = try #require(RunbookParser.parse(source).runbook)
        var reader = IncludeReader(MemoryFiles(texts: files), for: "/main.md")
        let parts = reader.parts(of: runbook, at: "/main.md")
        return (parts, reader.diagnostics)
    }

    @Test(
        arguments: [
            ("part.md", nil), ("part.md#a", nil), ("nowhere.md", "include/unreadable"),
            ("/part.md", "include/unreadable"),
            ("part.md#b", "include/no-section"), ("prose.md", "include/unusable"), ("broken.md", "include/unusable"),
            ("main.md", "include/cycle"), ("circle.md", "include/cycle"), ("hidden.md", "include/unusable"),
        ] as [(String, String?)])
    func saysWhatCannotBeIncluded(_ link: String, _ code: String?) throws {
        let (parts, problems) = try read([
            "/main.md": Self.book(Self.item(link)), "/part.md": Self.book(Self.step), "/prose.md": "# Prose\n",
            "/broken.md": Self.book("```console run timeout=5\nGET /\n```\n"),
            "/circle.md": Self.book(Self.item("main.md")),
            "/hidden.md": Self.book("> ```console run\n> GET /\n> ```\n" + Self.step),
        ])
        #expect(problems.map(\.code) == (code.map { [$0] } ?? []))
        #expect(parts.isEmpty == (code != nil && link != "circle.md"))
    }

    @Test func nestsEightDeepAndNoDeeper() throws {
        var files = ["/main.md": Self.book(Self.item("1.md"))]
        for level in 1...9 { files["/\(level).md"] = Self.book(Self.item("\(level + 1).md")) }
        files["/10.md"] = Self.book(Self.step)
        #expect(try read(files).1.map(\.code) == ["include/depth"])
        files["/8.md"] = Self.book(Self.step)
        #expect(try read(files).1 == [])
    }

    @Test func doesNotGrowWithoutEnd() throws {
        var files = ["/main.md": Self.book(Self.item("1.md") + "\n" + Self.item("1.md"))]
        for level in 1...7 {
            files["/\(level).md"] = Self.book((0..<9).map { _ in Self.item("\(level + 1).md") }.joined(separator: "\n"))
        }
        files["/8.md"] = Self.book(Self.step)
        #expect(try read(files).1.map(\.code) == ["include/depth"])
    }

    @Test func theSameDocumentMayBeIncludedTwice() throws {
        let files = [
            "/main.md": Self.book(Self.item("part.md") + "2. [y](part.md) <!-- runbook: include -->\n"),
            "/part.md": Self.book(Self.step),
        ]
        let (parts, problems) = try read(files)
        #expect(parts.count == 2)
        #expect(problems == [])
    }
}
