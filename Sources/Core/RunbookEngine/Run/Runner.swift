import OrderedJSON
package import RunbookModel

/// Carries a run out, one step after another; the only part of the engine that acts.
package actor Runner {
    let plan: RunPlan
    let ports: RunPorts
    /// The fold of all events so far.
    package private(set) var state: RunState
    /// All values known so far.
    var values: ValueStore

    /// What the evaluation of one step came to.
    enum Verdict {
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
    /// - Parameter state: The fold of the events so far; a new run begins with none.
    package init(plan: RunPlan, ports: RunPorts, state: RunState = RunState()) {
        self.plan = plan
        self.ports = ports
        self.state = state
        values = plan.values
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
        for id in plan.binding.steps.map(\.id) { recall(id) }
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
        for id in plan.binding.steps.map(\.id) {
            let step = state.step(id)
            switch step.state {
            case .running:
                let isDoubtful = step.exchanges.contains {
                    $0.answer == nil && !$0.isRefused && $0.action.effect > .read
                }
                try await record(
                    .lost(
                        step: id, reason: "the process that sent it ended before an answer came", isDoubtful: isDoubtful
                    ),
                    isDurable: true)
            case .cancelled: try await record(.reset(step: id, by: "resume"))
            case .failed where step.applied == .no: try await record(.reset(step: id, by: "resume"))
            case .pending, .waiting, .passed, .satisfied, .skipped, .failed, .inDoubt: break
            }
        }
    }

    private func runSteps() async throws(Breakdown) -> RunEnding {
        for index in plan.binding.order {
            let step = plan.binding.steps[index]
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
        return try await end(.passed, .passed)
    }

    private var signal: Int { ports.interruption.signal ?? 2 }

    private func end(_ phase: RunPhase, _ ending: RunEnding) async throws(Breakdown) -> RunEnding {
        let signal = if case .stopped(let signal) = ending { signal } else { nil as Int? }
        try await record(.finished(phase: phase, signal: signal), isDurable: true)
        return ending
    }

    /// Keeps an event, folds it, and tells the observer.
    func record(_ event: RunEvent, isDurable: Bool = false) async throws(Breakdown) {
        do throws(JournalFailure) {
            try await ports.journal.append([event], isDurable: isDurable)
        } catch {
            throw .journal(error)
        }
        let now = ports.clock.wall()
        // The observer sees the state in place: a copy that outlives this call would make each event cost as much as
        // there are steps.
        ports.observe(event, now, state)
        do throws(TransitionError) {
            try state.apply(event, at: now)
        } catch {
            throw .transition(error)
        }
    }

    /// Makes the values of a step that came true known to the steps that follow.
    func recall(_ id: String) {
        let record = state.step(id)
        guard record.state == .passed || record.state == .satisfied else { return }
        for capture in record.values.captures { values.set(capture.name, to: capture.value) }
        if let result = record.values.result { values.set(id, to: result) }
    }
}
