import RunbookModel

extension Runner {
    /// What one try of a check came to.
    enum Trial {
        /// It holds; the judge has the captures.
        case holds(StepJudge, StepResponses)
        /// It does not hold.
        case unmet(StepFailure, StepResponses)
        /// It could not be told: no connection, a broken target, a part of the response missing.
        case unknowable(StepFailure, StepResponses)
        /// Something is wrong that no waiting mends.
        case wrong(StepFailure)
        /// The run is being stopped.
        case stopped
    }

    /// Asks the requests of a check once on each of its targets, and judges the responses.
    func tryOnce(_ bound: BoundStep, timeout: Duration) async -> Trial {
        let judge = StepJudge(bound: bound, expressions: ports.expressions, values: values.known)
        let deadline = ports.clock.now() + timeout
        var responses = bound.noResponses
        for target in bound.targetList {
            responses.parts.append(bound.noResponses(on: target))
            for index in bound.actions.indices {
                let trial = await tryAction(index, of: bound, on: target, by: judge, until: deadline, into: &responses)
                if let trial { return trial }
            }
        }
        return await judgeAll(responses, by: judge, of: bound)
    }

    /// Asks one request of a check; nil when its response does not keep the check from holding.
    private func tryAction(
        _ index: Int, of bound: BoundStep, on target: String?, by judge: StepJudge, until deadline: Duration,
        into responses: inout StepResponses
    ) async -> Trial? {
        let template = bound.actions[index]
        let line = template.span.start.line
        let shown = shown(template, index: index, of: bound, target: target)
        func told(_ failure: StepFailure) -> StepFailure {
            self.told(failure, shown, of: bound, isWithheld: responses.isWithheld)
        }
        let action: Action
        do {
            action = try filled(template, index: index, of: bound, target: target)
        } catch {
            return .wrong(unfilled(error, request: shown))
        }
        if ports.interruption.level > .none { return .stopped }
        let left = max(.milliseconds(1), deadline - ports.clock.now())
        let (outcome, _) = await perform(action, of: bound, timeout: left)
        if ports.interruption.level > .none { return .stopped }
        switch outcome {
        case .answered(let response):
            responses.parts[responses.parts.count - 1].exchanges.append((shown, response))
            await hideSecrets(in: &responses, by: judge)
            switch judge.judge(response, of: action, target: bound.targets.count > 1 ? target : nil) {
            case .holds: return nil
            case .wrong(let failure): return .wrong(told(failure))
            case .unmet(let failure):
                // Not knowing is not "no": a target that fails, or leaves a part out, says nothing.
                let isUnknowable = response.verdict == .broken || response.verdict == .success && isComplaint(failure)
                return isUnknowable ? .unknowable(told(failure), responses) : .unmet(told(failure), responses)
            }
        case .refused(let refusal):
            let failure = told(
                StepFailure(code: "action/refused", message: refusal.reason, line: line, target: target))
            return refusal.isPermanent ? .wrong(failure) : .unknowable(failure, responses)
        case .unknown(let reason):
            return .unknowable(
                told(StepFailure(code: "action/unknown", message: reason, line: line, target: target)), responses)
        }
    }

    private func isComplaint(_ failure: StepFailure) -> Bool { failure.code == StepJudge.complaintCode }

    private func judgeAll(_ responses: StepResponses, by judge: StepJudge, of bound: BoundStep) async -> Trial {
        var judge = judge
        func told(_ failure: StepFailure) -> StepFailure {
            self.told(failure, responses.lastAction(on: failure.target), of: bound, isWithheld: responses.isWithheld)
        }
        switch await judge.judge(responses) {
        case .holds: return .holds(judge, responses)
        case .unmet(let failure): return .unmet(told(failure), responses)
        case .wrong(let failure): return .wrong(told(failure))
        }
    }
}
