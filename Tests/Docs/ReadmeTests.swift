import ConsoleHandler
import Foundation
import RunbookEngine
import RunbookEnvironment
import RunbookModel
import RunbookPlugin
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

    @Test func itsEnvironmentIsOne() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("runbook-\(UUID().uuidString).yaml")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(try #require(page.fences("yaml").first).utf8).write(to: file)
        let (environment, warnings) = try Environment.read(
            EnvironmentFile(file: file.path, origin: .path), kinds: TargetKinds([ConsoleHandler.manifest]))
        #expect(warnings.isEmpty)
        #expect(environment.targets.map(\.name.value) == ["cluster"])
    }

    /// The codes are those of the tool, here and in the table of the semantics.
    @Test func itsExitCodesAreTheTools() throws {
        let source = try #require(SourceFiles.all.first { $0.path.hasSuffix("/ExitStatus.swift") }).text
        let codes = source.matches(of: /: Int32 = ([0-9]+)/).map { String($0.output.1) }
        #expect(codes.count == 11)
        let section = page.text.components(separatedBy: "## Exit codes\n")[1].components(separatedBy: "\n## ")[0]
        let told = section.split(separator: "·").compactMap { item in
            item.split(whereSeparator: \.isWhitespace).first.map(String.init)
        }
        #expect(told == codes + ["128"])
        for code in codes { #expect(Page("docs/semantics.md").text.contains("\n| \(code) |")) }
    }

    @Test func itsRunIsTheBundledRunbooks() throws {
        let source = SourceText(file: "cross-region-ccr.md", text: Page("runbooks/cross-region-ccr.md").text)
        let title = try #require(RunbookParser.parse(source).runbook).title
        let run = try #require(page.fences("console").first)
        #expect(run.contains("$ runbook exec runbooks/cross-region-ccr.md --yes\nSANDBOX 7.10: \(title)"))
    }
}
