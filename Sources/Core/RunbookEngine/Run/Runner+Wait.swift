import RunbookModel
import RunbookRun

extension Runner {
    /// Polls a check until it holds, for as long as it must, or until its ceiling.
    func wait(for step: ScopedStep) async throws(Breakdown) -> StepEnding {
        let timing = step.timing
        try await begin(step)
        try await keep()
        let began = ports.clock.now()
        var tries = 0
        var heldSince: Duration?
        var last: StepFailure?
        var seen: StepResponses?
        while true {
            let left = timing.within - (ports.clock.now() - began)
            let timeout = tries == 0 ? timing.firstTry : min(timing.timeout, left)
            let trial = await tryOnce(step, timeout: timeout)
            tries += 1
            switch trial {
            case .holds(let judge, let responses):
                let moment = ports.clock.now()
                if moment - (heldSince ?? moment) >= timing.holdsFor {
                    return try await pass(step, tries: tries, judge: judge, responses: responses)
                }
                heldSince = heldSince ?? moment
                let holding = holding(timing, of: step)
                try await poll(step, tries, holding, responses, isNews: last?.code != holding.code)
                last = holding
                seen = responses
            case .unknowable(let failure, let responses) where timeout < timing.timeout && last != nil:
                // The ceiling cut it: what was seen before says more.
                heldSince = nil
                try await poll(step, tries, failure, responses, isNews: false)
            case .unmet(let failure, let responses), .unknowable(let failure, let responses):
                heldSince = nil
                try await poll(step, tries, failure, responses, isNews: failure != last)
                last = failure
                seen = responses
            case .wrong(let failure, let responses): return try await giveUp(step, tries, failure, responses)
            case .stopped: return try await stop(step)
            }
            let now = ports.clock.now()
            // The last try of the time that it must pass is at its end, also where `every` does not divide it.
            let pause = heldSince.map { min(timing.every, $0 + timing.holdsFor - now) } ?? timing.every
            if now + pause - began >= timing.within {
                return try await giveUp(step, tries, outOfTime(last, timing: timing, tries: tries, of: step), seen)
            }
            try await flush()
            guard await sleep(pause) else { return try await stop(step) }
        }
    }

    private func holding(_ timing: StepTiming, of step: ScopedStep) -> StepFailure {
        StepFailure(
            code: "for/holding",
            message: "it passes, and must continue to pass for \(DurationText.text(timing.holdsFor))",
            line: step.bound.step.span.start.line)
    }

    private func pass(
        _ step: ScopedStep, tries: Int, judge: StepJudge, responses: StepResponses
    ) async throws(Breakdown) -> StepEnding {
        try await warn(responses.warnings, of: step)
        let kept = adopt(judge, responses, of: step)
        let shown = await shown(responses, of: step, by: judge)
        try await record(
            [
                .polled(
                    step: step.id, tries: tries, unmet: nil, response: rendering(step).record(of: responses),
                    requests: requests(of: step)),
                .passed(step: step.id, values: kept, shown: shown),
            ], isDurable: false)
        return .done
    }

    private func poll(
        _ step: ScopedStep, _ tries: Int, _ failure: StepFailure, _ responses: StepResponses, isNews: Bool
    ) async throws(Breakdown) {
        guard tries == 1 || isNews else { return }
        try await record(
            .polled(
                step: step.id, tries: tries, unmet: failure, response: rendering(step).record(of: responses),
                requests: requests(of: step)))
    }

    /// The requests of a wait as they are sent; said once, because they are the same with each try.
    private func requests(of step: ScopedStep) -> [ActionRecord] {
        let requests = rendering(step).records
        return requests == state.step(step.id).polled ? [] : requests
    }

    private func giveUp(
        _ step: ScopedStep, _ tries: Int, _ failure: StepFailure, _ responses: StepResponses?
    ) async throws(Breakdown) -> StepEnding {
        // What the last try saw is news only when it differs from the one before; the failure tells the rest.
        let seen = state.step(step.id).failure ?? failure
        let response = responses.flatMap { rendering(step).record(of: $0) }
        try await record(
            .polled(step: step.id, tries: tries, unmet: seen, response: response, requests: requests(of: step)))
        try await record(
            .failed(step: step.id, failure: failure, applied: .no, response: state.step(step.id).lastResponse),
            isDurable: true)
        return .failed
    }

    private func outOfTime(_ last: StepFailure?, timing: StepTiming, tries: Int, of step: ScopedStep) -> StepFailure {
        let times = tries == 1 ? "1 try" : "\(tries) tries"
        let what = last.map { ": \($0.message)" } ?? ""
        return StepFailure(
            code: last?.code ?? "verify/unmet",
            message: "it did not pass within \(DurationText.text(timing.within)) (\(times))\(what)",
            file: last?.file, line: last?.line ?? step.bound.step.span.start.line, target: last?.target,
            request: last?.request,
            command: last?.command, differences: last?.differences ?? [])
    }
}
