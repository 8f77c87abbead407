import RunbookModel
import RunbookPlugin
import RunbookRun

// The one loop over the requests of a step. Whoever has them made says how by a policy, and what follows from the end.
extension Runner {
    /// Makes the requests of a step, one after another on each target, and judges each response alone.
    func attempt(
        _ step: ScopedStep, by judge: StepJudge, _ policy: AttemptPolicy
    ) async throws(Breakdown) -> AttemptEnd {
        var responses = step.bound.noResponses
        for request in step.requests {
            if responses.parts.last?.target != request.place.target || responses.parts.isEmpty {
                responses.parts.append(step.bound.noResponses(on: request.place.target))
            }
            if let exchange = policy.earlier[request.place] {
                reuse(exchange, for: request, of: step, into: &responses)
            } else if policy.means != .perform {
                if let end = await look(for: request, of: step, by: judge, policy, into: &responses) { return end }
            } else if let end = try await make(request, of: step, by: judge, policy, into: &responses) {
                return end
            }
        }
        return .responded(responses)
    }

    /// Takes what an earlier attempt did.
    private func reuse(
        _ exchange: Exchange, for request: ScopedStep.Request, of step: ScopedStep, into responses: inout StepResponses
    ) {
        if let record = exchange.response {
            responses.append(ReceivedResponse(record, to: rendering(step).shown(request)))
        } else {
            responses.settled.append(exchange)
        }
    }

    /// Asks the handler what a request would find; nil when the attempt continues.
    private func look(
        for request: ScopedStep.Request, of step: ScopedStep, by judge: StepJudge, _ policy: AttemptPolicy,
        into responses: inout StepResponses
    ) async -> AttemptEnd? {
        if ports.interruption.level > .none { return .stopped }
        let shown = rendering(step).shown(request)
        guard let handler = step.bound.handler, let action = try? rendering(step).filled(request),
            let probe = await handler.probe(
                action, on: step.target(request.place.target), timeout: policy.deadline - ports.clock.now())
        else {
            return .unknowable(cause("action/unknown", "only performing it tells", request, shown, of: step, responses))
        }
        responses.probes.append(probe)
        if let response = probe.response {
            responses.append(ReceivedResponse(response, to: shown))
            await hideSecrets(in: &responses, of: step, by: judge)
        } else if policy.means == .lookForPresence {
            return .unmet(cause("action/unknown", "it would change something", request, shown, of: step, responses))
        }
        return nil
    }

    /// Makes one request, again and again as the policy allows; nil when the attempt continues.
    private func make(
        _ request: ScopedStep.Request, of step: ScopedStep, by judge: StepJudge, _ policy: AttemptPolicy,
        into responses: inout StepResponses
    ) async throws(Breakdown) -> AttemptEnd? {
        if ports.interruption.level > .none { return .stopped }
        let shown = rendering(step).shown(request)
        var action: Action
        do {
            action = try rendering(step).filled(request)
            action.before = state.step(step.id).before[request.place]
        } catch {
            return .wrong(.init(failure: rendering(step).failure(error, of: request), responses: responses))
        }
        var backoff = Backoff()
        var repetitions = 0
        // What was in doubt stays so when it could not be sent again.
        let isInDoubt = policy.doubtful.contains(request.place)
        while true {
            let left = policy.deadline - ports.clock.now()
            if left <= .zero {
                let reason = "the time limit of the step was reached before this request was sent"
                if isInDoubt { return .doubtful(reason: reason) }
                return .unknowable(cause("step/out-of-time", reason, request, shown, of: step, responses))
            }
            if policy.isKept {
                let record = rendering(step).record(of: shown)
                try await self.record(.actionSent(step: step.id, action: record), isDurable: action.effect > .read)
            }
            let (outcome, took) = await perform(action, of: step, timeout: left, isHeard: policy.isKept)
            if !policy.isKept, ports.interruption.level > .none { return .stopped }
            let reason: String
            let notice: Response?
            // What comes instead of a response is not judged, so that nobody can tell what is secret in it.
            var shownOnly = responses
            if judge.takesSecret { shownOnly.isWithheld = true }
            var code = "action/refused"
            var retryAfter: Duration?
            var (isPermanent, isUnderWay) = (false, false)
            switch outcome {
            case .answered(let response):
                let received = ReceivedResponse(response, to: shown, took: took)
                return try await judged(response, received, took: took, of: step, by: judge, policy, into: &responses)
            case .refused(let refusal):
                reason = told(refusal.reason, refusal.response, by: judge)
                notice = refusal.response
                retryAfter = refusal.retryAfter
                (isPermanent, isUnderWay) = (refusal.isPermanent, refusal.isUnderWay)
            case .unknown(let why, let response):
                reason = told(why, response, by: judge)
                if action.effect > .read {
                    let received = response.map { ReceivedResponse($0, to: shown, took: took) }
                    return .doubtful(
                        reason: reason,
                        notice: received.map { rendering(step).record(of: $0, took: took, among: shownOnly) })
                }
                notice = response
                if !policy.isKept { code = "action/unknown" }
            }
            responses.notice = notice.map { ReceivedResponse($0, to: shown, took: took) }
            shownOnly.notice = responses.notice
            if policy.isKept {
                let masked = rendering(step).masked(reason)
                let kept = responses.notice.map { rendering(step).record(of: $0, took: took, among: shownOnly) }
                try await record(
                    .actionRefused(
                        step: step.id, target: action.target, index: action.index, reason: masked,
                        isUnderWay: isUnderWay, response: kept), isDurable: isUnderWay)
                if ports.interruption.level > .none { return .stopped }
            }
            let cause = cause(code, reason, request, shown, of: step, notice == nil ? responses : shownOnly)
            if isInDoubt, isPermanent || repetitions >= policy.retries { return .doubtful(reason: reason) }
            if isPermanent { return .wrong(cause) }
            let retries = notice?.status == 429 ? max(policy.retries, policy.busyRetries) : policy.retries
            if repetitions >= retries { return .unknowable(cause) }
            let pause = backoff.next(retryAfter: retryAfter)
            if ports.clock.now() + pause >= policy.deadline {
                return isInDoubt ? .doubtful(reason: reason) : .unknowable(cause)
            }
            repetitions += 1
            try await flush()
            guard await sleep(pause) else { return .stopped }
        }
    }

