import Arguments
import OrderedJSON
import RunbookApp
import RunbookEngine
import RunbookModel
import RunbookReport
import RunbookStore
import SandboxWorld

/// `runbook test FILE...`: every alternative on a fresh sandbox, twice; the second time nothing may act.
struct TestCommand {
    /// How it writes its results.
    enum Format: String, CaseIterable, ArgumentValue {
        /// For people.
        case text
        /// For build servers: JUnit's XML.
        case junit
    }

    static func command(_ context: CommandContext) -> Command {
        Command(
            "test", "test runbooks on the sandbox",
            discussion: """
                Each combination of the parameters that `if` uses runs on a new sandbox, and then a second time.
                In the second run only reads may be sent:
                  runbook test runbooks/*.md
                  runbook test --format junit --output results.xml runbooks/*.md
                """
        ) { d in
            let files = d.arguments("FILE", help: "a runbook")
            let format = d.option("format", nil, "FORMAT", default: Format.text, help: "output format")
            let output = d.option(
                "output", "o", "FILE", help: "write the results to a file; the summary goes to standard output")
            let clusters = d.options(
                "cluster", nil, "NAME=PROFILE", of: ClusterOption.self,
                help: "emulate this target with this profile of the sandbox")
            let strict = d.flag("strict", help: "fail also where the sandbox does not emulate a request")
            let plugins = PluginOption.declare(&d)
            return { a in
                let context = try context.with(plugins: a[plugins])
                return try await TestCommand(
                    context: context, format: a[format], output: a[output], clusters: a[clusters].map(\.system),
                    isStrict: a[strict]
                ).run(a[files])
            }
        }
    }

    let context: CommandContext
    let format: Format
    let output: String?
    /// The clusters that `--cluster` names.
    let clusters: [WantedSystem]
    /// Whether what could not be tested counts as failed.
    let isStrict: Bool

    private func run(_ files: [String]) async throws -> Int32 {
        var results: [TestResult] = []
        var lines = ""
        for file in files {
            for result in try await self.results(of: file) {
                results.append(result)
                lines += tell(result.text)
            }
        }
        let failed = results.count { $0.failure != nil }
        let untested = results.count { $0.untested != nil }
        let partly = untested == 0 ? "" : ", \(untested) partly tested"
        let failures = failed == 0 ? "" : ", \(failed) failed"
        lines += tell("\(results.count - failed - untested) passed\(partly)\(failures)\n")
        let text = format == .junit ? JUnitXML.text(results.map(\.suite)) : lines
        if let output {
            try context.write(text, to: output)
        } else if format == .junit {
            context.result.verbatim(text)
        }
        return failed + (isStrict ? untested : 0) == 0 ? ExitStatus.done : ExitStatus.stepFailed
    }

    /// Shows lines for people at once, unless standard output is for a program; gives them back.
    private func tell(_ lines: String) -> String {
        if output != nil || format == .text { context.result.write(lines) }
        return lines
    }

    private func results(of file: String) async throws -> [TestResult] {
        let source = try DocumentFile.read(file)
        let document = await context.check.check(source, at: DocumentFile.realPath(file))
        context.print(document.diagnostics, sources: [source])
        guard let runnable = RunnableDocument(document) else {
            let reason = document.isRunbook ? "it has errors" : "it is not a runbook"
            return [TestResult(file: file, choice: [:], failure: TestResult.Failure(summary: reason, details: []))]
        }
        let path = DocumentFile.realPath(file)
        let fixture: Fixture?
        do {
            fixture = try await FixtureFile.load(for: runnable, at: path, context: context)
        } catch let failure as CommandFailure {
            context.print(failure.diagnostics, sources: failure.sources)
            return [TestResult(file: file, choice: [:], failure: .init(summary: "its fixture has errors", details: []))]
        }
        var results: [TestResult] = []
        for choice in TestCombinations.all(of: runnable.binding) {
            results.append(try await trial(of: runnable, after: fixture, choosing: choice))
        }
        return results
    }

    /// The result of one combination on a sandbox of its own.
    private func trial(
        of document: RunnableDocument, after fixture: Fixture?, choosing choice: [String: String]
    ) async throws -> TestResult {
        let wish = SandboxWish(
            clusters: clusters, values: SandboxWish.values(of: document.declaration, given: choice))
        return try await RunSite.with(
            nil, for: document, at: document.source.file, wish: wish, context: context
        ) { site in
            let trial = Trial(
                of: document, after: fixture, choosing: choice, in: site.setting, secrets: context.secrets,
                origin: context.origin, variables: context.variables)
            do {
                return try await trial.run(
                    with: context.registry, context.expressions,
                    clock: await SandboxRunClock.clock(control: site.control))
            } catch let failure as ParameterFailure {
                throw CommandFailure(failure)
            }
        }
    }
}
