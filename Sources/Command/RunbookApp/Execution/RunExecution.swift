import RunbookEngine
import RunbookModel
package import RunbookRun

/// Carries out a prepared run: claims its targets, stores its texts, lets the runner act, and closes its journal.
package struct RunExecution: Sendable {
    private let prepared: PreparedRun
    private let archive: any RunArchive
    private let audience: any RunAudience
    private let waits: Bool

    /// Makes an execution.
    ///
    /// - Parameters:
    ///   - archive: Where runs are stored.
    ///   - audience: Who is there while it runs.
    ///   - waits: Whether it waits for other runs on its targets to end.
    package init(
        of prepared: PreparedRun, in archive: any RunArchive, before audience: any RunAudience, waits: Bool = false
    ) {
        self.prepared = prepared
        self.archive = archive
        self.audience = audience
        self.waits = waits
    }

    /// Starts a new run.
    ///
    /// - Parameter selection: The steps that are run; nil for all.
    /// - Throws: `PlanUsed`, `JournalFailure`, and what the archive and the audience throw.
    package func start(_ selection: StepSelection? = nil) async throws -> FinishedRun {
        let start = prepared.start
        return try await claiming {
            let journal = try await archive.begin()
            // Once more, because another process may have used it meanwhile, with another copy of the document.
            if let plan = start.plan, let user = try await archive.use(plan: plan, for: journal.run) {
                throw PlanUsed(run: user)
            }
            try await keepTexts(in: journal)
            return try await carryOut(journal, RunState()) { runner in
                await runner.start(start, without: selection?.omitted ?? [], because: selection?.reason ?? "")
            }
        }
    }

    /// Continues a run.
    ///
    /// - Parameters:
    ///   - journal: Its journal, which this process owns.
    ///   - state: Where it is.
    ///   - adopted: What is adopted of an edited document or environment.
    ///   - check: What refuses it when `rechecks` finds something; nil where the reads that held are not repeated
    ///     first.
    /// - Throws: `ResumeRefusal`, `JournalFailure`, and what the archive and the audience throw.
    package func resume(
        _ journal: any OwnedJournal, _ state: RunState, adopting adopted: [RunEvent] = [],
        rechecking check: ResumeCheck? = nil
    ) async throws -> FinishedRun {
        let start = prepared.start
        return try await claiming {
            if !adopted.isEmpty { try await keepTexts(in: journal) }
            return try await carryOut(journal, state, rechecking: check) { runner in
                await runner.resume(user: start.user, host: start.host, adopting: adopted)
            }
        }
    }

    /// Takes a run back.
    ///
    /// - Parameters:
    ///   - omitted: What a person leaves out, and why.
    ///   - adopted: What is adopted of an edited environment.
    /// - Throws: `JournalFailure`, and what the archive and the audience throw.
    package func undo(
        _ journal: any OwnedJournal, _ state: RunState, without omitted: (steps: [String], reason: String) = ([], ""),
        adopting adopted: [RunEvent] = []
    ) async throws -> FinishedRun {
        let start = prepared.start
        return try await claiming {
            if !adopted.isEmpty { try await keepTexts(in: journal) }
            return try await carryOut(journal, state) { runner in
                await runner.undo(
                    user: start.user, host: start.host, without: omitted.steps, because: omitted.reason,
                    adopting: adopted)
            }
        }
    }

    /// What taking a run back would do; nothing is sent, stored or claimed.
    package func undoPreview(_ journal: any OwnedJournal, _ state: RunState) async throws -> UndoStarted? {
        let (scopes, replaced, start) = (prepared.scopes, prepared.replaced, prepared.start)
        let event = try await audience.attend(journal) { ports in
            await Runner(scopes: scopes, ports: ports.unseen, state: state, replaced: replaced)
                .undoPreview(user: start.user, host: start.host)
        }
        guard case .run(let started as UndoStarted) = event else { return nil }
        return started
    }

    // MARK: Parts

    /// Does something while nobody else acts on the targets.
    private func claiming<Result>(_ work: () async throws -> Result) async throws -> Result {
        guard let subject = prepared.claimed else { return try await work() }
        while true {
            switch try await archive.claim(subject) {
            case .granted(let release):
                defer { release() }
                return try await work()
            case .held(let owner, let refusal):
                guard waits else { throw refusal }
                try await audience.wait(for: owner)
            }
        }
    }

    private func keepTexts(in journal: any Journal) async throws(JournalFailure) {
        for text in prepared.texts { try await journal.keep(text.text, sha256: text.sha256) }
    }

    private func carryOut(
        _ journal: any OwnedJournal, _ state: RunState, rechecking check: ResumeCheck? = nil,
        _ act: @Sendable (Runner) async -> RunEnding
    ) async throws -> FinishedRun {
        let (scopes, replaced, start) = (prepared.scopes, prepared.replaced, prepared.start)
        let audience = audience
        let result: Result<(RunEnding, RunState), ResumeRefusal> = try await audience.attend(journal) { ports in
            for scope in (scopes + replaced.map(\.scope)).flatMap(\.all) {
                await ports.expressions.prepare(
                    scope.binding.filters.map(\.text), variables: scope.binding.variables + FilterScope.engineNames)
            }
            if let check, let found = await Runner(scopes: scopes, ports: ports.unseen, state: state).recheck() {
                if !found.isEmpty { return .failure(check.refuseRecheck(found.map { ($0.step, $0.failure.message) })) }
                audience.say("all reads that held still hold")
            }
            let runner = Runner(scopes: scopes, ports: ports, state: state, replaced: replaced)
            var ending = await act(runner)
            if case .failed = ending, ports.people.wantsUndo {
                ending = await runner.undo(user: start.user, host: start.host)
            }
            return .success((ending, await runner.state))
        }
        let (ending, last) = try result.get()
        try await journal.close()
        return FinishedRun(run: journal.run, ending: ending, state: last)
    }
}

extension RunPorts {
    /// The ports of a runner of which nothing is stored, shown or asked.
    fileprivate var unseen: RunPorts {
        RunPorts(
            journal: MemoryJournal(), expressions: expressions, people: Nobody(), clock: clock,
            interruption: interruption, observe: { _, _, _ in })
    }
}