    /// Why a request was not answered, without what it quotes of a response that may hold a secret.
    private func told(_ reason: String, _ response: Response?, by judge: StepJudge) -> String {
        guard let response, judge.takesSecret else { return reason }
        let status =
            response.status.map { "a response with status \($0) came" } ?? "no valid response came"
        return "\(status); what came is not shown, because it may contain a secret"
    }

    /// Judges one response alone; nil when the attempt continues.
    private func judged(
        _ response: Response, _ received: ReceivedResponse, took: Duration, of step: ScopedStep, by judge: StepJudge,
        _ policy: AttemptPolicy, into responses: inout StepResponses
    ) async throws(Breakdown) -> AttemptEnd? {
        let action = received.action
        responses.append(received)
        await hideSecrets(in: &responses, of: step, by: judge)
        let isWithheld = responses.isWithheld
        func event(_ applied: Applied) -> RunEvent? {
            guard policy.isKept else { return nil }
            let record = rendering(step).record(of: received, took: took, applied: applied, among: responses)
            return .actionResponded(step: step.id, target: action.target, index: action.index, response: record)
        }
        let target = step.bound.targets.count > 1 ? action.target : nil
        let isEmulated = step.target(action.target)?.isEmulated == true
        let verdict =
            isEmulated
            ? judge.judgeEmulated(response, of: action, target: target, isWithheld: isWithheld)
            : judge.judge(response, of: action, target: target, isWithheld: isWithheld)
        switch verdict {
        case .holds:
            // Whoever accepts such a status knows that it means success.
            if let event = event(response.applied == .partly ? .yes : response.applied) {
                // A read that nobody knows of is made again; what acted is kept at once.
                if action.effect == .read { try recordWithNext(event) } else { try await record(event) }
            }
            let hint = isEmulated ? response.sandboxHint : nil
            let warnings = (isWithheld ? [] : judge.warnings(of: response)) + [hint].compactMap(\.self)
            if policy.isKept { try await warn(warnings, of: step) } else { responses.warnings += warnings }
            return nil
        case .unmet(let failure), .wrong(let failure):
            // What its handler says beside the response, such as which processes it left.
            if policy.isKept { try await warn(response.complaints.filter(\.isRemark).map(\.message), of: step) }
            let cause = AttemptEnd.Cause(
                failure: rendering(step).described(failure, action, isWithheld: isWithheld), responses: responses,
                event: event(response.applied))
            if case .wrong = verdict { return .wrong(cause) }
            // Not knowing is not "no": a target that fails, or leaves a part out, says nothing.
            let isComplaint = failure.code == StepJudge.complaintCode
            let isUnknowable = response.verdict == .broken || response.verdict == .success && isComplaint
            return isUnknowable ? .unknowable(cause) : .unmet(cause)
        }
    }

    private func cause(
        _ code: String, _ reason: String, _ request: ScopedStep.Request, _ shown: Action, of step: ScopedStep,
        _ responses: StepResponses
    ) -> AttemptEnd.Cause {
        let failure = StepFailure(
            code: code, message: reason, line: request.template.span.start.line, target: request.place.target)
        return .init(
            failure: rendering(step).described(failure, shown, isWithheld: responses.isWithheld), responses: responses)
    }
}
