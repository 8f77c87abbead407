import OrderedJSON
import RunbookModel
import RunbookRun

// A step failed while a person is at the terminal, who says what becomes of it.
extension Runner {
    /// How a run continues behind a step that failed.
    enum AfterFailure {
        /// The step is done again.
        case again
        /// So is what read a value that was changed.
        case startOver
        /// Later steps may start.
        case done
        /// The run ends here.
        case left
    }

    /// Asks what becomes of a step that failed.
    func decide(about step: ScopedStep) async throws(Breakdown) -> AfterFailure {
        while true {
            let record = state.step(step.id)
            guard record.state == .failed, !step.scope.policy.saysYes, ports.interruption.level == .none,
                let outline = state.outline(of: step.id)
            else { return .left }
            try await flush()
            let failed = FailedStep(
                step: outline, state: state, applied: record.applied ?? .no, parameters: changeable(in: step.scope),
                troubleshoot: troubleshoot(of: step))
            let people = ports.people
            let decision = await ports.interruption.cutting(at: .gentle) { await people.decide(failed) }
            guard let decision, ports.interruption.level == .none else { return .left }
            if let end = try await carryOut(decision, about: step, applied: failed.applied) { return end }
        }
    }

    /// Does what a person said; nil when that cannot be done.
    private func carryOut(
        _ decision: FailedStep.Decision, about step: ScopedStep, applied: Applied
    ) async throws(Breakdown) -> AfterFailure? {
        switch decision {
        case .leave, .settle: return .left
        case .answered(let given): return try await settle(given, of: step)
        case .set(let name, let text): return try await set(name, to: text, in: step.scope, for: step, applied)
        case .again where applied == .no:
            try await record(.reset(step: step.id, by: user), isDurable: true)
            return .again
        case .skip(let reason) where applied == .no:
            let reason = rendering(step).masked(reason)
            try await record(
                [.reset(step: step.id, by: user), .skipped(step: step.id, reason: .person, detail: reason)],
                isDurable: true)
            return .done
        case .accept where applied == .no: return nil
        case .again: return try await settle(given(.again), of: step)
        case .accept: return try await settle(given(.accept), of: step)
        case .skip(let reason): return try await settle(given(.skip(reason: reason)), of: step)
        }
    }

    private func given(_ answer: PersonAnswer) -> GivenAnswer {
        GivenAnswer(answer: answer, by: user, via: "terminal")
    }

    /// Answers the question about a step that changed its target, or may have.
    private func settle(_ given: GivenAnswer, of step: ScopedStep) async throws(Breakdown) -> AfterFailure {
        switch try await settle(given, to: failureQuestion(about: state.step(step.id), of: step), of: step) {
        case .goOn, .goOnAfterWait: return state.step(step.id).state.isDone ? .done : .again
        case .ended(.done): return .done
        case .ended: return .left
        }
    }

    // MARK: Doubt

    /// Asks whether what was sent took effect; false when nobody says so.
    func askAboutDoubt(of step: ScopedStep) async throws(Breakdown) -> Bool {
        guard state.step(step.id).state == .inDoubt, !step.scope.policy.saysYes, ports.interruption.level == .none,
            let outline = state.outline(of: step.id)
        else { return false }
        try await flush()
        let failed = FailedStep(step: outline, state: state, applied: .partly, parameters: [], troubleshoot: nil)
        let people = ports.people
        let decision = await ports.interruption.cutting(at: .gentle) { await people.decide(failed) }
        guard let decision, ports.interruption.level == .none else { return false }
        // Somebody elsewhere may have said so first.
        if try await settleByWord(step) { return true }
        guard case .settle(let applied) = decision else { return false }
        let settled = state.step(step.id).unanswered.map { exchange in
            RunEvent.settled(step: step.id, applied: applied, by: user, place: exchange.action.place)
        }
        try await record(settled, isDurable: true)
        return true
    }

    // MARK: Parameters

    /// The parameters of the run's document that may get another value.
    private func changeable(in scope: Scope) -> [FailedStep.Parameter] {
        if scope.document.position != 0 || state.start?.plan != nil || state.undo != nil { return [] }
        return scope.binding.runbook.declaration.parameters.compactMap { parameter in
            guard !parameter.isSecret, let value = values(of: scope).value(parameter.name.value),
                case .success = scope.binding.change(of: parameter.name.value, in: state)
            else { return nil }
            return FailedStep.Parameter(name: parameter.name.value, value: value.string ?? value.text()) { text in
                parameter.problems(with: parameter.value(of: text))
            }
        }
    }

    /// Gives a parameter another value, so that the reads that used it are repeated; nil when it cannot be.
    private func set(
        _ name: String, to text: String, in scope: Scope, for step: ScopedStep, _ applied: Applied
    ) async throws(Breakdown) -> AfterFailure? {
        guard changeable(in: scope).contains(where: { $0.name == name && $0.problems(text).isEmpty }),
            let parameter = scope.binding.runbook.declaration.parameter(name),
            case .success(let reads) = scope.binding.change(of: name, in: state), applied == .no
        else { return nil }
        let value = parameter.value(of: text)
        let kept = RunStart.Parameter(name: name, value: value, isSecret: false, source: "prompt")
        try await record(
            [.parametersAdopted(by: user, parameters: [kept]), .reset(step: step.id, by: user)]
                + reads.map { .reset(step: $0, by: user) }, isDurable: true)
        setParameter(name, to: value, in: scope)
        return .startOver
    }
}
