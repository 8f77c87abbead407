import OrderedJSON
import RunbookModel
import RunbookPlugin
import RunbookRun

extension Runner {
    /// Evaluates a step in the order of semantics, "Order of evaluation".
    func evaluate(_ step: ScopedStep) async throws(Breakdown) -> StepEnding {
        if step.included != nil { return try await evaluateIncluded(step).ending }
        let record = state.step(step.id)
        if record.state == .inDoubt { return try await resolve(step) }
        let isAskedAboutFailure = record.state == .waiting && record.question?.kinds.contains(.failed) == true
        if record.state == .failed || isAskedAboutFailure { return try await askAboutFailure(of: step) }
        if record.state == .waiting, let question = record.question, question.kinds.contains(.repeat) {
            return try await askToRepeat(step, question) ?? .done
        }
        if let ending = try await takeRefusal(of: step) { return ending }
        if let ending = try await decide(step) { return ending }
        switch step.bound.step.role {
        case .manual: return try await evaluateManual(step)
        case .verify:
            if case .ended(let ending) = try await passGates(of: step) { return ending }
            return try await wait(for: step)
        case .run, .include, .undo: return try await evaluateRun(step)
        }
    }

    private func evaluateRun(_ step: ScopedStep) async throws(Breakdown) -> StepEnding {
        if let failure = rendering(step).unfilled { return try await failUnsent(step, failure) }
        // What was begun is carried through: its check may hold when a part of it is done, and what this run has asked
        // for is not what was there before.
        let record = state.step(step.id)
        let isWish = step.bound.actions.allSatisfy(\.isIdempotent)
        let isAskedFor = isWish && (record.failure == nil && !record.exchanges.isEmpty || !record.begun.isEmpty)
        // Who asks for all of it again means what this run did before, which the check may see.
        let isDoneAgain = record.answers.last?.answer == .again && !record.earlierChanges.isEmpty
        let goesOn = record.goesOn || isAskedFor || isDoneAgain
        if case .ended(let ending)? = try await takeAnswer(to: askedGateQuestion(of: step), of: step) { return ending }
        if !goesOn, let ending = try await tryUnless(of: step) { return ending }
        if !goesOn, let ending = try await tryPresence(of: step) { return ending }
        switch try await passGates(of: step) {
        case .goOn: break
        case .goOnAfterWait:
            // What was seen before the wait may have changed.
            _ = takeLook(of: step)
            if !goesOn, let ending = try await tryUnless(of: step) { return ending }
        case .ended(let ending): return ending
        }
        return try await act(step)
    }

    // MARK: Whether it is taken

    /// Whether a step is taken, as far as it can be told now.
    func fate(of step: ScopedStep) async -> StepFate {
        let rule = FateRule(
            for: step.bound, in: step.scope, choice: choice(of: step.scope), values: values(of: step.scope).known,
            expressions: ports.expressions, isBeforeRun: false
        ) { StepStanding(state.step(step.scope.binding.steps[$0].id)) }
        return await rule.fate(of: step.bound)
    }

    /// Ends a step that is not taken; nil when it is, once the values that were not kept are brought back.
    func decide(_ step: ScopedStep) async throws(Breakdown) -> StepEnding? {
        var repeated: Set<Int> = []
        if !step.bound.step.keys.conditions.isEmpty { try await keep() }
        while true {
            switch await fate(of: step) {
            case .taken, .undecided: return nil
            case .skipped(let reason, let detail):
                try await record(.skipped(step: step.id, reason: reason, detail: detail))
                return .done
            case .wrong(let failure): return try await failUnsent(step, failure)
            case .lacking(let name, let giver):
                // Once is enough: who does not give it then never will, and the step says what it lacks.
                guard repeated.insert(giver).inserted else { return nil }
                // What takes a step back does no step again: the next one would be another.
                if step.bound.step.role == .undo, step.scope.step(giver).bound.effect > .read { return nil }
                if let ending = try await bringBack(name, from: step.scope.step(giver), for: step) { return ending }
            }
        }
    }

    /// Has a step give a value again that was not kept: what only reads is repeated, else a person is asked.
    func bringBack(
        _ name: String, from giver: ScopedStep, for step: ScopedStep
    ) async throws(Breakdown) -> StepEnding? {
        if giver.bound.effect == .read {
            try await record(.reset(step: giver.id, by: "resume"))
            return try await repeated(giver)
        }
        return try await askToRepeat(giver, repetition(of: giver, for: name, neededBy: step))
    }

    /// Asks whether a step is done again, and does it; nil when the steps that need it may continue.
    private func askToRepeat(_ step: ScopedStep, _ question: Question) async throws(Breakdown) -> StepEnding? {
        switch try await ask(question, of: step) {
        case .goOn, .goOnAfterWait:
            // A person who knew the value gave it.
            if state.step(step.id).state.isDone {
                recall(step)
                return nil
            }
            return try await repeated(step)
        case .ended(.done): return nil
        case .ended(let ending): return ending
        }
    }

    private func repeated(_ step: ScopedStep) async throws(Breakdown) -> StepEnding? {
        let ending = try await evaluate(step)
        return ending == .done ? nil : ending
    }

    // MARK: Its check

