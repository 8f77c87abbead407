import OrderedJSON
import RunbookModel

extension Runner {
    /// What was done of an attempt so far.
    private struct Progress {
        let deadline: Duration
        var responses: StepResponses
        /// How many requests that are no reads were answered with success.
        var applied = 0
        /// How many requests that are no reads there are.
        let acting: Int

        init(_ bound: BoundStep, deadline: Duration) {
            self.deadline = deadline
            responses = bound.noResponses
            acting = bound.actions.count { $0.effect > .read } * bound.targetList.count
        }

        /// Whether a failure now leaves the target changed.
        func applied(after isApplied: Bool = false) -> Applied {
            let done = applied + (isApplied ? 1 : 0)
            if done == 0 { return .no }
            return done >= acting ? .yes : .partly
        }
    }

    /// What one request needs to know of its attempt; not its responses, of which a copy would cost each request as much as
    /// all before it.
    private struct Limits {
        let deadline: Duration
        /// What a failure of this request leaves changed.
        let applied: Applied
        let isWithheld: Bool
    }

    /// What one request of an attempt came to.
    private enum Sent {
        case answered(Response, took: Duration)
        case ended(StepEnding)
    }

    /// Sends the requests of a step, one after another on each target, and judges the responses.
    func act(_ bound: BoundStep) async throws(Breakdown) -> StepEnding {
        let timing = StepTiming(bound.step.keys)
        try await record(.attemptStarted(step: bound.id, attempt: state.step(bound.id).attempts + 1))
        // What acted before the attempt was cut short is not sent again.
        let kept = state.step(bound.id).exchanges
        let judge = StepJudge(bound: bound, expressions: ports.expressions, values: values.known)
        var progress = Progress(bound, deadline: ports.clock.now() + timing.timeout)
        var position = 0
        for target in bound.targetList {
            progress.responses.parts.append(bound.noResponses(on: target))
            for index in bound.actions.indices {
                if position < kept.count {
                    take(kept[position], of: bound, into: &progress)
                } else if let verdict = try await act(index, of: bound, on: target, by: judge, into: &progress) {
                    return verdict
                }
                position += 1
            }
        }
        return try await judgeResponses(bound, progress, judge, kept: kept)
    }

    /// Sends one request and judges its response alone; nil when the step goes on.
    private func act(
        _ index: Int, of bound: BoundStep, on target: String?, by judge: StepJudge, into progress: inout Progress
    ) async throws(Breakdown) -> StepEnding? {
        if ports.interruption.level > .none { return try await stop(bound) }
        let template = bound.actions[index]
        let shown = shown(template, index: index, of: bound, target: target)
        let action: Action
        do {
            action = try filled(template, index: index, of: bound, target: target)
        } catch {
            return try await end(bound, unfilled(error, request: shown), progress.applied())
        }
        let limits = Limits(
            deadline: progress.deadline, applied: progress.applied(), isWithheld: progress.responses.isWithheld)
        switch try await send(action, shown: shown, of: bound, limits: limits) {
        case .ended(let verdict): return verdict
        case .answered(let response, let took):
            progress.responses.parts[progress.responses.parts.count - 1].exchanges.append((shown, response))
            await hideSecrets(in: &progress.responses, by: judge)
            let isWithheld = progress.responses.isWithheld
            let kept = responseRecord(of: response, took: took, isWithheld: isWithheld)
            let answered = RunEvent.actionResponded(step: bound.id, target: target, index: index, response: kept)
            switch judge.judge(response, of: action, target: bound.targets.count > 1 ? target : nil) {
            case .holds: try await record(answered)
            case .unmet(let failure), .wrong(let failure):
                // A target that fails (HTTP 5xx) may have done it all the same.
                let isApplied = action.effect > .read && (response.verdict == .success || response.verdict == .broken)
                let failed = RunEvent.failed(
                    step: bound.id, failure: told(failure, shown, of: bound, isWithheld: isWithheld),
                    applied: progress.applied(after: isApplied), response: kept)
                // Both or none are kept: a response without a failure behind it is one that was accepted.
                try await record([answered, failed], isDurable: true)
                return .failed
            }
            if action.effect > .read { progress.applied += 1 }
            return nil
        }
    }

    /// Takes a response that an earlier attempt got and accepted.
    private func take(_ exchange: StepRecord.Exchange, of bound: BoundStep, into progress: inout Progress) {
        guard let record = exchange.response, bound.actions.indices.contains(exchange.action.index) else { return }
        let template = bound.actions[exchange.action.index]
        let shown = shown(template, index: exchange.action.index, of: bound, target: exchange.action.target)
        let body = (try? JSON(parsing: record.text)) ?? .string(record.text)
        progress.responses.parts[progress.responses.parts.count - 1].exchanges.append(
            (shown, Response(status: record.status, verdict: .success, body: body, text: record.text)))
        if exchange.action.effect > .read { progress.applied += 1 }
    }

