import AlicloudHandler
import ConsoleHandler
import CurlHandler
import RunbookEngine
import RunbookEnvironment
import RunbookModel
import RunbookPlugin
import RunbookReport
import RunbookSyntax
import ShellHandler
import Testing

/// The examples of `runbook explain` cause what they are examples of.
struct CodeExamplesTests {
    private static let registry = HandlerRegistry(
        [ConsoleHandler(), CurlHandler(), ShellHandler(variables: [:])])

    private static let declaration = """
        ```yaml runbook
        version: 1
        targets:
          current: { kind: elasticsearch }
        ```


        """

    /// Codes whose finding needs the filter's compiler, which the tests of that adapter try.
    private static let ofFilters: Set = ["filter/syntax"]

    private static let documents = CodeCatalogue.entries.compactMap { entry -> (String, String)? in
        guard case .document(let text) = entry.example, !ofFilters.contains(entry.code) else { return nil }
        return (entry.code, text.contains("```yaml runbook") ? text : declaration + text)
    }

    private static let environments = CodeCatalogue.entries.compactMap { entry -> (String, String)? in
        guard case .environment(let text) = entry.example else { return nil }
        return (entry.code, text)
    }

    @Test(arguments: documents)
    func documentsCauseTheirCode(code: String, text: String) {
        let parsed = RunbookParser.parse(SourceText(file: "a.md", text: text))
        let bound =
            parsed.runbook.map {
                Binder.bind($0, to: CodeExamplesTests.registry).diagnostics
            }
            ?? []
        let codes = Set((parsed.diagnostics + bound).map(\.code))
        #expect(codes.contains(code), "\(codes.sorted())\n\(text)")
    }

    @Test(arguments: environments)
    func environmentsCauseTheirCode(code: String, text: String) {
        let file = EnvironmentFile(file: "/tmp/a.yaml", origin: .path)
        var found: [Diagnostic]
        do {
            let source = SourceText(file: file.file, text: text)
            found = try Environment.read(file, source: source, kinds: CodeExamplesTests.registry.kinds).1
        } catch {
            found = error.diagnostics
        }
        #expect(found.map(\.code).contains(code), "\(found.map(\.code))\n\(text)")
    }
}
