import Digests
import OrderedJSON
import RunbookApp
import RunbookEngine
import RunbookModel
import RunbookReport
import Synchronization

/// One combination of a runbook's parameters, run twice on a fresh sandbox.
struct TestTrial {
    /// One of the two runs.
    private struct Pass {
        /// Why it is not as it must be; nil when it is.
        let failure: TestResult.Failure?
        /// The run as reports see it; nil when it did not begin.
        let run: ReportedRun?
    }

    let document: RunnableDocument
    let fixture: Fixture?
    let choice: [String: String]
    let context: CommandContext

    /// Runs it.
    func run() async throws -> TestResult {
        try await RunSite.with(nil, for: document, at: document.source.file, context: context, runTwice)
    }

    private func runTwice(at site: RunSite) async throws -> TestResult {
        let file = document.source.file
        let first = try await runOnce(at: site, mayAct: true)
        if let failure = first.failure {
            return TestResult(file: file, choice: choice, failure: failure, run: first.run)
        }
        let second = try await runOnce(at: site, mayAct: false).failure.map { failure in
            TestResult.Failure(summary: "the second run: \(failure.summary)", details: failure.details)
        }
        return TestResult(file: file, choice: choice, failure: second, run: first.run, isOfSecondRun: second != nil)
    }

    private func runOnce(at site: RunSite, mayAct: Bool) async throws -> Pass {
        var request = RunRequest(file: document.source.file)
        request.saysYes = true
        request.parameters = choice.map { ParameterOption(name: $0.key, text: $0.value) }
        let prompt = ParameterPrompt(request: request, context: context, console: nil)
        let draft = RunDraft(
            document: document, path: document.source.file, fixture: mayAct ? fixture : nil, setting: site.setting,
            saysYes: true, secrets: context.secrets, origin: context.origin)
        let preparation: RunPreparation
        do {
            preparation = try await draft.prepare(with: context.registry) {
                try await prompt.resolve(document.declaration, at: site)
            }
        } catch let failure as PreflightFailure {
            let problem = failure.diagnostics.first { $0.severity == .error }
            return Pass(failure: .init(summary: problem?.message ?? "", details: problem?.help ?? []), run: nil)
        }
        let journal = MemoryJournal()
        let lines = Mutex((renderer: LineRenderer(run: journal.run, document: document.source), texts: [String]()))
        let ports = RunPorts(
            journal: journal, expressions: context.expressions, people: Nobody(),
            clock: await SandboxRunClock.clock(control: site.control), interruption: Interruption(),
            observe: { event, time, before in
                lines.withLock { $0.texts += $0.renderer.lines(for: event, at: time, before: before).map(\.text) }
            })
        let runner = Runner(scopes: preparation.scopes, ports: ports)
        let ending = await runner.start(preparation.start)
        let state = await runner.state
        let run = ReportedRun(run: journal.run, state: state, isOwned: false, document: document.source)
        guard case .passed = ending else {
            return Pass(failure: .init(summary: summary(of: ending), details: lines.withLock(\.texts)), run: run)
        }
        return Pass(failure: mayAct ? nil : acted(state), run: run)
    }

    /// The steps of a second run that sent something that is no read, though they need not act in every run.
    private func acted(_ state: RunState) -> TestResult.Failure? {
        let acting = document.binding.steps.filter { bound in
            !bound.step.keys.repeats && state.step(bound.id).exchanges.contains { $0.action.effect > .read }
        }
        guard !acting.isEmpty else { return nil }
        return TestResult.Failure(
            summary: "it acts again",
            details: acting.map { "`\($0.id)` (line \($0.step.span.start.line)) was sent though it was done already" })
    }

    private func summary(of ending: RunEnding) -> String {
        switch ending {
        case .failed(let step): "`\(step)` failed"
        case .waiting(let step): "`\(step)` waits for a person"
        case .aborted(let step): "`\(step)` was aborted"
        case .stopped: "it was stopped"
        case .journalFailed(let failure): failure.message
        case .internalError(let diagnostic): diagnostic.message
        case .passed: "it passed"
        }
    }
}
