import RunbookEngine
import RunbookModel
import RunbookTesting
import Testing

@testable import RunbookApp

/// Checking a document, without a file and without contact to anything.
struct DocumentCheckTests {
    private func check(_ text: String, files: MemoryFiles = MemoryFiles()) async -> CheckedDocument {
        let desk = Desk()
        return await DocumentCheck(registry: desk.registry, expressions: FakeExpressions(), files: files)
            .check(SourceText(file: "a.md", text: text), at: "/a.md")
    }

    private static let head = "# A\n\n```yaml runbook\nversion: 1\ntargets: { shelf: { kind: elasticsearch } }\n```\n\n"

    @Test func aPageIsNotARunbook() async {
        let page = await check("# Notes\n\n```sh\nls\n```\n")
        #expect(!page.isRunbook && page.binding == nil && page.diagnostics.isEmpty)
        #expect(page.executableFences == 1)
        #expect(RunnableDocument(page) == nil)
    }

    @Test func aRunbookIsBound() async throws {
        let document = await check(Self.head + Desk.fence("run again=yes id=put", "PUT /a"))
        let runnable = try #require(RunnableDocument(document), "\(document.diagnostics)")
        #expect(runnable.binding.steps.map(\.id) == ["put"])
        #expect(runnable.sources.map(\.file) == ["a.md"])
    }

    @Test func filtersAreCompiled() async {
        let step = Desk.fence("run again=yes", "PUT /a") + "```jq assert\nsyntax error\n```\n"
        let document = await check(Self.head + step)
        #expect(document.isRunbook && !document.isRunnable)
        #expect(document.diagnostics.contains { $0.severity == .error && $0.span?.start.line == 13 })
    }

    @Test func problemsAreInTheOrderOfTheFile() async {
        let steps = Desk.fence("run nokey=1", "PUT /a") + Desk.fence("verify", "GET /${nobody}")
        let lines = await check(Self.head + steps).diagnostics.compactMap { $0.span?.start.line }
        #expect(lines.count >= 2 && lines == lines.sorted(), "\(lines)")
    }

    @Test func whatItIncludesIsCheckedWithIt() async {
        let included = Self.head + Desk.fence("run again=yes id=inner", "PUT /b")
        let text = Self.head + "1. [x](b.md) <!-- runbook: include -->\n\n"
        #expect(await check(text).diagnostics.map(\.code) == ["include/unreadable"])
        let document = await check(text, files: MemoryFiles(texts: ["/b.md": included]))
        #expect(document.isRunnable && document.binding?.all.count == 2, "\(document.diagnostics)")
    }
}
