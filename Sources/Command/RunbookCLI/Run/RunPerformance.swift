import OrderedJSON
import Processes
import RunbookApp
import RunbookEngine
import RunbookEnvironment
import RunbookModel
import RunbookReport
import RunbookRun
import RunbookStore
import Synchronization
import Terminal

/// Lets the engine run, shows what happens, and writes the reports.
struct RunPerformance {
    let context: CommandContext
    let request: RunRequest
    let site: RunSite
    let documents: [SourceText]
    let console: Console?

    /// Begins a new run.
    func begin(_ preparation: RunPreparation) async throws -> Int32 {
        let store = try context.store(request.store)
        let claim = try await claim(preparation, in: store)
        defer { claim?.release() }
        let journal = try await store.begin(context.session)
        // Once more, for another process may have used it since, from wherever a copy of the document lies.
        if let plan = preparation.start.plan, let user = try await store.use(plan: plan, for: journal.run) {
            throw PlanAgreement.used(by: user)
        }
        do throws(JournalFailure) {
            for (document, text) in zip(preparation.start.documents, preparation.texts) {
                try await journal.keep(text, sha256: document.sha256)
            }
            if let environment = site.environment {
                try await journal.keep(environment.source.text, sha256: environment.sha256)
            }
        } catch {
            return storeFailed(error)
        }
        return try await perform(preparation, journal: journal, in: store, state: RunState()) { runner in
            await runner.start(preparation.start)
        }
    }

    /// Goes on with a run.
    ///
    /// - Parameters:
    ///   - adopted: What is taken over of an edited document or environment.
    ///   - rechecks: Whether the reads that had held are repeated first.
    func resume(
        _ preparation: RunPreparation, journal: RunJournal, in store: RunStore, state: RunState,
        adopting adopted: [RunEvent] = [], rechecks: Bool = false
    ) async throws -> Int32 {
        let claim = try await claim(preparation, in: store)
        defer { claim?.release() }
        if rechecks { try await recheck(preparation, state, journal) }
        if !adopted.isEmpty {
            do throws(JournalFailure) {
                for (document, text) in zip(preparation.start.documents, preparation.texts) {
                    try await journal.keep(text, sha256: document.sha256)
                }
                if let environment = site.environment {
                    try await journal.keep(environment.source.text, sha256: environment.sha256)
                }
            } catch {
                return storeFailed(error)
            }
        }
        return try await perform(preparation, journal: journal, in: store, state: state) { runner in
            await runner.resume(user: context.user, host: context.host, adopting: adopted)
        }
    }

    /// Repeats the reads that had held, in a runner that keeps nothing.
    ///
    /// - Throws: `CommandFailure` when one does not hold any more.
    private func recheck(_ preparation: RunPreparation, _ state: RunState, _ journal: RunJournal) async throws {
        let ports = RunPorts(
            journal: MemoryJournal(), expressions: context.expressions, people: Nobody(),
            clock: await SandboxRunClock.clock(control: site.control), interruption: Interruption(),
            observe: { _, _, _ in })
        let runner = Runner(scopes: preparation.scopes, ports: ports, state: state)
        guard let found = await runner.recheck(), !found.isEmpty else {
            context.messages.line("all reads that held still hold")
            return
        }
        throw CommandFailure(
            ExitStatus.waiting,
            lines: ["these checks held, and do not hold any more:"]
                + found.map { "  `\($0.step)`: \($0.failure.message)" }
                + ["look at them; to continue anyway, leave out `--recheck`: `runbook resume \(journal.run)`"])
    }

    /// Takes a run back.
    func undo(_ preparation: RunPreparation, journal: RunJournal, in store: RunStore, state: RunState) async throws
        -> Int32
    {
        let claim = try await claim(preparation, in: store)
        defer { claim?.release() }
        return try await perform(preparation, journal: journal, in: store, state: state) { runner in
            await runner.undo(user: context.user, host: context.host)
        }
    }

    /// Shows what taking a run back would do.
    func previewUndo(_ preparation: RunPreparation, journal: RunJournal, state: RunState) async -> Int32 {
        let ports = RunPorts(
            journal: journal, expressions: context.expressions, people: Nobody(), clock: RealClock(),
            interruption: Interruption(), observe: { _, _, _ in })
        let runner = Runner(scopes: preparation.scopes, ports: ports, state: state)
        if case .run(let event as UndoStarted) = await runner.undoPreview(user: context.user, host: context.host) {
            for line in UndoLines(event, in: state).lines() { context.result.line(line.text) }
        }
        return ExitStatus.done
    }

