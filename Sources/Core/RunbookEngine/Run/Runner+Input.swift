import OrderedJSON
import RunbookModel
import RunbookRun

/// Parameters that get their values on the way.
extension Runner {
    /// The most of a response that a person who decides is shown.
    private static let evidenceLength = 300
    /// The most reads whose responses are shown.
    private static let evidenceCount = 5

    /// Asks a person for the value of a parameter, unless it has one.
    func evaluateInput(_ step: ScopedStep, _ name: String) async throws(Breakdown) -> StepEnding {
        if values(of: step.scope).value(name) != nil {
            try await record(.satisfied(step: step.id, check: step.id, values: StepValues(), response: nil))
            return .done
        }
        guard let parameter = step.scope.binding.runbook.declaration.parameter(name) else { return .done }
        let question = question(about: parameter, of: step)
        // Somebody's answer counts before what `--yes` would take.
        if let delivered = try await delivered(to: question, of: step) {
            return try await take(delivered, for: parameter, question, of: step)
        }
        if let given = offered(parameter, of: step) {
            let answer = GivenAnswer(answer: .set(given.string ?? given.text()), by: user, via: "--yes")
            return try await take(answer, for: parameter, question, of: step)
        }
        switch try await askForValue(question, of: step) {
        case .answer(let given): return try await take(given, for: parameter, question, of: step)
        case .ending(let ending): return ending
        }
    }

    /// What `--yes` takes: the default, and where all may be lost an example.
    private func offered(_ parameter: ParameterDeclaration, of step: ScopedStep) -> JSON? {
        let policy = step.scope.policy
        guard policy.saysYes else { return nil }
        let value = fallback(of: parameter, in: step.scope)
        return policy.isDisposable ? parameter.examples.first ?? value : value
    }

    /// The default, with the properties of targets that it names.
    private func fallback(of parameter: ParameterDeclaration, in scope: Scope) -> JSON? {
        parameter.filledDefault(values(of: scope).publicValue)
    }

    /// Lets reads before the run use the value that a person will be offered; what it chooses stays open.
    func assumeInput(of step: ScopedStep) {
        guard let name = step.bound.step.input?.value, values(of: step.scope).value(name) == nil,
            let parameter = step.scope.binding.runbook.declaration.parameter(name),
            parameter.schema.alternatives == nil, let value = fallback(of: parameter, in: step.scope)
        else { return }
        setParameter(name, to: value, in: step.scope)
    }

    /// Keeps the value.
    private func take(
        _ given: GivenAnswer, for parameter: ParameterDeclaration, _ question: Question, of step: ScopedStep
    ) async throws(Breakdown) -> StepEnding {
        try await recordAsked(question, of: step, isSettled: true)
        guard case .set(let text) = given.answer else {
            // A yes says nothing of a value.
            if given.answer == .go { return .waiting }
            switch try await settle(given, to: question, of: step) {
            case .goOn, .goOnAfterWait: return .done
            case .ended(let ending): return ending
            }
        }
        let value = parameter.value(of: text)
        guard parameter.problems(with: value).isEmpty else {
            try await record(.answerVoid(step: step.id, digest: question.digest, by: given.by))
            return .waiting
        }
        let counted = try await first(given, to: question, of: step.id)
        guard case .set(let chosen) = counted.answer else {
            return try await take(counted, for: parameter, question, of: step)
        }
        let kept = parameter.value(of: chosen)
        try await record(
            .answered(
                step: step.id, answer: counted.answer, digest: question.digest, by: counted.by, via: counted.via,
                value: kept), isDurable: true)
        setParameter(parameter.name.value, to: kept, in: step.scope)
        return .done
    }

    /// Asks whoever can be asked; nil when nobody answered.
    private func askForValue(_ question: Question, of step: ScopedStep) async throws(Breakdown) -> Given {
        try await recordAsked(question, of: step)
        guard step.scope.policy.decide(question.kinds) == .ask else { return .ending(.waiting) }
        try await flush()
        switch try await reply(to: question, of: step, watching: []) {
        case .answer(let answer): return .answer(answer)
        case .holds: return .ending(.done)
        case .nobody: return .ending(ports.interruption.level > .none ? .stopped : .waiting)
        }
    }

    private enum Given {
        case answer(GivenAnswer)
        case ending(StepEnding)
    }

    /// Makes the value of a parameter known, and what it chooses.
    func setParameter(_ name: String, to value: JSON, in scope: Scope) {
        change(scope) { $0.set(name, to: value) }
        guard scope.binding.runbook.declaration.parameter(name)?.schema.alternatives != nil else { return }
        choose(value.string ?? value.text(), for: name, in: scope)
    }

    // MARK: What is shown

    private func question(about parameter: ParameterDeclaration, of step: ScopedStep) -> Question {
        let rendering = rendering(step)
        var lines = [rendering.shown(step.bound.manualText)]
        let words = [parameter.description ?? "", parameter.schema.limits].filter { !$0.isEmpty }
        if !words.isEmpty { lines.append("`\(parameter.name.value)`: \(words.joined(separator: "; "))") }
        lines += evidence(for: step)
        let text = lines.joined(separator: "\n\n")
        let parts = [step.scope.document.sha256, step.id, text] + (parameter.schema.alternatives ?? [])
        var question = Question(
            kinds: [.parameter], text: text, actions: [], typed: nil,
            digest: StepIdentity.hash(parts))
        question.parameter = parameter.name.value
        question.choices = parameter.schema.alternatives ?? []
        question.schema = parameter.schema
        question.offer = fallback(of: parameter, in: step.scope).map { $0.string ?? $0.text() }
        return question
    }

    /// What the reads above answered, the nearest last.
    private func evidence(for step: ScopedStep) -> [String] {
        let above = step.scope.binding.steps.prefix(step.bound.index).filter { bound in
            bound.step.section == step.bound.step.section && bound.effect == .read && bound.step.role != .manual
        }
        return above.suffix(Runner.evidenceCount).compactMap { bound in
            let read = step.scope.step(bound.index)
            let record = state.step(read.id)
            guard let response = record.lastResponse ?? record.exchanges.last?.response else { return nil }
            let text = Excerpt.text(response.text, atMost: Runner.evidenceLength)
            return "\(rendering(read).shown(bound.step.title)): `\(text.replacing("`", with: "'"))`"
        }
    }
}