    private func judgeResponses(
        _ bound: BoundStep, _ progress: Progress, _ judge: StepJudge, kept: [StepRecord.Exchange]
    ) async throws(Breakdown) -> StepEnding {
        let responses = progress.responses
        if let lost = kept.first(where: { !isWhole($0, for: bound) }) {
            let failure = StepFailure(
                code: "resume/answer-incomplete",
                message: "the answer to `\(lost.action.title)` was not kept in full, so it cannot be judged",
                line: bound.step.span.start.line)
            let action = responses.lastAction(on: lost.action.target)
            return try await end(
                bound, told(failure, action, of: bound, isWithheld: responses.isWithheld), progress.applied())
        }
        var judge = judge
        switch await judge.judge(responses) {
        case .holds: break
        case .unmet(let failure), .wrong(let failure):
            let action = responses.lastAction(on: failure.target)
            return try await end(
                bound, told(failure, action, of: bound, isWithheld: responses.isWithheld), progress.applied())
        }
        try await record(.passed(step: bound.id, values: adopt(judge, responses, of: bound)))
        return .done
    }

    /// Whether all that is asked of a step can be asked of a response as it was kept: without headers, masked and cut.
    private func isWhole(_ exchange: StepRecord.Exchange, for bound: BoundStep) -> Bool {
        let isAsked = !bound.step.checks.isEmpty || bound.step.keys.same != nil
        let isUsed = bound.resultName.map(scope.usedNames.contains) ?? false
        guard isAsked || isUsed, let response = exchange.response else { return true }
        let asksHeaders = bound.filters.contains { filter in
            FilterVariables.references(in: filter.text).contains { $0.name == "headers" }
        }
        return response.text.utf8.count == response.length && !asksHeaders
    }

    /// Sends one request, again and again as long as it surely had no effect and there is time.
    private func send(
        _ action: Action, shown: Action, of bound: BoundStep, limits: Limits
    ) async throws(Breakdown) -> Sent {
        var backoff = Backoff()
        var repetitions = 0
        func failure(_ code: String, _ reason: String) -> StepFailure {
            let line = bound.actions[action.index].span.start.line
            return told(
                StepFailure(code: code, message: reason, line: line, target: action.target), shown, of: bound,
                isWithheld: limits.isWithheld)
        }
        while true {
            let left = limits.deadline - ports.clock.now()
            if left <= .zero {
                let reason = "the step's time was over before this request was sent"
                return .ended(try await end(bound, failure("step/out-of-time", reason), limits.applied))
            }
            try await record(
                .actionSent(step: bound.id, action: actionRecord(of: shown)), isDurable: action.effect > .read)
            let (outcome, took) = await perform(action, of: bound, timeout: left, tells: true)
            let reason: String
            var retryAfter: Duration?
            var isPermanent = false
            switch outcome {
            case .answered(let response): return .answered(response, took: took)
            case .refused(let refusal):
                reason = refusal.reason
                retryAfter = refusal.retryAfter
                isPermanent = refusal.isPermanent
            case .unknown(let why):
                if action.effect > .read { return .ended(try await recordDoubt(bound, why)) }
                reason = why
            }
            try await record(
                .actionRefused(step: bound.id, target: action.target, index: action.index, reason: masked(reason)))
            if ports.interruption.level > .none { return .ended(try await stop(bound)) }
            let pause = backoff.next(retryAfter: retryAfter)
            let isSpent = repetitions >= bound.step.keys.retry?.value ?? .max
            if isPermanent || isSpent || ports.clock.now() + pause >= limits.deadline {
                return .ended(try await end(bound, failure("action/refused", reason), limits.applied))
            }
            repetitions += 1
            try await flush()
            guard await sleep(pause) else { return .ended(try await stop(bound)) }
        }
    }

    /// Something that acts was sent, and nobody knows what became of it.
    private func recordDoubt(_ bound: BoundStep, _ reason: String) async throws(Breakdown) -> StepEnding {
        try await record(.outcomeUnknown(step: bound.id, reason: masked(reason), isDoubtful: true), isDurable: true)
        return ports.interruption.level > .none ? .stopped : .waiting
    }

    /// Ends an attempt that is stopped with nothing unanswered.
    func stop(_ bound: BoundStep) async throws(Breakdown) -> StepEnding {
        try await record(.stopped(step: bound.id), isDurable: true)
        return .stopped
    }

    private func end(
        _ bound: BoundStep, _ failure: StepFailure, _ applied: Applied
    ) async throws(Breakdown) -> StepEnding {
        let response = state.step(bound.id).exchanges.last?.response
        try await record(
            .failed(step: bound.id, failure: masked(failure), applied: applied, response: response), isDurable: true)
        return .failed
    }
}