    /// A run that changes something holds its targets, so that no other run of the same document does.
    private func claim(_ preparation: RunPreparation, in store: RunStore) async throws -> EnvironmentClaim? {
        let acts = preparation.start.outline.steps.contains { $0.effect > .read }
        guard acts, site.sandbox == nil || site.environment != nil else { return nil }
        let own = Set(site.sandbox?.targets.map(\.name) ?? [])
        let targets = preparation.start.targets.filter { !own.contains($0.name) }
        let subject = targets.map(\.address) + [preparation.start.document.path]
        while true {
            do {
                return try await store.claim(subject, context.session)
            } catch {
                guard request.waitsForLock, case .environmentHeld(let owner) = error else { throw error }
                context.messages.line("waiting for another run to end: \(owner?.description ?? "owner unknown")")
            }
            try await Task.sleep(for: .seconds(1))
        }
    }

    private func perform(
        _ preparation: RunPreparation, journal: RunJournal, in store: RunStore, state: RunState,
        _ act: @Sendable (Runner) async -> RunEnding
    ) async throws -> Int32 {
        // What a step leaves behind stays below this process, and cannot answer for a person.
        Descent.adopt()
        let interruption = Interruption()
        let lines = RunLines(
            run: journal.run, documents: documents, context: context,
            output: request.format == .json ? .messages : .result)
        let watch = try watchSignals(interruption, lines)
        defer { watch.cancel() }
        let people: any People =
            console.map {
                TerminalPeople(console: $0, journal: journal, user: context.user, lines: lines)
            } ?? Nobody()
        let ports = RunPorts(
            journal: journal, expressions: context.expressions, people: people,
            clock: await SandboxRunClock.clock(control: site.control), interruption: interruption,
            notices: RunNotices(
                run: journal.run, lines: site.notices, variables: context.variables, secrets: context.secrets),
            observe: { event, time, before in lines.show(event, at: time, before: before) })
        for scope in preparation.scopes.flatMap(\.all) {
            await context.expressions.prepare(
                scope.binding.filters.map(\.text),
                variables: scope.binding.variables + FilterScope.engineNames)
        }
        let runner = Runner(scopes: preparation.scopes, ports: ports, state: state)
        let ending = await lines.live { await act(runner) }
        do {
            try await journal.close()
        } catch {
            return storeFailed(error)
        }
        let written = try await report(await runner.state, run: journal.run, in: store)
        return written ?? status(of: ending)
    }

    /// Turns Ctrl-C and its like into the wish to stop.
    private func watchSignals(_ interruption: Interruption, _ lines: RunLines) throws -> Task<Void, Never> {
        let deliveries = try Signals.deliveries(of: [.interrupt, .terminate, .hangup])
        let messages = context.messages
        return Task {
            for await delivery in deliveries {
                interruption.interrupt(signal: Int(delivery.signal.number))
                lines.interject(
                    delivery.ordinal == 1
                        ? "stopping after the request in progress; press Ctrl-C again to cut it off"
                        : "cutting off the request in progress",
                    to: messages)
            }
        }
    }

    // MARK: The end

    /// Writes `--report` and the result of `--format json`.
    ///
    /// - Returns: The exit code when that fails.
    private func report(_ state: RunState, run: String, in store: RunStore) async throws -> Int32? {
        guard request.report != nil || request.format == .json else { return nil }
        let writer = ReportWriter(store: store, context: context)
        guard let reported = try await writer.run(run) else { return nil }
        if request.format == .json { context.result.line(JSONReport.json(reported).text(.pretty)) }
        guard let file = request.report else { return nil }
        do {
            try context.write(ReportWriter.text(reported, format: ReportWriter.Format(ending: file)), to: file)
        } catch {
            context.print([error], sources: [])
            return ExitStatus.storeFailed
        }
        (request.format == .json ? context.messages : context.result).line("report: \(VisibleText.visible(file))")
        return nil
    }

    private func storeFailed(_ failure: JournalFailure) -> Int32 {
        context.print([StoreFailure.journal(failure).diagnostic], sources: [])
        return ExitStatus.storeFailed
    }

    private func status(of ending: RunEnding) -> Int32 {
        switch ending {
        case .passed: return ExitStatus.done
        case .failed: return ExitStatus.stepFailed
        case .waiting: return ExitStatus.waiting
        case .aborted: return ExitStatus.aborted
        case .stopped(let signal): return ExitStatus.stopped(by: signal)
        case .journalFailed(let failure): return storeFailed(failure)
        case .internalError(let diagnostic):
            context.print([diagnostic], sources: [])
            return ExitStatus.internalError
        }
    }
}
