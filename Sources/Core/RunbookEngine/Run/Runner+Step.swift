import OrderedJSON
import RunbookModel

extension Runner {
    /// Evaluates a step in the order of semantics, "Order of evaluation".
    func evaluate(_ bound: BoundStep) async throws(Breakdown) -> StepEnding {
        if [.inDoubt, .failed].contains(state.step(bound.id).state) { return .waiting }
        if let skip = await reasonToSkip(bound) {
            switch skip {
            case .skip(let reason, let detail):
                try await record(.skipped(step: bound.id, reason: reason, detail: detail))
                return .done
            case .fail(let failure): return try await fail(bound, failure)
            }
        }
        switch bound.step.role {
        case .manual: return try await evaluateManual(bound)
        case .verify:
            if case .ended(let verdict) = try await passGates(of: bound) { return verdict }
            return try await wait(for: bound)
        case .run: return try await evaluateRun(bound)
        }
    }

    private func evaluateRun(_ bound: BoundStep) async throws(Breakdown) -> StepEnding {
        if let failure = missingValue(of: bound) { return try await fail(bound, failure) }
        // What was begun is carried through: its check may hold when a part of it is done.
        if !state.step(bound.id).goesOn, let verdict = try await tryUnless(of: bound) { return verdict }
        switch try await passGates(of: bound) {
        case .goOn: break
        case .goOnAfterWait: if let verdict = try await tryUnless(of: bound) { return verdict }
        case .ended(let verdict): return verdict
        }
        return try await act(bound)
    }

    private enum Skip: Equatable {
        case skip(SkipReason, String)
        case fail(StepFailure)
    }

    /// Whether nothing keeps a step from being looked at.
    func isTaken(_ bound: BoundStep) async -> Bool { await reasonToSkip(bound) == nil }

    private func reasonToSkip(_ bound: BoundStep) async -> Skip? {
        let keys = bound.step.keys
        if let alternative = keys.alternatives.first(where: { !$0.admits(scope.choice) }) {
            return .skip(.notChosen, alternative.refusal(of: scope.choice))
        }
        for condition in keys.conditions {
            if let needed = skippedNeed(of: FilterVariables.references(in: condition.text).map(\.name)) {
                return .skip(.needsSkipped, needed)
            }
            do {
                let outputs = try await ports.expressions.evaluate(
                    condition.text, on: .null, variables: values.known.variables(for: condition.text))
                guard let holds = outputs.first?.bool, outputs.count == 1 else {
                    return .fail(
                        StepFailure(
                            code: "when/not-a-test", message: "`when` gave no `true` or `false`",
                            line: condition.span.start.line))
                }
                if !holds { return .skip(.condition, "`\(condition.text)` does not hold") }
            } catch {
                let isSecret = values.known.isSecretFilter(condition.text)
                let reason = isSecret ? "its text is not told, for it may hold a secret" : error.message
                return .fail(
                    StepFailure(
                        code: "when/error", message: "`when` gave an error: \(reason)", line: condition.span.start.line)
                )
            }
        }
        let needed = bound.uses.filter { $0.purpose != .shown }.map(\.name)
        if let detail = skippedNeed(of: needed) { return .skip(.needsSkipped, detail) }
        if let manual = bound.step.manualStep, scope.binding.steps.indices.contains(manual) {
            let id = scope.binding.steps[manual].id
            if let skipped = state.step(id).skipped {
                return .skip(skipped.reason, "it belongs to a step that was skipped")
            }
        }
        return nil
    }

    /// Why a value is missing, when it is one of a step that was skipped.
    private func skippedNeed(of names: [String]) -> String? {
        for name in names where values.value(name) == nil {
            for step in scope.binding.names.givers(of: name).compactMap(\.step) {
                let id = scope.binding.steps[step].id
                if state.step(id).state == .skipped { return "it needs `\(name)` of the skipped step `\(id)`" }
            }
        }
        return nil
    }

    /// Tries the check that makes a step needless, once; nil when the step must go on.
    private func tryUnless(of bound: BoundStep) async throws(Breakdown) -> StepEnding? {
        guard let index = bound.unless, !bound.step.keys.repeats else { return nil }
        let check = scope.binding.steps[index]
        switch await tryOnce(check, timeout: StepTiming(check.step.keys).timeout) {
        case .holds(let judge, let responses):
            // The check has captures of its own; this step takes those it would have given itself.
            let names = Set(bound.captureNames)
            let captures = judge.captures.filter { names.contains($0.name) }
            let kept = adopt(captures)
            try await record(
                .satisfied(step: bound.id, check: check.id, values: kept, response: responseRecord(of: responses)))
            return .done
        case .unmet: return nil
        case .unknowable(let failure, _), .wrong(let failure):
            return try await fail(
                bound,
                StepFailure(
                    code: "unless/unknown",
                    message: "whether `\(check.id)` holds already cannot be told: \(failure.message)",
                    line: failure.line ?? check.step.span.start.line, target: failure.target, request: failure.request,
                    command: failure.command, differences: failure.differences))
        case .stopped: return .stopped
        }
    }

    /// Fails a step that has sent nothing.
    func fail(_ bound: BoundStep, _ failure: StepFailure) async throws(Breakdown) -> StepEnding {
        try await record(.attemptStarted(step: bound.id, attempt: state.step(bound.id).attempts + 1))
        try await record(
            .failed(step: bound.id, failure: masked(failure), applied: .no, response: nil), isDurable: true)
        return .failed
    }

    // MARK: Values

    /// The failure of a step one of whose requests has a hole that nothing fills; found before anybody is asked, and
    /// before the first request is sent.
    private func missingValue(of bound: BoundStep) -> StepFailure? {
        for target in bound.targetList {
            for (index, template) in bound.actions.enumerated() {
                do {
                    _ = try filled(template, index: index, of: bound, target: target)
                } catch {
                    return unfilled(error, request: shown(template, index: index, of: bound, target: target))
                }
            }
        }
        return nil
    }

    /// Makes captures known, and says how they are kept: a secret, and what holds one, by its name alone.
    func adopt(_ captures: [(name: String, value: JSON, isSecret: Bool)]) -> StepValues {
        var kept = StepValues()
        for capture in captures where capture.isSecret { values.set(capture.name, to: capture.value, isSecret: true) }
        for capture in captures {
            if capture.isSecret {
                kept.secrets.append(capture.name)
            } else if values.holdsSecret(capture.value) {
                values.setHolding(capture.name, to: capture.value)
                kept.secrets.append(capture.name)
            } else {
                values.set(capture.name, to: capture.value)
                kept.captures.append(capture.name, capture.value)
            }
        }
        return kept
    }

    /// Makes the captures of a step that passed known, and its result when somebody uses it, and says how they are kept.
    func adopt(_ judge: StepJudge, _ responses: StepResponses, of bound: BoundStep) -> StepValues {
        var kept = adopt(judge.captures)
        guard let name = bound.resultName, scope.usedNames.contains(name) else { return kept }
        let result = responses.value
        if responses.isWithheld || values.holdsSecret(result) {
            values.setHolding(name, to: result)
            kept.secrets.append(name)
        } else {
            values.set(name, to: result)
            if result.bytes().count <= 1_048_576 { kept.result = result } else { kept.secrets.append(name) }
        }
        return kept
    }
}
