import RunbookModel

extension Runner {
    /// Polls a check until it holds, for as long as it must, or until its ceiling.
    func wait(for bound: BoundStep) async throws(Breakdown) -> StepEnding {
        let timing = StepTiming(bound.step.keys)
        try await record(.attemptStarted(step: bound.id, attempt: state.step(bound.id).attempts + 1))
        let began = ports.clock.now()
        var tries = 0
        var heldSince: Duration?
        var last: StepFailure?
        while true {
            let left = timing.within - (ports.clock.now() - began)
            let timeout = tries == 0 ? firstTimeout(timing) : min(timing.timeout, left)
            let trial = await tryOnce(bound, timeout: timeout)
            tries += 1
            switch trial {
            case .holds(let judge, let responses):
                let moment = ports.clock.now()
                if moment - (heldSince ?? moment) >= timing.holdsFor {
                    return try await pass(bound, tries: tries, judge: judge, responses: responses)
                }
                heldSince = heldSince ?? moment
                let holding = holding(timing, of: bound)
                try await poll(bound, tries, holding, responses, isNews: last?.code != holding.code)
                last = holding
            case .unknowable(let failure, let responses) where timeout < timing.timeout && last != nil:
                // The ceiling cut it: what was seen before says more.
                heldSince = nil
                try await poll(bound, tries, failure, responses, isNews: false)
            case .unmet(let failure, let responses), .unknowable(let failure, let responses):
                heldSince = nil
                try await poll(bound, tries, failure, responses, isNews: failure != last)
                last = failure
            case .wrong(let failure): return try await giveUp(bound, tries, failure)
            case .stopped: return try await stop(bound)
            }
            if ports.clock.now() + timing.every - began >= timing.within {
                return try await giveUp(bound, tries, outOfTime(last, timing: timing, tries: tries, of: bound))
            }
            try await flush()
            guard await sleep(timing.every) else { return try await stop(bound) }
        }
    }

    private func holding(_ timing: StepTiming, of bound: BoundStep) -> StepFailure {
        StepFailure(
            code: "for/holding",
            message: "it holds, and must go on holding for \(DurationText.text(timing.holdsFor))",
            line: bound.step.span.start.line)
    }

    /// A check with `within=0s` is tried once, and then has its whole `timeout`.
    private func firstTimeout(_ timing: StepTiming) -> Duration {
        timing.within == .zero ? timing.timeout : min(timing.timeout, timing.within)
    }

    private func pass(
        _ bound: BoundStep, tries: Int, judge: StepJudge, responses: StepResponses
    ) async throws(Breakdown) -> StepEnding {
        let kept = adopt(judge, responses, of: bound)
        try await record(
            [
                .polled(step: bound.id, tries: tries, unmet: nil, response: responseRecord(of: responses)),
                .passed(step: bound.id, values: kept),
            ], isDurable: false)
        return .done
    }

    private func poll(
        _ bound: BoundStep, _ tries: Int, _ failure: StepFailure, _ responses: StepResponses, isNews: Bool
    ) async throws(Breakdown) {
        guard tries == 1 || isNews else { return }
        try await record(.polled(step: bound.id, tries: tries, unmet: failure, response: responseRecord(of: responses)))
    }

    private func giveUp(_ bound: BoundStep, _ tries: Int, _ failure: StepFailure) async throws(Breakdown) -> StepEnding
    {
        // What the last try saw is news only when it differs from the one before; the failure tells the rest.
        let seen = state.step(bound.id).failure ?? failure
        try await record(.polled(step: bound.id, tries: tries, unmet: seen, response: nil))
        try await record(
            .failed(step: bound.id, failure: failure, applied: .no, response: state.step(bound.id).lastResponse),
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
}
