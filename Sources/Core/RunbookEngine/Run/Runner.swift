import OrderedJSON
package import RunbookModel

/// Carries a run out, one step after another; the only part of the engine that acts.
package actor Runner {
    /// The scope whose steps are being run: the fixture's, then the runbook's own.
    private(set) var scope: Scope
    private let fixture: Scope?
    let ports: RunPorts
    /// The fold of all events so far.
    package private(set) var state: RunState
    /// All values known so far.
    var values: ValueStore
    /// Whether events were kept that may not have reached the disk.
    private var hasUnflushed = false

    /// What the evaluation of one step came to.
    enum StepEnding {
        /// Later steps may go on.
        case done
        /// It failed.
        case failed
        /// A person is needed.
        case waiting
        /// A person said no.
        case aborted
        /// It was stopped.
        case stopped
    }

    /// Why a run breaks off that no step is to blame for.
    enum Breakdown: Error {
        case journal(JournalFailure)
        case transition(TransitionError)
    }

    /// Makes a runner.
    ///
    /// - Parameters:
    ///   - fixture: The steps that prepare a disposable environment; they run first, with values of their own.
    ///   - state: The fold of the events so far; a new run begins with none.
    package init(scope: Scope, fixture: Scope? = nil, ports: RunPorts, state: RunState = RunState()) {
        self.scope = scope
        self.fixture = fixture
        self.ports = ports
        self.state = state
        values = scope.values
    }

    /// Begins a new run.
    package func start(_ start: RunStart) async -> RunEnding {
        await run(first: .started(start))
    }

    /// Goes on with a run whose events were folded into `state`.
    ///
    /// What was stopped, and what failed without a change, is done again; what a dead process left unanswered is in doubt
    /// unless it only read.
    package func resume(user: String, host: String) async -> RunEnding {
        for step in scope.binding.steps { recall(step) }
        return await run(first: .resumed(user: user, host: host)) { runner throws(Breakdown) in
            try await runner.setBack()
        }
    }

    private func run(
        first: RunEvent, _ prepare: (isolated Runner) async throws(Breakdown) -> Void = { _ in }
    ) async -> RunEnding {
        do throws(Breakdown) {
            try await record(first, isDurable: true)
            try await prepare(self)
            return try await runSteps()
        } catch {
            switch error {
            case .journal(let failure): return .journalFailed(failure)
            case .transition(let error): return .internalError(error.diagnostic)
            }
        }
    }

    private func setBack() async throws(Breakdown) {
        for bound in scope.binding.steps {
            let step = state.step(bound.id)
            switch step.state {
            case .running:
                let isDoubtful = !step.unanswered.isEmpty
                let reason = "the process that sent it ended before an answer came"
                try await record(
                    .outcomeUnknown(step: bound.id, reason: reason, isDoubtful: isDoubtful), isDurable: true)
                if isDoubtful { try await settle(bound) }
            case .inDoubt: try await settle(bound)
            case .cancelled: try await record(.reset(step: bound.id, by: "resume"))
            case .failed where step.applied == .no: try await record(.reset(step: bound.id, by: "resume"))
            case .passed where bound.effect == .read && !isKnown(step.values.secrets):
                // Secrets are not stored: what only reads is asked for them again.
                try await record(.reset(step: bound.id, by: "resume"))
            case .pending, .waiting, .passed, .satisfied, .skipped, .failed: break
            }
        }
    }

    /// Takes the word of a person who has looked at the target; without one the doubt stays.
    private func settle(_ bound: BoundStep) async throws(Breakdown) {
        let doubtful = state.step(bound.id)
        let digest = doubtful.doubtDigest
        let answers: [DeliveredAnswer]
        do throws(JournalFailure) {
            answers = try await ports.journal.pendingAnswers()
        } catch {
            throw .journal(error)
        }
        let fitting = answers.last {
            $0.step == bound.id && $0.digest == digest && [.applied, .notApplied].contains($0.answer)
        }
        guard let fitting else { return }
        let settled = doubtful.unanswered.map { exchange in
            RunEvent.settled(
                step: bound.id, applied: fitting.answer == .applied, by: fitting.by, place: exchange.action.place)
        }
        try await record(settled, isDurable: true)
    }

    private func isKnown(_ names: [String]) -> Bool {
        names.allSatisfy { !scope.usedNames.contains($0) || values.value($0) != nil }
    }

    private func runSteps() async throws(Breakdown) -> RunEnding {
        if let fixture, let ending = try await prepare(with: fixture) { return ending }
        if let ending = try await runPlannedSteps() { return ending }
        return try await end(.passed, .passed)
    }

    private func prepare(with fixture: Scope) async throws(Breakdown) -> RunEnding? {
        let own = (scope, values)
        (scope, values) = (fixture, fixture.values)
        let ending = try await runPlannedSteps()
        let prepared = values
        (scope, values) = own
        // What it captured stays its own, but a secret among it may come back in any answer.
        values.hideSecrets(of: prepared)
        return ending
    }

    /// Runs the steps of `scope` that are not done yet; nil: all are done now.
    private func runPlannedSteps() async throws(Breakdown) -> RunEnding? {
        for index in scope.binding.order {
            let step = scope.binding.steps[index]
            if state.step(step.id).state.isDone { continue }
            if ports.interruption.level > .none { return try await end(.interrupted, .stopped(signal: signal)) }
            switch try await evaluate(step) {
            case .done: continue
            case .failed: return try await end(.failed, .failed(step: step.id))
            case .waiting: return try await end(.waiting, .waiting(step: step.id))
            case .aborted: return try await end(.aborted, .aborted(step: step.id))
            case .stopped: return try await end(.interrupted, .stopped(signal: signal))
            }
        }
        return nil
    }

    private var signal: Int { ports.interruption.signal ?? 2 }

    private func end(_ phase: RunPhase, _ ending: RunEnding) async throws(Breakdown) -> RunEnding {
        let signal = if case .stopped(let signal) = ending { signal } else { nil as Int? }
        // Whatever stopped it, a run with a doubt needs a person.
        let isDoubtful = phase == .interrupted && state.steps.values.contains { $0.state == .inDoubt }
        try await record(.finished(phase: isDoubtful ? .waiting : phase, signal: signal), isDurable: true)
        return ending
    }

    /// Keeps an event, folds it, and tells the observer.
    func record(_ event: RunEvent, isDurable: Bool = false) async throws(Breakdown) {
        try await record([event], isDurable: isDurable)
    }

    /// Keeps events, all or none, folds them, and tells the observer.
    func record(_ events: [RunEvent], isDurable: Bool) async throws(Breakdown) {
        try await append(events, isDurable: isDurable)
        let now = ports.clock.wall()
        for event in events {
            // The observer sees the state in place: a copy that outlives this call would make each event cost as much as
            // there are steps.
            ports.observe(event, now, state)
            do throws(TransitionError) {
                try state.apply(event, at: now)
            } catch {
                throw .transition(error)
            }
        }
    }

    /// Brings all events to the disk; before anything that may take long.
    func flush() async throws(Breakdown) {
        if hasUnflushed { try await append([], isDurable: true) }
    }

    private func append(_ events: [RunEvent], isDurable: Bool) async throws(Breakdown) {
        do throws(JournalFailure) {
            try await ports.journal.append(events, isDurable: isDurable)
        } catch {
            throw .journal(error)
        }
        hasUnflushed = !isDurable
    }

    /// Makes the values of a step that came true known to the steps that follow.
    private func recall(_ bound: BoundStep) {
        let record = state.step(bound.id)
        guard record.state == .passed || record.state == .satisfied else { return }
        for capture in record.values.captures { values.set(capture.name, to: capture.value) }
        if let name = bound.resultName, let result = record.values.result { values.set(name, to: result) }
    }
}
