import OrderedJSON
import RunbookModel

extension Runner {
    /// What was done of an attempt so far.
    private struct Progress {
        let deadline: Duration
        var responses: StepResponses
        /// The requests that took effect, as a person says, and whose responses nobody has.
        var settled: [Exchange] = []

        init(_ bound: BoundStep, deadline: Duration) {
            self.deadline = deadline
            responses = bound.noResponses
        }
    }

    /// What one request needs to know of its attempt; not its responses, of which a copy would cost each request as much as
    /// all before it.
    private struct Limits {
        let deadline: Duration
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
        let earlier = Dictionary(state.step(bound.id).exchanges.map { ($0.action.place, $0) }) { _, last in last }
        let judge = StepJudge(bound: bound, expressions: ports.expressions, values: values.known)
        var progress = Progress(bound, deadline: ports.clock.now() + timing.timeout)
        for target in bound.targetList {
            progress.responses.parts.append(bound.noResponses(on: target))
            for index in bound.actions.indices {
                if let exchange = earlier[ActionPlace(target: target, index: index)] {
                    reuse(exchange, of: bound, into: &progress)
                } else if let verdict = try await act(index, of: bound, on: target, by: judge, into: &progress) {
                    return verdict
                }
            }
        }
        return try await judgeResponses(bound, progress, judge, kept: Array(earlier.values))
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
            return try await end(bound, unfilled(error, request: shown))
        }
        let limits = Limits(deadline: progress.deadline, isWithheld: progress.responses.isWithheld)
        switch try await send(action, shown: shown, of: bound, limits: limits) {
        case .ended(let verdict): return verdict
        case .answered(let response, let took):
            progress.responses.parts[progress.responses.parts.count - 1].exchanges.append((shown, response))
            await hideSecrets(in: &progress.responses, by: judge)
            let isWithheld = progress.responses.isWithheld
            func answered(_ kept: ResponseRecord) -> RunEvent {
                .actionResponded(step: bound.id, target: target, index: index, response: kept)
            }
            switch judge.judge(response, of: action, target: bound.targets.count > 1 ? target : nil) {
            case .holds:
                // Whoever accepts such a status knows that it means success.
                let applied = response.applied == .partly ? Applied.yes : response.applied
                let kept = responseRecord(of: response, took: took, applied: applied, isWithheld: isWithheld)
                try await record(answered(kept))
            case .unmet(let failure), .wrong(let failure):
                let kept = responseRecord(of: response, took: took, applied: response.applied, isWithheld: isWithheld)
                let failed = RunEvent.failed(
                    step: bound.id, failure: told(failure, shown, of: bound, isWithheld: isWithheld),
                    applied: applied(bound, after: action, response.applied), response: kept)
                // Both or none are kept: a response without a failure behind it is one that was accepted.
                try await record([answered(kept), failed], isDurable: true)
                return .failed
            }
            return nil
        }
    }

    /// What the step has changed so far, and an action that is just answered.
    private func applied(_ bound: BoundStep, after action: Action? = nil, _ applied: Applied = .no) -> Applied {
        let acting = state.step(bound.id).exchanges.filter { $0.action.effect > .read }
        var parts = acting.filter { $0.action.place != action?.place }.map(\.applied)
        if let action, action.effect > .read { parts.append(applied) }
        return Applied(parts, of: bound.actions.count { $0.effect > .read } * bound.targetList.count)
    }

    /// Takes a response that an earlier attempt got and accepted.
    private func reuse(_ exchange: Exchange, of bound: BoundStep, into progress: inout Progress) {
        guard let record = exchange.response else {
            progress.settled.append(exchange)
            return
        }
        let template = bound.actions[exchange.action.index]
        let shown = shown(template, index: exchange.action.index, of: bound, target: exchange.action.target)
        let body = (try? JSON(parsing: record.text)) ?? .string(record.text)
        progress.responses.parts[progress.responses.parts.count - 1].exchanges.append(
            (shown, Response(status: record.status, verdict: .success, body: body, text: record.text)))
    }

    private func judgeResponses(
        _ bound: BoundStep, _ progress: Progress, _ judge: StepJudge, kept: [Exchange]
    ) async throws(Breakdown) -> StepEnding {
        let responses = progress.responses
        if let settled = progress.settled.first, needsResponses(bound) {
            return try await accept(bound, without: settled)
        }
        if let lost = kept.first(where: { !isWhole($0, for: bound) }) {
            let failure = StepFailure(
                code: "resume/answer-incomplete",
                message: "the answer to `\(lost.action.title)` was not kept in full, so it cannot be judged",
                line: bound.step.span.start.line)
            let action = responses.lastAction(on: lost.action.target)
            return try await end(bound, told(failure, action, of: bound, isWithheld: responses.isWithheld))
        }
        var judge = judge
        switch await judge.judge(responses) {
        case .holds: break
        case .unmet(let failure), .wrong(let failure):
            let action = responses.lastAction(on: failure.target)
            return try await end(bound, told(failure, action, of: bound, isWithheld: responses.isWithheld))
        }
        let values = progress.settled.isEmpty ? adopt(judge, responses, of: bound) : StepValues()
        try await record(.passed(step: bound.id, values: values))
        return .done
    }

    /// Whether something is asked of the responses of a step.
    private func needsResponses(_ bound: BoundStep) -> Bool {
        !bound.step.checks.isEmpty || bound.step.keys.same != nil
            || bound.resultName.map(scope.usedNames.contains) ?? false
    }

    /// Ends a step whose requests all took effect, and of which a response is missing: its check tells what is asked of
    /// the responses, else a person does.
    private func accept(_ bound: BoundStep, without exchange: Exchange) async throws(Breakdown) -> StepEnding {
        if let index = bound.unless {
            let check = scope.binding.steps[index]
            if case .holds(let judge, _) = await tryOnce(check, timeout: StepTiming(check.step.keys).timeout) {
                let names = Set(bound.captureNames)
                let captures = judge.captures.filter { names.contains($0.name) }
                try await record(.passed(step: bound.id, values: adopt(captures)))
                return .done
            }
            if ports.interruption.level > .none { return try await stop(bound) }
        }
        switch try await ask(acceptance(of: bound, without: exchange), of: bound) {
        case .goOn, .goOnAfterWait: return .done
        case .ended(let ending): return ending
        }
    }

    /// Whether all that is asked of a step can be asked of a response as it was kept: without headers, masked and cut.
    private func isWhole(_ exchange: Exchange, for bound: BoundStep) -> Bool {
        guard needsResponses(bound), let response = exchange.response else { return true }
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
                return .ended(try await end(bound, failure("step/out-of-time", reason)))
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
                return .ended(try await end(bound, failure("action/refused", reason)))
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

    private func end(_ bound: BoundStep, _ failure: StepFailure) async throws(Breakdown) -> StepEnding {
        let response = state.step(bound.id).exchanges.last?.response
        try await record(
            .failed(step: bound.id, failure: masked(failure), applied: applied(bound), response: response),
            isDurable: true)
        return .failed
    }
}

extension Action {
    fileprivate var place: ActionPlace { ActionPlace(target: target, index: index) }
}
