import RunbookModel

extension Runner {
    /// Polls a check until it holds, for as long as it must, or until its ceiling.
    func wait(for bound: BoundStep) async throws(Breakdown) -> Verdict {
        let timing = StepTiming(bound.step.keys)
        try await record(.attemptStarted(step: bound.id, attempt: state.step(bound.id).attempts + 1))
        let began = ports.clock.now()
        var tries = 0
        var heldSince: Duration?
        var last: StepFailure?
        while true {
            let now = ports.clock.now()
            let left = timing.within - (now - began)
            let trial = await tryOnce(
                bound, timeout: max(.milliseconds(1), tries == 0 ? firstTimeout(timing) : min(timing.timeout, left)))
            tries += 1
            var unmet: StepFailure?
            switch trial {
            case .holds(let judge, let answers):
                let moment = ports.clock.now()
                let since = heldSince ?? moment
                heldSince = since
                if moment - since >= timing.holdsFor {
                    return try await pass(bound, tries: tries, judge: judge, answers: answers)
                }
                unmet = StepFailure(
                    code: "for/holding",
                    message: "it holds, and must go on holding for \(DurationText.text(timing.holdsFor))",
                    line: bound.step.span.start.line)
                try await poll(bound, tries, unmet, answers, isNews: last?.code != unmet?.code)
            case .unmet(let failure, let answers):
                heldSince = nil
                unmet = failure
                try await poll(bound, tries, failure, answers, isNews: failure != last)
            case .unknowable(let failure):
                heldSince = nil
                unmet = failure
                try await poll(bound, tries, failure, StepAnswers(), isNews: failure != last)
            case .wrong(let failure):
                return try await giveUp(bound, tries, failure)
            case .stopped:
                try await record(.stopped(step: bound.id), isDurable: true)
                return .stopped
            }
            last = unmet
            let pause = timing.every
            if ports.clock.now() + pause - began > timing.within {
                return try await giveUp(bound, tries, outOfTime(last, timing: timing, tries: tries, of: bound))
            }
            guard await sleep(pause) else {
                try await record(.stopped(step: bound.id), isDurable: true)
                return .stopped
            }
        }
    }

    /// A check with `within=0s` is tried once, and then has its whole `timeout`.
    private func firstTimeout(_ timing: StepTiming) -> Duration {
        timing.within == .zero ? timing.timeout : min(timing.timeout, timing.within)
    }

    private func pass(
        _ bound: BoundStep, tries: Int, judge: StepJudge, answers: StepAnswers
    ) async throws(Breakdown) -> Verdict {
        try await record(
            .polled(step: bound.id, tries: tries, unmet: nil, answer: masked(answers, by: judge)))
        adopt(judge, of: bound)
        let kept = keptValues(of: judge, answers: answers, for: bound)
        setResult(of: bound, answers)
        try await record(.passed(step: bound.id, values: kept))
        return .done
    }

    /// The last answer with the secrets that were just captured masked.
    private func masked(_ answers: StepAnswers, by judge: StepJudge) -> AnswerRecord? {
        for secret in judge.capturedSecrets { values.set(secret.name, to: secret.value, isSecret: true) }
        return answerRecord(of: answers)
    }

    private func poll(
        _ bound: BoundStep, _ tries: Int, _ failure: StepFailure?, _ answers: StepAnswers, isNews: Bool
    ) async throws(Breakdown) {
        // The first try reaches the disk with what came before it, for a wait may be long.
        guard tries == 1 || isNews else { return }
        try await record(
            .polled(step: bound.id, tries: tries, unmet: failure, answer: answerRecord(of: answers)),
            isDurable: tries == 1)
    }

    private func giveUp(_ bound: BoundStep, _ tries: Int, _ failure: StepFailure) async throws(Breakdown) -> Verdict {
        try await record(.polled(step: bound.id, tries: tries, unmet: failure, answer: nil))
        try await record(
            .failed(step: bound.id, failure: failure, applied: .no, answer: state.step(bound.id).lastAnswer),
            isDurable: true)
        return .failed
    }

    private func outOfTime(_ last: StepFailure?, timing: StepTiming, tries: Int, of bound: BoundStep) -> StepFailure {
        let times = tries == 1 ? "1 try" : "\(tries) tries"
        let what = last.map { ": \($0.message)" } ?? ""
        return StepFailure(
            code: last?.code ?? "verify/unmet",
            message: "it did not come true within \(DurationText.text(timing.within)) (\(times))\(what)",
            line: last?.line ?? bound.step.span.start.line, target: last?.target, request: last?.request,
            command: last?.command, differences: last?.differences ?? [])
    }

    /// Waits; false when the run is being stopped.
    func sleep(_ duration: Duration) async -> Bool {
        let clock = ports.clock
        let slept = await ports.interruption.cutting(at: .gentle) {
            do throws(CancellationError) {
                try await clock.sleep(for: duration)
                return true
            } catch {
                return false
            }
        }
        return slept && ports.interruption.level == .none
    }

    /// Makes the result of a step known under its id.
    func setResult(of bound: BoundStep, _ answers: StepAnswers) {
        guard let name = bound.resultName, plan.usedNames.contains(name) else { return }
        values.set(name, to: answers.value)
    }
}
