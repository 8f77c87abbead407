import RunbookModel
import RunbookRun

// What becomes of a request that acts and whose outcome nobody knows (semantics, "In doubt").
extension Runner {
    /// How many attempts of a step this process loses before it leaves the step as it is.
    private static let mostLost = 3

    /// Something that acts was sent, and nobody knows what became of it: finds out, and continues with the step.
    ///
    /// - Parameters:
    ///   - deadline: The moment until which what was sent may still arrive.
    ///   - notice: What came instead of the response.
    func doubt(
        _ step: ScopedStep, _ reason: String, _ notice: ResponseRecord?, until deadline: Duration
    ) async throws(Breakdown) -> StepEnding {
        let reason = rendering(step).masked(reason)
        try await record(
            .outcomeUnknown(step: step.id, reason: reason, isDoubtful: true, response: notice), isDurable: true)
        if ports.interruption.level > .none { return .stopped }
        let count = countLost(step)
        let time = LookTime(deadline, late: ports.clock.now() + step.patience)
        guard try await settleOrAsk(step, for: time, mayRepeat: count < Runner.mostLost) else {
            return ports.interruption.level > .none ? .stopped : .waiting
        }
        if state.step(step.id).exchanges.last?.isDone == true { return try await evaluate(step) }
        if count >= Runner.mostLost { return try await failLost(step, reason, notice, times: count) }
        try await flush()
        var backoff = Backoff(after: count - 1)
        guard await sleep(backoff.next(retryAfter: nil)) else { return .stopped }
        return try await evaluate(step)
    }

    /// Goes on with a step that is in doubt since before.
    func resolve(_ step: ScopedStep) async throws(Breakdown) -> StepEnding {
        // What was sent may arrive for as long as the attempt could have gone on.
        let wall = ports.clock.wall()
        let record = state.step(step.id)
        let gone = record.attemptStarted.map { wall.since($0) } ?? .zero
        let left = min(max(step.longest - gone, .zero), step.longest)
        // Lost when the attempt was over it may be worked on still; lost before, the attempt's own time comes first.
        let lost = record.doubtSince.map { wall.since($0) } ?? .zero
        let late = min(step.patience - max(lost, .zero), step.longest + step.patience - max(gone, .zero))
        let now = ports.clock.now()
        let time = LookTime(now + left, late: now + max(late, .zero))
        guard try await settleOrAsk(step, for: time, mayRepeat: true) else {
            return ports.interruption.level > .none ? .stopped : .waiting
        }
        return try await evaluate(step)
    }

    /// The same, and else by the person at the terminal.
    private func settleOrAsk(
        _ step: ScopedStep, for time: LookTime, mayRepeat: Bool
    ) async throws(Breakdown) -> Bool {
        try await endProcesses(of: step)
        if try await settle(step, for: time, mayRepeat: mayRepeat) { return true }
        return try await askAboutDoubt(of: step)
    }

    /// Ends what the attempt has started and what still runs: nothing can be told of what is still being done.
    func endProcesses(of step: ScopedStep) async throws(Breakdown) {
        var ended: [String] = []
        for exchange in state.step(step.id).unanswered {
            let token = rendering(step).token(of: exchange.action.place)
            let started = state.step(step.id).processes[exchange.action.place] ?? []
            ended += await ports.processes.end(startedBy: token, started)
        }
        if ended.isEmpty { return }
        let shown = ended.map { rendering(step).word($0) }
        try await record(.processesEnded(step: step.id, processes: shown), isDurable: true)
    }

    /// Settles the doubt about a step: by a person who has looked, by a token, by checks; false when only a person can.
    private func settle(
        _ step: ScopedStep, for time: LookTime, mayRepeat: Bool
    ) async throws(Breakdown) -> Bool {
        if try await settleByWord(step) { return true }
        for exchange in state.step(step.id).unanswered {
            let place = exchange.action.place
            if step.hasToken(place) {
                guard mayRepeat else { return false }
                try await record(
                    .settled(step: step.id, applied: false, by: DoubtSettled.token, place: place), isDurable: true)
                continue
            }
            let witness = await witness(of: place, by: step)
            guard !witness.checks.isEmpty else { return false }
            let applied: Bool
            let end = step.isSafeTwice(place) ? time.deadline : max(time.deadline, time.late)
            switch try await observe(witness.checks, until: end) {
            case .holds: applied = true
            case .unmet where witness.tellsAbsence: applied = false
            case .unmet, .unknown: return false
            }
            // Somebody may have looked meanwhile, and the first word counts.
            if try await settleByWord(step) { return true }
            try await record(
                .settled(
                    step: step.id, applied: applied, by: DoubtSettled.check, checks: witness.checks.map(\.id),
                    place: place), isDurable: true)
        }
        return true
    }

    /// Takes the word of a person who has looked at the target; false when there is none.
    func settleByWord(_ step: ScopedStep) async throws(Breakdown) -> Bool {
        let doubtful = state.step(step.id)
        let digest = doubtful.doubtDigest
        let answers: [DeliveredAnswer]
        do throws(JournalFailure) {
            answers = try await ports.journal.pendingAnswers()
        } catch {
            throw .journal(error)
        }
        let fitting = answers.first {
            $0.step == step.id && $0.digest == digest && [.applied, .notApplied].contains($0.answer)
        }
        guard let fitting else { return false }
        let settled = doubtful.unanswered.map { exchange in
            RunEvent.settled(
                step: step.id, applied: fitting.answer == .applied, by: fitting.by, place: exchange.action.place)
        }
        try await record(settled, isDurable: true)
        return true
    }

    // MARK: Looking

    /// How long checks are tried.
    private struct LookTime {
        /// Until when what was sent may still arrive.
        let deadline: Duration
        /// Until when a server may still work on it after the client has gone, where a second request would do it twice.
        let late: Duration

        init(_ deadline: Duration, late: Duration) {
            self.deadline = deadline
            self.late = late
        }
    }

    private enum Observation {
        /// All of them hold.
        case holds
        /// One does not, and that was seen at the end of the time.
        case unmet
        /// It could not be told.
        case unknown
    }

    /// Polls checks until all of them hold, or until a moment; they are tried once at least, and once behind it.
    private func observe(
        _ checks: [ScopedStep], until deadline: Duration
    ) async throws(Breakdown) -> Observation {
        let every = checks.map(\.timing.every).min() ?? StepTiming.every
        try await flush()
        while true {
            let began = ports.clock.now()
            var seen = Observation.holds
            for check in checks where seen == .holds {
                switch await tryOnce(check) {
                case .holds: break
                case .unmet: seen = .unmet
                case .unknowable, .wrong: seen = .unknown
                case .stopped: return .unknown
                }
            }
            if seen == .holds || began >= deadline { return seen }
            guard await sleep(min(every, max(deadline - ports.clock.now(), .milliseconds(1)))) else { return .unknown }
        }
    }

    /// Fails a step whose attempts are lost again and again, and which certainly changed nothing.
    ///
    /// - Parameter notice: What somebody on the way said instead of the target; nil when nothing came.
    private func failLost(
        _ step: ScopedStep, _ reason: String, _ notice: ResponseRecord?, times: Int
    ) async throws(Breakdown) -> StepEnding {
        try await record(.attemptStarted(step: step.id, attempt: state.step(step.id).attempts + 1))
        let failure = StepFailure(
            code: "action/unknown",
            message:
                "\(times) attempts got no response\(notice == nil ? "" : " of the target"), and the check says that "
                + "nothing was changed: \(reason)",
            line: step.bound.step.span.start.line)
        return try await failAttempt(step, failure, notice: notice)
    }
}
