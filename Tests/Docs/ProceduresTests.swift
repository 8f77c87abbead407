import Foundation
import RunbookModel
import RunbookSyntax
import Testing

/// `docs/procedures.md` names what the bundled runbooks do, and nothing else.
struct ProceduresTests {
    /// What the page says of one runbook.
    struct Chapter: Sendable, CustomTestStringConvertible {
        let runbook: String
        /// The names in the second column of its table.
        let names: [String]

        var testDescription: String { runbook }

        init(_ text: String) {
            runbook = text.firstMatch(of: /\]\(\.\.\/(runbooks\/[a-z-]+\.md)\)/).map { String($0.output.1) } ?? ""
            names = text.split(separator: "\n").filter { $0.hasPrefix("| ") }.flatMap { row in
                (row.split(separator: "|").dropFirst().first ?? "").matches(of: /`([a-z][a-z0-9_]*)`/)
                    .map { String($0.output.1) }
            }
        }
    }

    private static let chapters = Page("docs/procedures.md").text.components(separatedBy: "\n## ").dropFirst()
        .map(Chapter.init)

    @Test func itHasEachBundledRunbook() throws {
        let folder = Page.root.appendingPathComponent("runbooks").path
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".md") }
        #expect(Self.chapters.map(\.runbook).sorted() == files.map { "runbooks/\($0)" }.sorted())
    }

    @Test(arguments: chapters)
    func itsNamesAreThoseOfTheRunbook(_ chapter: Chapter) throws {
        let source = SourceText(file: chapter.runbook, text: Page(chapter.runbook).text)
        let runbook = try #require(RunbookParser.parse(source).runbook)
        let known = runbook.steps.compactMap(\.id?.value) + runbook.declaration.parameters.map(\.name.value)
        for name in chapter.names { #expect(known.contains(name), "\(name)") }
        for step in runbook.steps where step.role == .run {
            let id = step.id?.value ?? "line \(step.span.start.line)"
            #expect(chapter.names.contains(id), "\(id)")
        }
    }
}
