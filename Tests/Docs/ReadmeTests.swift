import ConsoleHandler
import RunbookEngine
import RunbookModel
import RunbookSyntax
import Testing

/// The README keeps its promises.
struct ReadmeTests {
    private let page = Page("README.md")

    @Test func itIsShort() {
        #expect(page.text.split(separator: "\n", omittingEmptySubsequences: false).count <= 201)
    }

    @Test func itsFirstRunbookIsOneWithoutFlaw() throws {
        let examples = page.fences("markdown")
        #expect(examples.count == 1)
        let source = SourceText(file: "first.md", text: try #require(examples.first))
        let parsed = RunbookParser.parse(source)
        #expect(parsed.diagnostics.map(\.message) == [])
        let binding = Binder.bind(try #require(parsed.runbook), to: HandlerRegistry([ConsoleHandler()]))
        #expect(binding.diagnostics.map(\.message) == [])
        #expect(binding.steps.map(\.step.role) == [.run, .verify, .manual, .run, .verify])
        #expect(binding.steps.map(\.unless) == [1, nil, nil, 4, nil])
    }

    @Test func itsRunIsTheBundledRunbooks() throws {
        let source = SourceText(file: "connect-clusters.md", text: Page("runbooks/connect-clusters.md").text)
        let title = try #require(RunbookParser.parse(source).runbook).title
        let run = try #require(page.fences("console").first)
        #expect(run.contains("$ runbook exec runbooks/connect-clusters.md --yes\nSANDBOX: \(title)"))
    }
}
