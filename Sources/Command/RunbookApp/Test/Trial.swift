import OrderedJSON
package import RunbookEngine
package import RunbookModel
import RunbookReport
package import RunbookRun
import Synchronization

/// One combination of a runbook's parameters, run twice in an environment that may be lost.
package struct Trial: Sendable {
    /// One of the two runs.
    private struct Pass {
        /// Why it is not as it must be; nil when it is.
        let failure: TestResult.Failure?
        /// The run as reports see it; nil when it did not begin.
        let run: ReportedRun?
        /// Why it could not be carried out here, which says nothing about the runbook.
        var untested: String?
        /// What takes it back begins with; nil when it did not begin.
        var end: (scopes: [Scope], state: RunState)?
    }

    private let document: RunnableDocument
    private let fixture: Fixture?
    private let choice: [String: String]
    private let setting: RunSetting
    private let secrets: SecretLedger
    private let origin: RunDraft.Origin
    private let variables: [String: String]

    /// Makes a trial.
    ///
    /// - Parameters:
    ///   - fixture: What prepares the environment before the first run.
    ///   - choice: The values of the parameters that `if` names.
    ///   - setting: Where it runs.
    ///   - secrets: Where the run's secrets are added.
    ///   - variables: The process's environment, for parameters.
    package init(
        of document: RunnableDocument, after fixture: Fixture?, choosing choice: [String: String],
        in setting: RunSetting, secrets: SecretLedger = SecretLedger(), origin: RunDraft.Origin,
        variables: [String: String] = [:]
    ) {
        self.document = document
        self.fixture = fixture
        self.choice = choice
        self.setting = setting
        self.secrets = secrets
        self.origin = origin
        self.variables = variables
    }

    /// Runs it: the first run must pass, the second must not act, and what the first did must be taken back.
    ///
    /// - Throws: `ParameterFailure` when a parameter has no value.
    package func run(
        with registry: HandlerRegistry, _ expressions: any Expressions, clock: any RunClock
    ) async throws -> TestResult {
        let file = document.source.file
        let first = try await pass(with: registry, expressions, clock, mayAct: true)
        if let untested = first.untested {
            return TestResult(file: file, choice: choice, failure: nil, run: first.run, untested: untested)
        }
        if let failure = first.failure {
            return TestResult(file: file, choice: choice, failure: failure, run: first.run)
        }
        let second = try await pass(with: registry, expressions, clock, mayAct: false).failure.map { failure in
            TestResult.Failure(summary: "the second run: \(failure.summary)", details: failure.details)
        }
        if let second {
            return TestResult(file: file, choice: choice, failure: second, run: first.run, broken: .secondRun)
        }
        let left = await takeBack(first, expressions, clock)
        return TestResult(
            file: file, choice: choice, failure: left, run: first.run, broken: left == nil ? nil : .undo)
    }

    /// Takes back what a run did; why it cannot be, nil when it was.
    private func takeBack(
        _ pass: Pass, _ expressions: any Expressions, _ clock: any RunClock
    ) async -> TestResult.Failure? {
        guard let (scopes, state) = pass.end else { return nil }
        let told = Told(run: MemoryJournal().run, documents: document.sources)
        let runner = Runner(scopes: scopes, ports: told.ports(expressions, clock), state: state)
        let ending = await runner.undo(user: origin.user, host: origin.host)
        if case .passed = ending { return nil }
        return TestResult.Failure(summary: "the undo: \(ending.summary)", details: told.texts)
    }

    /// The lines of a run, as it happens.
    private final class Told: Sendable {
        private let lines: Mutex<(renderer: LineRenderer, texts: [String])>

        init(run: String, documents: [SourceText]) {
            lines = Mutex((renderer: LineRenderer(run: run, documents: documents), texts: [String]()))
        }

        var texts: [String] { lines.withLock(\.texts) }

        func ports(_ expressions: any Expressions, _ clock: any RunClock) -> RunPorts {
            RunPorts(
                journal: MemoryJournal(), expressions: expressions, people: Nobody(), clock: clock,
                interruption: Interruption(),
                observe: { event, time, before in
                    self.lines.withLock {
                        $0.texts += $0.renderer.lines(for: event, at: time, before: before).map(\.text)
                    }
                })
        }
    }

    private func pass(
        with registry: HandlerRegistry, _ expressions: any Expressions, _ clock: any RunClock, mayAct: Bool
    ) async throws -> Pass {
        let draft = RunDraft(
            document: document, path: document.source.file, fixture: mayAct ? fixture : nil, setting: setting,
            saysYes: true, secrets: secrets, origin: origin)
        let prepared: PreparedRun
        do {
            prepared = try await draft.prepare(with: registry) { try parameters() }
        } catch let failure as PreflightFailure {
            let problem = failure.diagnostics.first { $0.severity == .error }
            return Pass(failure: .init(summary: problem?.message ?? "", details: problem?.help ?? []), run: nil)
        }
        let journal = MemoryJournal()
        let told = Told(run: journal.run, documents: document.sources)
        let runner = Runner(scopes: prepared.scopes, ports: told.ports(expressions, clock))
        let ending = await runner.start(prepared.start)
        let state = await runner.state
        let run = ReportedRun(run: journal.run, state: state, isOwned: false, documents: document.sources)
        if let untested = Trial.untested(ending, in: state) {
            return Pass(failure: nil, run: run, untested: untested)
        }
        guard case .passed = ending else {
            return Pass(failure: .init(summary: ending.summary, details: told.texts), run: run)
        }
        return Pass(failure: mayAct ? nil : acted(state), run: run, end: (prepared.scopes, state))
    }

    /// What was not tested because the sandbox does not emulate it; nil where the run ended for another reason.
    private static func untested(_ ending: RunEnding, in state: RunState) -> String? {
        guard case .failed(let step) = ending, let start = state.start, let failure = state.step(step).failure,
            failure.code == "sandbox/not-emulated"
        else { return nil }
        let steps = start.outline.steps.filter { !start.isPreparation($0) }
        let reached = steps.firstIndex { $0.id == step } ?? 0
        return "\(reached) of \(steps.count) steps were tested, up to `\(step)`: \(failure.message)"
    }

    private func parameters() throws(ParameterFailure) -> [ResolvedParameter] {
        var sources = ParameterSources()
        sources.options = choice.map { ($0.key, $0.value) }
        sources.variables = variables
        sources.takesExamples = true
        return try ParameterResolution(
            document.declaration, from: sources, targets: setting.properties, late: document.binding.lateParameters
        ).complete()
    }

    /// The steps of a second run that sent something that is not a read, though they need not act in every run.
    private func acted(_ state: RunState) -> TestResult.Failure? {
        let acting = document.binding.allSteps.filter { bound in
            !bound.step.keys.repeats && state.step(bound.id).exchanges.contains { $0.action.effect > .read }
        }
        guard !acting.isEmpty else { return nil }
        return TestResult.Failure(
            summary: "a request that changes something was sent again",
            details: acting.map {
                "`\($0.id)` (line \($0.step.span.start.line)) was sent again although it was already done"
            })
    }
}

extension RunEnding {
    /// How a run ended, in a few words.
    fileprivate var summary: String {
        switch self {
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
