import RunbookModel
import RunbookPlugin
import RunbookRun

extension Runner {
    /// Makes the requests of a step and judges the responses; what an earlier attempt did is not done again.
    func act(_ step: ScopedStep) async throws(Breakdown) -> StepEnding {
        // Behind what it has done already, what was seen before that counts.
        let goesOn = state.step(step.id).goesOn
        let unmet = goesOn ? nil : try await unmetBefore(step)
        try await begin(step, before: await lookBefore(step), unmetBefore: unmet)
        let earlier = state.step(step.id).exchanges.filter(\.isDone).map { ($0.action.place, $0) }
        let judge = judge(of: step)
        let policy = AttemptPolicy(
            deadline: ports.clock.now() + step.longest, isKept: true,
            retries: step.bound.step.keys.retry?.value ?? .max,
            doubtful: Set(state.step(step.id).unanswered.map(\.action.place)),
            earlier: Dictionary(earlier) { _, last in last })
        switch try await attempt(step, by: judge, policy) {
        case .responded(let responses): return try await end(step, with: responses, by: judge)
        case .unmet(let cause), .unknowable(let cause), .wrong(let cause):
            return try await failAttempt(step, cause.failure, keeping: cause.event)
        case .doubtful(let reason, let notice):
            return try await doubt(step, reason, notice, until: policy.deadline)
        case .stopped: return try await stop(step)
        }
    }

    /// What is there of what a step makes, before it acts; what this run has asked for already is not looked for.
    ///
    /// Only where the handler could take it back: there it counts whether the run has made it.
    private func lookBefore(_ step: ScopedStep) async -> [ActionPlace: Before] {
        let probes = takeLook(of: step)
        guard step.bound.step.role == .run, let handler = step.bound.handler else { return [:] }
        var found: [ActionPlace: Before] = [:]
        for (number, request) in step.requests.enumerated() {
            let (place, template) = (request.place, request.template)
            guard template.isIdempotent, template.effect > .read, handler.canUndo(template),
                !state.step(step.id).begun.contains(place), ports.interruption.level == .none
            else { continue }
            var probe = probes.indices.contains(number) ? probes[number] : nil
            if probe == nil, let action = try? rendering(step).filled(request) {
                probe = await handler.probe(action, on: step.target(place.target), timeout: step.timing.timeout)
            }
            if let probe { found[place] = Before(isAbsent: probe.state == .absent, details: probe.note) }
        }
        return found
    }

    /// Ends a step all of whose requests are done.
    private func end(
        _ step: ScopedStep, with responses: StepResponses, by judge: StepJudge
    ) async throws(Breakdown) -> StepEnding {
        if step.needsResponses {
            if let settled = responses.settled.first { return try await accept(step, without: settled) }
            let asksHeaders = step.bound.filters.contains { filter in
                FilterVariables.references(in: filter.text).contains { $0.name == "headers" }
            }
            if let part = responses.firstIncomplete(asksHeaders: asksHeaders) {
                let failure = StepFailure(
                    code: "resume/answer-incomplete",
                    message: "the response to `\(part.action.title)` was not stored in full, so it cannot be checked",
                    line: step.bound.step.span.start.line, target: part.action.target)
                return try await failAttempt(step, rendering(step).described(failure, of: responses))
            }
        }
        switch await judged(responses, of: step, by: judge) {
        case .holds(let judge, let responses):
            let values = responses.settled.isEmpty ? adopt(judge, responses, of: step) : StepValues()
            let shown = await shown(responses, of: step, by: judge)
            try recordWithNext(.passed(step: step.id, values: values, shown: shown))
            return .done
        case .unmet(let failure, _), .unknowable(let failure, _), .wrong(let failure, _):
            return try await failAttempt(step, failure)
        case .stopped: return try await stop(step)
        }
    }

    /// Ends a step whose requests all took effect, and of which a response is missing: its check tells what is asked of
    /// the responses, else a person does.
    private func accept(_ step: ScopedStep, without exchange: Exchange) async throws(Breakdown) -> StepEnding {
        if let check = step.unless {
            if case .holds(let judge, _) = await tryOnce(check) {
                try await record(.passed(step: step.id, values: adopt(judge, inPlaceOf: step)))
                return .done
            }
            if ports.interruption.level > .none { return try await stop(step) }
        }
        switch try await ask(acceptance(of: step, without: exchange), of: step) {
        case .goOn, .goOnAfterWait: return .done
        case .ended(let ending): return ending
        }
    }

    // MARK: Beginning

    /// Begins an attempt.
    ///
    /// - Parameters:
    ///   - before: What was there before of what its requests make.
    ///   - unmetBefore: The targets on which the checks that may settle a doubt do not hold; nil for those of the attempt
    ///     that it continues.
    func begin(
        _ step: ScopedStep, before: [ActionPlace: Before] = [:], unmetBefore: [String]? = []
    ) async throws(Breakdown) {
        let title = rendering(step).title(beyond: state.outline(of: step.id))
        try recordWithNext(
            .attemptStarted(
                step: step.id, attempt: state.step(step.id).attempts + 1, before: before,
                unmetBefore: unmetBefore ?? state.step(step.id).unmetBefore.sorted(), title: title,
                looked: takeLookTime(of: step)))
    }

    // MARK: Ends

    /// Ends an attempt that is stopped; a request that was to be sent again stays in doubt.
    func stop(_ step: ScopedStep) async throws(Breakdown) -> StepEnding {
        guard state.step(step.id).unanswered.isEmpty else {
            let reason = "the run was stopped before it was sent again"
            try await record(.outcomeUnknown(step: step.id, reason: reason, isDoubtful: true), isDurable: true)
            return .stopped
        }
        try await record(.stopped(step: step.id), isDurable: true)
        return .stopped
    }

    /// Ends an attempt that failed.
    ///
    /// - Parameter event: The response that it failed of. Both or none are kept: a response without a failure behind it is
    ///   one that was accepted.
    func failAttempt(
        _ step: ScopedStep, _ failure: StepFailure, keeping event: RunEvent? = nil, notice: ResponseRecord? = nil
    ) async throws(Breakdown) -> StepEnding {
        var exchanges = state.step(step.id).exchanges
        var response = exchanges.last?.response ?? exchanges.last?.notice ?? notice
        if case .step(_, let last as ActionResponded)? = event {
            response = last.response
            if let position = exchanges.lastIndex(where: { $0.action.place == last.place }) {
                exchanges[position].response = last.response
            }
        }
        let acting = step.requests.count { $0.template.effect > .read }
        var applied = Applied(exchanges.filter { $0.action.effect > .read }.map(\.applied), of: acting)
        // What an earlier attempt changed is still there, although this one changed nothing.
        if applied == .no, !state.step(step.id).earlierChanges.isEmpty { applied = .partly }
        let failed = RunEvent.failed(
            step: step.id, failure: rendering(step).masked(failure), applied: applied, response: response)
        try await record((event.map { [$0] } ?? []) + [failed], isDurable: true)
        return .failed
    }
}
