import RunbookModel

extension Runner {
    /// What was done of an attempt so far.
    private struct Progress {
        var answers = StepAnswers()
        /// How many requests that are no reads were answered with success.
        var applied = 0
        /// How many requests that are no reads there are.
        var acting = 0

        /// Whether a failure now leaves the target changed.
        func applied(after isApplied: Bool) -> Applied {
            let done = applied + (isApplied ? 1 : 0)
            if done == 0 { return .no }
            return done >= acting ? .yes : .partly
        }
    }

    /// What one request of an attempt came to.
    private enum Step {
        case answered(Answer, took: Duration)
        case ended(Verdict)
    }

    /// Sends the requests of a step, one after another on each target, and judges the answers.
    func act(_ bound: BoundStep) async throws(Breakdown) -> Verdict {
        let timing = StepTiming(bound.step.keys)
        try await record(.attemptStarted(step: bound.id, attempt: state.step(bound.id).attempts + 1))
        let deadline = ports.clock.now() + timing.timeout
        let judge = StepJudge(bound: bound, expressions: ports.expressions, values: values)
        var progress = Progress()
        progress.acting = bound.actions.filter { $0.effect > .read }.count * bound.targetList.count
        for target in bound.targetList {
            var part = StepAnswers.Part(target: target)
            for (index, template) in bound.actions.enumerated() {
                if ports.interruption.level > .none { return try await stop(bound) }
                let shown = shown(template, index: index, of: bound, target: target)
                let action: Action
                do {
                    action = try filled(template, index: index, of: bound, target: target)
                } catch {
                    return try await end(bound, unfilled(error, request: shown), progress.applied(after: false))
                }
                switch try await send(action, shown: shown, of: bound, deadline: deadline, progress: progress) {
                case .ended(let verdict): return verdict
                case .answered(let answer, let took):
                    try await record(
                        .actionAnswered(
                            step: bound.id, target: target, index: index, answer: answerRecord(of: answer, took: took)))
                    let acted = template.effect > .read
                    switch judge.judge(answer, of: action, target: bound.targets.count > 1 ? target : nil) {
                    case .holds: break
                    case .unmet(let failure), .wrong(let failure):
                        let isApplied = acted && (answer.verdict == .success || answer.verdict == .broken)
                        return try await end(
                            bound, told(failure, shown, of: bound), progress.applied(after: isApplied))
                    }
                    if acted { progress.applied += 1 }
                    part.exchanges.append((shown, answer))
                }
            }
            progress.answers.parts.append(part)
        }
        return try await judgeAnswers(bound, progress, judge)
    }

    private func judgeAnswers(
        _ bound: BoundStep, _ progress: Progress, _ judge: StepJudge
    ) async throws(Breakdown) -> Verdict {
        var judge = judge
        switch await judge.judge(progress.answers) {
        case .holds: break
        case .unmet(let failure), .wrong(let failure):
            let shown = progress.answers.parts.last?.exchanges.last?.action
            return try await end(bound, told(failure, shown, of: bound), progress.applied(after: false))
        }
        adopt(judge, of: bound)
        let kept = keptValues(of: judge, answers: progress.answers, for: bound)
        setResult(of: bound, progress.answers)
        try await record(.passed(step: bound.id, values: kept))
        return .done
    }

    /// Sends one request, again and again as long as it surely had no effect and there is time.
    private func send(
        _ action: Action, shown: Action, of bound: BoundStep, deadline: Duration, progress: Progress
    ) async throws(Breakdown) -> Step {
        var backoff = Backoff()
        var repetitions = 0
        try await record(
            .actionSent(step: bound.id, action: actionRecord(of: shown)), isDurable: action.effect > .read)
        while true {
            let left = max(.milliseconds(1), deadline - ports.clock.now())
            let (outcome, took) = await perform(action, of: bound, timeout: left)
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
            if isPermanent || isSpent || ports.clock.now() + pause >= deadline {
                let failure = StepFailure(
                    code: "action/refused", message: reason, line: bound.actions[action.index].span.start.line,
                    target: action.target)
                return .ended(
                    try await end(bound, told(failure, shown, of: bound), progress.applied(after: false)))
            }
            repetitions += 1
            guard await sleep(pause) else { return .ended(try await stop(bound)) }
            try await record(
                .actionSent(step: bound.id, action: actionRecord(of: shown)), isDurable: action.effect > .read)
        }
    }

    /// Something that acts was sent, and nobody knows what became of it.
    private func lose(_ bound: BoundStep, _ reason: String) async throws(Breakdown) -> Verdict {
        try await record(.lost(step: bound.id, reason: masked(reason), isDoubtful: true), isDurable: true)
        return ports.interruption.level > .none ? .stopped : .waiting
    }

    private func stop(_ bound: BoundStep) async throws(Breakdown) -> Verdict {
        try await record(.stopped(step: bound.id), isDurable: true)
        return .stopped
    }

    private func end(
        _ bound: BoundStep, _ failure: StepFailure, _ applied: Applied
    ) async throws(Breakdown) -> Verdict {
        let answer = state.step(bound.id).exchanges.last?.answer
        try await record(.failed(step: bound.id, failure: failure, applied: applied, answer: answer), isDurable: true)
        return .failed
    }
}
