import Arguments
import OrderedJSON
import RunbookApp
import RunbookEngine
import RunbookModel
import RunbookReport
import RunbookStore

/// `runbook test FILE...`: every alternative on a fresh sandbox, twice; the second time nothing may act.
struct TestCommand {
    static func command(_ context: CommandContext) -> Command {
        Command(
            "test", "test runbooks on the sandbox",
            discussion: """
                Each combination of the parameters that `if` names is run on a fresh sandbox, and then once more,
                when nothing may be sent that is no read:
                  runbook test runbooks/*.md
                """
        ) { d in
            let files = d.arguments("FILE", help: "a runbook")
            return { a in try await TestCommand(context: context).run(a[files]) }
        }
    }

    let context: CommandContext

    private func run(_ files: [String]) async throws -> Int32 {
        var passed = 0
        var failed = 0
        for file in files {
            for result in try await results(of: file) {
                context.result.write(result.text)
                if result.failure == nil { passed += 1 } else { failed += 1 }
            }
        }
        context.result.line("\(passed) passed, \(failed) failed")
        return failed == 0 ? ExitStatus.done : ExitStatus.stepFailed
    }

    private func results(of file: String) async throws -> [TestResult] {
        let source = try DocumentFile.read(file)
        let document = await DocumentCheck(registry: context.registry, expressions: context.expressions).check(source)
        context.print(document.diagnostics, sources: [source])
        guard document.isRunnable, let binding = document.binding else {
            let reason = document.isRunbook ? "it has errors" : "it is no runbook"
            return [TestResult(file: file, choice: [:], failure: TestResult.Failure(summary: reason, details: []))]
        }
        var results: [TestResult] = []
        for choice in TestCombinations.all(of: binding) {
            let trial = TestTrial(document: document, binding: binding, choice: choice, context: context)
            results.append(TestResult(file: file, choice: choice, failure: try await trial.run()))
        }
        return results
    }
}
