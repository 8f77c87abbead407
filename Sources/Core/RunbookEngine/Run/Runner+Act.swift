import OrderedJSON
import RunbookModel

extension Runner {
    /// What was done of an attempt so far.
    private struct Progress {
        let deadline: Duration
        var answers: StepAnswers
        /// How many requests that are no reads were answered with success.
        var applied = 0
        /// How many requests that are no reads there are.
        let acting: Int

        init(_ bound: BoundStep, deadline: Duration) {
            self.deadline = deadline
            answers = bound.noAnswers
            acting = bound.actions.count { $0.effect > .read } * bound.targetList.count
        }

        /// Whether a failure now leaves the target changed.
        func applied(after isApplied: Bool = false) -> Applied {
            let done = applied + (isApplied ? 1 : 0)
            if done == 0 { return .no }
            return done >= acting ? .yes : .partly
        }
    }

    /// What one request needs to know of its attempt; not its answers, of which a copy would cost each request as much as
    /// all before it.
    private struct Limits {
        let deadline: Duration
        /// What a failure of this request leaves changed.
        let applied: Applied
        let isWithheld: Bool
    }

    /// What one request of an attempt came to.
    private enum Sent {
        case answered(Answer, took: Duration)
        case ended(Verdict)
    }

    /// Sends the requests of a step, one after another on each target, and judges the answers.
    func act(_ bound: BoundStep) async throws(Breakdown) -> Verdict {
        let timing = StepTiming(bound.step.keys)
        try await record(.attemptStarted(step: bound.id, attempt: state.step(bound.id).attempts + 1))
        // What acted before the attempt was cut short is not sent again.
        let kept = state.step(bound.id).exchanges
        let judge = StepJudge(bound: bound, expressions: ports.expressions, values: values.known)
        var progress = Progress(bound, deadline: ports.clock.now() + timing.timeout)
        var position = 0
        for target in bound.targetList {
            progress.answers.parts.append(bound.noAnswers(on: target))
            for index in bound.actions.indices {
                if position < kept.count {
                    take(kept[position], of: bound, into: &progress)
                } else if let verdict = try await act(index, of: bound, on: target, by: judge, into: &progress) {
                    return verdict
                }
                position += 1
            }
        }
        return try await judgeAnswers(bound, progress, judge, kept: kept)
    }

    /// Sends one request and judges its answer alone; nil when the step goes on.
    private func act(
        _ index: Int, of bound: BoundStep, on target: String?, by judge: StepJudge, into progress: inout Progress
    ) async throws(Breakdown) -> Verdict? {
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
            deadline: progress.deadline, applied: progress.applied(), isWithheld: progress.answers.isWithheld)
        switch try await send(action, shown: shown, of: bound, limits: limits) {
        case .ended(let verdict): return verdict
        case .answered(let answer, let took):
            progress.answers.parts[progress.answers.parts.count - 1].exchanges.append((shown, answer))
            await hideSecrets(in: &progress.answers, by: judge)
            let isWithheld = progress.answers.isWithheld
            let kept = answerRecord(of: answer, took: took, isWithheld: isWithheld)
            let answered = RunEvent.actionAnswered(step: bound.id, target: target, index: index, answer: kept)
            switch judge.judge(answer, of: action, target: bound.targets.count > 1 ? target : nil) {
            case .holds: try await record(answered)
            case .unmet(let failure), .wrong(let failure):
                // A target that fails (HTTP 5xx) may have done it all the same.
                let isApplied = action.effect > .read && (answer.verdict == .success || answer.verdict == .broken)
                let failed = RunEvent.failed(
                    step: bound.id, failure: told(failure, shown, of: bound, isWithheld: isWithheld),
                    applied: progress.applied(after: isApplied), answer: kept)
                // Both or none are kept: an answer without a failure behind it is one that was accepted.
                try await record([answered, failed], isDurable: true)
                return .failed
            }
            if action.effect > .read { progress.applied += 1 }
            return nil
        }
    }

    /// Takes an answer that an earlier attempt got and accepted.
    private func take(_ exchange: StepRecord.Exchange, of bound: BoundStep, into progress: inout Progress) {
        guard let record = exchange.answer, bound.actions.indices.contains(exchange.action.index) else { return }
        let template = bound.actions[exchange.action.index]
        let shown = shown(template, index: exchange.action.index, of: bound, target: exchange.action.target)
        let body = (try? JSON(parsing: record.text)) ?? .string(record.text)
        progress.answers.parts[progress.answers.parts.count - 1].exchanges.append(
            (shown, Answer(status: record.status, verdict: .success, body: body, text: record.text)))
        if exchange.action.effect > .read { progress.applied += 1 }
    }

    private func judgeAnswers(
        _ bound: BoundStep, _ progress: Progress, _ judge: StepJudge, kept: [StepRecord.Exchange]
    ) async throws(Breakdown) -> Verdict {
        let answers = progress.answers
        if let lost = kept.first(where: { !isWhole($0, for: bound) }) {
            let failure = StepFailure(
                code: "resume/answer-incomplete",
                message: "the answer to `\(lost.action.title)` was not kept in full, so it cannot be judged",
                line: bound.step.span.start.line)
            let action = answers.lastAction(on: lost.action.target)
            return try await end(
                bound, told(failure, action, of: bound, isWithheld: answers.isWithheld), progress.applied())
        }
        var judge = judge
        switch await judge.judge(answers) {
        case .holds: break
        case .unmet(let failure), .wrong(let failure):
            let action = answers.lastAction(on: failure.target)
            return try await end(
                bound, told(failure, action, of: bound, isWithheld: answers.isWithheld), progress.applied())
        }
        try await record(.passed(step: bound.id, values: adopt(judge, answers, of: bound)))
        return .done
    }

    /// Whether all that is asked of a step can be asked of an answer as it was kept: without headers, masked and cut.
    private func isWhole(_ exchange: StepRecord.Exchange, for bound: BoundStep) -> Bool {
        let isAsked = !bound.step.checks.isEmpty || bound.step.keys.same != nil
        let isUsed = bound.resultName.map(plan.usedNames.contains) ?? false
        guard isAsked || isUsed, let answer = exchange.answer else { return true }
        let asksHeaders = bound.filters.contains { filter in
            FilterVariables.references(in: filter.text).contains { $0.name == "headers" }
        }
        return answer.text.utf8.count == answer.length && !asksHeaders
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
            case .answered(let answer): return .answered(answer, took: took)
            case .refused(let refusal):
                reason = refusal.reason
                retryAfter = refusal.retryAfter
                isPermanent = refusal.isPermanent
            case .unknown(let why):
                if action.effect > .read { return .ended(try await lose(bound, why)) }
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
    private func lose(_ bound: BoundStep, _ reason: String) async throws(Breakdown) -> Verdict {
        try await record(.lost(step: bound.id, reason: masked(reason), isDoubtful: true), isDurable: true)
        return ports.interruption.level > .none ? .stopped : .waiting
    }

    /// Ends an attempt that is stopped with nothing unanswered.
    func stop(_ bound: BoundStep) async throws(Breakdown) -> Verdict {
        try await record(.stopped(step: bound.id), isDurable: true)
        return .stopped
    }

    private func end(
        _ bound: BoundStep, _ failure: StepFailure, _ applied: Applied
    ) async throws(Breakdown) -> Verdict {
        let answer = state.step(bound.id).exchanges.last?.answer
        try await record(
            .failed(step: bound.id, failure: masked(failure), applied: applied, answer: answer), isDurable: true)
        return .failed
    }
}
