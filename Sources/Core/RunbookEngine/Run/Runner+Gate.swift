import Digests
import RunbookModel

extension Runner {
    /// What the gates of a step come to.
    enum GateResult {
        /// Nothing was asked, or it was answered before.
        case goOn
        /// A person was asked and said yes; the world may have changed meanwhile.
        case goOnAfterWait
        /// The step ends here.
        case ended(StepEnding)
    }

    /// Asks, once and together, whatever must be asked before a step acts.
    func passGates(of bound: BoundStep) async throws(Breakdown) -> GateResult {
        let kinds = bound.gateKinds
        guard !kinds.isEmpty else { return .goOn }
        let text = bound.step.keys.confirm ?? bound.step.title
        let actions = bound.targetList.flatMap { target in
            bound.actions.enumerated().map { index, action in
                shown(action, index: index, of: bound, target: target)
            }
        }
        let question = question(kinds, text, actions: actions, typed: bound.typedAnswer, of: bound)
        if state.step(bound.id).agreed == question.digest { return .goOn }
        return try await ask(question, of: bound)
    }

    /// What a person is asked when all of a step was sent, and what is asked of a response cannot be judged.
    func acceptance(of bound: BoundStep, without exchange: Exchange) -> Question {
        let text =
            "the response to `\(exchange.action.title)` was lost, so what is asked of it cannot be checked; "
            + "is the step done as it should be?"
        return question([.accept], Template(literal: text), actions: [], typed: nil, of: bound)
    }

    /// Evaluates a step that a person does; a check inside is tried first, and again and again while the person works.
    func evaluateManual(_ bound: BoundStep) async throws(Breakdown) -> StepEnding {
        var checks: [BoundStep] = []
        for index in scope.checks[bound.index] ?? [] {
            if await isTaken(scope.binding.steps[index]) { checks.append(scope.binding.steps[index]) }
        }
        if let check = checks.first {
            let holds = await allHold(checks)
            if ports.interruption.level > .none { return .stopped }
            if holds {
                try await record(.satisfied(step: bound.id, check: check.id, values: StepValues(), response: nil))
                return .done
            }
        }
        let question = question([.manual], bound.step.prose, actions: [], typed: nil, of: bound)
        switch try await ask(question, of: bound, watching: checks) {
        case .goOn, .goOnAfterWait: return .done
        case .ended(let verdict): return verdict
        }
    }

    /// A question, with a digest of all that is shown of the step, and of all that it would send.
    private func question(
        _ kinds: [Question.Kind], _ text: Template, actions: [Action], typed: String?, of bound: BoundStep
    ) -> Question {
        let text = masked(text.shown(values.publicValue))
        let parts = actions.flatMap { [$0.target ?? "", $0.title] + $0.fields.flatMap { [$0.name, $0.value] } }
        let all = [scope.documentHash, bound.id, text] + parts
        return Question(
            kinds: kinds, text: text,
            actions: actions.map { action in action.target.map { "\($0): \(action.title)" } ?? action.title },
            typed: typed, digest: SHA256.hex(all.map { "\($0.utf8.count):\($0)" }.joined()))
    }

    /// Asks a question that is not answered yet.
    func ask(
        _ question: Question, of bound: BoundStep, watching checks: [BoundStep] = []
    ) async throws(Breakdown) -> GateResult {
        if let delivered = try await delivered(to: question, of: bound) {
            return try await take(delivered, to: question, of: bound)
        }
        switch scope.policy.decide(question.kinds) {
        case .go:
            let answer = GivenAnswer(answer: .go, by: scope.user, via: "--yes")
            return try await take(answer, to: question, of: bound, waited: false)
        case .skip:
            try await record(
                .skipped(step: bound.id, reason: .noConsole, detail: "nobody is there to do it by hand"))
            return .ended(.done)
        case .wait:
            try await recordAsked(question, of: bound)
            return .ended(.waiting)
        case .ask:
            try await recordAsked(question, of: bound)
            return try await askPerson(question, of: bound, watching: checks)
        }
    }

    private func askPerson(
        _ question: Question, of bound: BoundStep, watching checks: [BoundStep]
    ) async throws(Breakdown) -> GateResult {
        try await flush()
        switch try await reply(to: question, of: bound, watching: checks) {
        case .answer(let answer): return try await take(answer, to: question, of: bound)
        case .holds:
            try await record(.passed(step: bound.id, values: StepValues()), isDurable: true)
            return .goOn
        case .nobody: return .ended(ports.interruption.level > .none ? .stopped : .waiting)
        }
    }

    private func recordAsked(_ question: Question, of bound: BoundStep) async throws(Breakdown) {
        let record = state.step(bound.id)
        if record.state == .waiting, record.question?.digest == question.digest { return }
        try await self.record(.asked(step: bound.id, question: question), isDurable: true)
    }

    /// The newest answer that somebody gave to this question from elsewhere; older ones, and those to something else that
    /// was shown, are void.
    func delivered(to question: Question, of bound: BoundStep) async throws(Breakdown) -> GivenAnswer? {
        let pending: [DeliveredAnswer]
        do throws(JournalFailure) {
            pending = try await ports.journal.pendingAnswers().filter { $0.step == bound.id }
        } catch {
            throw .journal(error)
        }
        for answer in pending where answer.digest != question.digest {
            try await record(.answerVoid(step: bound.id, digest: answer.digest, by: answer.by))
        }
        return pending.last { $0.digest == question.digest }.map {
            GivenAnswer(answer: $0.answer, by: $0.by, via: "confirm")
        }
    }

    private func take(
        _ given: GivenAnswer, to question: Question, of bound: BoundStep, waited: Bool = true
    ) async throws(Breakdown) -> GateResult {
        try await recordAsked(question, of: bound)
        let answer =
            if case .skip(let reason) = given.answer { PersonAnswer.skip(reason: masked(reason)) } else { given.answer }
        try await record(
            .answered(step: bound.id, answer: answer, digest: question.digest, by: given.by, via: given.via),
            isDurable: true)
        switch answer {
        case .go: return waited ? .goOnAfterWait : .goOn
        case .skip: return .ended(.done)
        case .abort: return .ended(.aborted)
        case .applied, .notApplied: return .ended(.waiting)
        }
    }
}