    /// Tries the check that makes a step needless, once; nil when the step must continue.
    private func tryUnless(of step: ScopedStep) async throws(Breakdown) -> StepEnding? {
        guard let check = step.unless, !step.bound.step.keys.repeats else { return nil }
        try await keep()
        let began = ports.clock.now()
        let end = await tryOnce(check, timeout: check.timing.firstTry, isPatient: true)
        let looked = ports.clock.now() - began
        if looked >= .milliseconds(1) { keep(lookTime: looked, of: step) }
        switch end {
        case .holds(let judge, let responses):
            let kept = adopt(judge, inPlaceOf: step)
            let response = rendering(check).record(of: responses)
            try await record(
                .satisfied(step: step.id, check: check.id, values: kept, response: response, title: title(of: step)))
            return .done
        case .unmet(let failure, _):
            keep(unmet: failure, of: check)
            return nil
        case .unknowable(let failure, _), .wrong(let failure, _):
            return try await failUnsent(
                step,
                StepFailure(
                    code: "unless/unknown",
                    message:
                        "the check `\(check.id)` failed, so it is unknown whether this step is needed: "
                        + "\(failure.message)",
                    file: failure.file, line: failure.line ?? check.bound.step.span.start.line, target: failure.target,
                    request: failure.request, command: failure.command, differences: failure.differences))
        case .stopped: return .stopped
        }
    }

    /// Looks whether all that a step wishes for is so already; nil when the step must continue.
    private func tryPresence(of step: ScopedStep) async throws(Breakdown) -> StepEnding? {
        if step.bound.actions.allSatisfy(\.isIdempotent) { try await keep() }
        let found = await presence(of: step)
        if ports.interruption.level > .none { return .stopped }
        guard let (judge, responses) = found else {
            // Nobody is asked about what cannot be done.
            guard let hopeless = look(of: step).first(where: { $0.consequence == .failure }) else { return nil }
            return try await failUnsent(step, StepFailure(code: "action/refused", message: hopeless.detail))
        }
        let kept = adopt(judge, responses, of: step)
        let response = rendering(step).record(of: responses)
        try await record(
            .satisfied(step: step.id, check: step.id, values: kept, response: response, title: title(of: step)))
        return .done
    }

    /// The title of a step with the values that are known now; nil where the outline says the same.
    private func title(of step: ScopedStep) -> String? {
        rendering(step).title(beyond: state.outline(of: step.id))
    }

    /// What there is already of all that a step wishes for, where its handler can tell by reading; nil when something
    /// lacks or differs.
    func presence(of step: ScopedStep) async -> (StepJudge, StepResponses)? {
        guard !step.bound.step.keys.repeats, step.bound.step.role != .undo, !step.bound.actions.isEmpty,
            step.bound.actions.allSatisfy(\.isIdempotent)
        else { return nil }
        let judge = judge(of: step)
        let policy = AttemptPolicy(deadline: ports.clock.now() + step.timing.timeout, means: .lookForPresence)
        let end = try? await attempt(step, by: judge, policy)
        if case .unmet(let cause)? = end { keep(look: cause.responses.probes, of: step) }
        guard case .responded(let responses)? = end else { return nil }
        keep(look: responses.probes, of: step)
        guard responses.probes.allSatisfy({ $0.state == .present }) else { return nil }
        guard case .holds(let judge, let responses) = await judged(responses, of: step, by: judge) else { return nil }
        return (judge, responses)
    }

    /// Fails a step that has sent nothing.
    func failUnsent(_ step: ScopedStep, _ failure: StepFailure) async throws(Breakdown) -> StepEnding {
        try await begin(step)
        let failure = rendering(step).masked(failure)
        try await record(.failed(step: step.id, failure: failure, applied: .no, response: nil), isDurable: true)
        return .failed
    }

    // MARK: Values

    /// Makes the captures of a check known that a step would have given itself, and says how they are kept.
    func adopt(_ judge: StepJudge, inPlaceOf step: ScopedStep) -> StepValues {
        let names = Set(step.bound.captureNames)
        return adopt(judge.captures.filter { names.contains($0.name) }, in: step.scope)
    }

    /// Makes the captures of a step that passed known, and its result when somebody uses it, and says how they are
    /// kept.
    func adopt(_ judge: StepJudge, _ responses: StepResponses, of step: ScopedStep) -> StepValues {
        var kept = adopt(judge.captures, in: step.scope)
        guard let name = step.bound.resultName, step.isResultUsed else { return kept }
        let result = responses.value
        change(step.scope) { values in
            if responses.isWithheld || values.holdsSecret(result) {
                values.setHolding(name, to: result)
                kept.secrets.append(name)
            } else {
                values.set(name, to: result.inCanonicalOrder)
                if result.bytes().count <= 1_048_576 { kept.result = result } else { kept.secrets.append(name) }
            }
        }
        return kept
    }

    /// Makes captures known, and says how they are kept: a secret, and what holds one, by its name alone.
    private func adopt(_ captures: [CapturedValue], in scope: Scope) -> StepValues {
        var kept = StepValues()
        // What a parameter was given before the run is not given again.
        let captures = captures.filter { !scope.isParameter($0.name) || scope.values.value($0.name) == nil }
        if captures.isEmpty { return kept }
        for capture in captures where scope.isParameter(capture.name) {
            setParameter(capture.name, to: capture.value, in: scope)
        }
        change(scope) { values in
            for capture in captures where capture.isSecret {
                values.set(capture.name, to: capture.value, isSecret: true)
            }
            for capture in captures {
                if capture.isSecret {
                    kept.secrets.append(capture.name)
                } else if values.holdsSecret(capture.value) {
                    values.setHolding(capture.name, to: capture.value)
                    kept.secrets.append(capture.name)
                } else {
                    // As a journal gives it back, or the next process would show, ask and send something else.
                    values.set(capture.name, to: capture.value.inCanonicalOrder)
                    kept.captures.append(capture.name, capture.value)
                }
            }
        }
        return kept
    }
}
