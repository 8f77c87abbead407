import OrderedJSON
import RunbookModel

extension Runner {
    /// Evaluates a step in the order of semantics, "Order of evaluation".
    func evaluate(_ bound: BoundStep) async throws(Breakdown) -> Verdict {
        if [.inDoubt, .failed].contains(state.step(bound.id).state) { return .waiting }
        if let skip = await reasonToSkip(bound) {
            switch skip {
            case .skip(let reason, let detail):
                try await record(.skipped(step: bound.id, reason: reason, detail: detail))
                return .done
            case .fail(let failure): return try await fail(bound, failure)
            }
        }
        if bound.step.role == .manual { return try await evaluateManual(bound) }
        if bound.step.role == .verify { return try await wait(for: bound) }
        if let verdict = try await tryUnless(of: bound) { return verdict }
        let asked = try await passGates(of: bound)
        switch asked {
        case .goOn: break
        case .goOnAfterWait: if let verdict = try await tryUnless(of: bound) { return verdict }
        case .ended(let verdict): return verdict
        }
        return try await act(bound)
    }

    private enum Skip {
        case skip(SkipReason, String)
        case fail(StepFailure)
    }

    private func reasonToSkip(_ bound: BoundStep) async -> Skip? {
        let keys = bound.step.keys
        if let alternative = keys.alternatives.first(where: { !$0.admits(plan.choice) }) {
            let chosen = plan.choice[alternative.parameter.value] ?? "nothing"
            return .skip(.notChosen, "`\(alternative.parameter.value)` is `\(chosen)`")
        }
        for condition in keys.conditions {
            if let needed = skippedNeed(of: FilterVariables.references(in: condition.text).map(\.name)) {
                return .skip(.needsSkipped, needed)
            }
            do {
                let outputs = try await ports.expressions.evaluate(
                    condition.text, on: .null, variables: values.variables(for: condition.text))
                guard let holds = outputs.first?.bool, outputs.count == 1 else {
                    return .fail(
                        StepFailure(
                            code: "when/not-a-test", message: "`when` gave no `true` or `false`",
                            line: condition.span.start.line))
                }
                if !holds { return .skip(.condition, "`\(condition.text)` does not hold") }
            } catch {
                return .fail(
                    StepFailure(
                        code: "when/error", message: "`when` gave an error: \(error.message)",
                        line: condition.span.start.line))
            }
        }
        let needed = bound.uses.filter { $0.purpose == .before }.map(\.name)
        if let detail = skippedNeed(of: needed) { return .skip(.needsSkipped, detail) }
        if let manual = bound.step.manualStep, plan.binding.steps.indices.contains(manual) {
            let id = plan.binding.steps[manual].id
            if let skipped = state.step(id).skipped {
                return .skip(skipped.reason, "it belongs to a step that was skipped")
            }
        }
        return nil
    }

    /// Why a value is missing, when it is one of a step that was skipped.
    private func skippedNeed(of names: [String]) -> String? {
        for name in names where values.value(name) == nil {
            for step in plan.binding.names.givers(of: name).compactMap(\.step) {
                let id = plan.binding.steps[step].id
                if state.step(id).state == .skipped { return "it needs `\(name)` of the skipped step `\(id)`" }
            }
        }
        return nil
    }

    /// Tries the check that makes a step needless, once; nil when the step must go on.
    private func tryUnless(of bound: BoundStep) async throws(Breakdown) -> Verdict? {
        guard let index = bound.unless, !bound.step.keys.repeats else { return nil }
        let check = plan.binding.steps[index]
        switch await tryOnce(check, timeout: StepTiming(check.step.keys).timeout) {
        case .holds(let judge, let answers):
            let stepValues = keptValues(of: judge, answers: answers, for: bound)
            try await record(
                .satisfied(
                    step: bound.id, check: check.id, values: stepValues, answer: answerRecord(of: answers)))
            adopt(judge, of: bound)
            return .done
        case .unmet: return nil
        case .unknowable(let failure), .wrong(let failure):
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
    func fail(_ bound: BoundStep, _ failure: StepFailure) async throws(Breakdown) -> Verdict {
        try await record(.attemptStarted(step: bound.id, attempt: state.step(bound.id).attempts + 1))
        try await record(.failed(step: bound.id, failure: failure, applied: .no, answer: nil), isDurable: true)
        return .failed
    }

    // MARK: Values

    /// The values that a step gives to others, as they are kept: nothing secret, nothing that nobody uses.
    func keptValues(of judge: StepJudge, answers: StepAnswers, for bound: BoundStep) -> StepValues {
        var kept = judge.captures
        guard let name = bound.resultName, plan.usedNames.contains(name), bound.unless == nil else { return kept }
        let value = answers.value
        let text = value.text()
        if values.masker.masked(text) == text, text.utf8.count <= 1_048_576 {
            kept.result = value
        } else {
            kept.secrets.append(name)
        }
        return kept
    }

    /// Makes the captures and the result of a step known.
    func adopt(_ judge: StepJudge, of bound: BoundStep) {
        for capture in judge.captures.captures { values.set(capture.name, to: capture.value) }
        for secret in judge.capturedSecrets { values.set(secret.name, to: secret.value, isSecret: true) }
    }
}
