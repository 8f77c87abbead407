import OrderedJSON
import RunbookModel
import RunbookPlugin
import RunbookRun

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
    func passGates(of step: ScopedStep) async throws(Breakdown) -> GateResult {
        guard let question = gateQuestion(of: step) else { return .goOn }
        let record = state.step(step.id)
        if record.agreed == question.digest,
            !question.isTooOld(since: record.answers.last?.at, at: ports.clock.wall())
        {
            return .goOn
        }
        return try await ask(question, of: step)
    }

    /// What is asked before a step acts; nil when nothing is.
    func gateQuestion(of step: ScopedStep) -> Question? {
        var kinds = step.bound.gateKinds
        var text = step.bound.step.keys.confirm ?? step.bound.step.title
        // What exists may be somebody else's; that a step destroys is asked anyway.
        let changes = step.bound.effect == .destroy ? [] : look(of: step).filter(\.isChange).map(\.detail)
        if !changes.isEmpty {
            if !kinds.contains(.confirm) { kinds.append(.confirm) }
            let detail = rendering(step).masked(changes.joined(separator: "; "))
            text = Template(text.segments + [.literal(" (this changes what exists: \(detail))")])
        }
        if kinds.isEmpty { return nil }
        let record = state.step(step.id)
        let done = record.goesOn ? Set(record.exchanges.filter(\.isDone).map(\.action.place)) : []
        return question(kinds, text, showsActions: true, behind: done, of: step)
    }

    /// The question that somebody may have answered before this process came: the one that was asked, where only a look
    /// tells whether there is one.
    func askedGateQuestion(of step: ScopedStep) -> Question? {
        let record = state.step(step.id)
        guard record.state == .waiting, let question = record.question, question.kinds.contains(.confirm),
            step.bound.actions.allSatisfy(\.isIdempotent)
        else { return gateQuestion(of: step) }
        return question
    }

    /// What a person is asked when all of a step was sent, and what is asked of a response cannot be judged.
    func acceptance(of step: ScopedStep, without exchange: Exchange) -> Question {
        let text =
            "the response to `\(exchange.action.title)` is missing, so it cannot be checked. "
            + "Is the step done as it should be?"
        return question([.accept], Template(literal: text), showsActions: false, of: step)
    }

    /// What a person is asked when a value that a step gave was not kept.
    func repetition(of step: ScopedStep, for name: String, neededBy user: ScopedStep) -> Question {
        let text =
            "the step `\(user.id)` needs the value `\(name)`, which was not stored. Do this step again to get it?"
        var question = question([.repeat], Template(literal: text), showsActions: true, of: step)
        if step.included != nil || isSecret(name, of: step) { return question }
        question.parameter = name
        let schema = step.scope.binding.runbook.declaration.parameter(name)?.schema
        question.schema = schema
        question.choices = schema?.alternatives ?? []
        return question
    }

    /// Whether a value that a step gives may not be shown, or is too long to be stored.
    private func isSecret(_ name: String, of step: ScopedStep) -> Bool {
        let captures = step.bound.captures + (step.unless?.bound.captures ?? [])
        return state.step(step.id).values.secrets.contains(name) || values(of: step.scope).isSecret(name)
            || captures.contains { $0.name.value == name && $0.isSecret }
            || step.scope.binding.runbook.declaration.parameter(name)?.isSecret == true
    }

    /// The value that a person gives instead of a step, as the parameter of its name would read it; nil where that does not
    /// allow it.
    private func value(_ text: String, for question: Question, of step: ScopedStep) -> JSON? {
        guard let name = question.parameter else { return nil }
        guard let parameter = step.scope.binding.runbook.declaration.parameter(name) else {
            return (try? JSON(parsing: text)) ?? .string(text)
        }
        let value = parameter.value(of: text)
        return parameter.problems(with: value).isEmpty ? value : nil
    }

    /// Evaluates a step that a person does; a check inside is tried first, and again and again while the person works.
    func evaluateManual(_ step: ScopedStep) async throws(Breakdown) -> StepEnding {
        if let input = step.bound.step.input { return try await evaluateInput(step, input.value) }
        let question = question(step.bound.manualKinds, step.bound.manualText, showsActions: false, of: step)
        switch try await takeAnswer(to: question, of: step) {
        case nil: break
        case .goOn, .goOnAfterWait: return .done
        case .ended(let ending): return ending
        }
        var checks: [ScopedStep] = []
        // What needs somebody's word does not pass by itself.
        if step.bound.step.keys.confirm == nil {
            for check in step.scope.checks(of: step.bound) where await fate(of: check) == .taken {
                checks.append(check)
            }
        }
        if let check = checks.first {
            let holds = await allHold(checks)
            if ports.interruption.level > .none { return .stopped }
            if holds {
                try await record(.satisfied(step: step.id, check: check.id, values: StepValues(), response: nil))
                return .done
            }
        }
        switch try await ask(question, of: step, watching: checks) {
        case .goOn, .goOnAfterWait: return .done
        case .ended(let ending): return ending
        }
    }

    /// What tells the targets of a step from others: a yes about one system does not count for another.
    func identities(of step: ScopedStep) -> [String] {
        step.bound.targets.flatMap { [$0, step.scope.targets[$0]?.identity ?? ""] }
    }

    /// A question, with a digest of all that is shown of the step, of all that it would send, and of where.
    ///
    /// - Parameter done: The requests that are done and not sent again. They are not shown, but a yes to all of them is
    ///   one to the rest, so the digest has them.
    private func question(
        _ kinds: [Question.Kind], _ text: Template, showsActions: Bool, behind done: Set<ActionPlace> = [],
        of step: ScopedStep
    ) -> Question {
        let rendering = rendering(step)
        let text = rendering.shown(text)
        let actions = showsActions ? step.requests.map(rendering.shown) : []
        let parts = actions.flatMap { [$0.target ?? "", $0.title] + $0.fields.flatMap { [$0.name, $0.value] } }
        let all = [step.scope.document.sha256, step.id, text] + parts + identities(of: step)
        return Question(
            kinds: kinds, text: text,
            actions: actions.filter { !done.contains(ActionPlace(target: $0.target, index: $0.index)) }.map { action in
                action.target.map { "\($0): \(action.title)" } ?? action.title
            },
            typed: showsActions ? step.bound.typedAnswer : nil,
            digest: StepIdentity.hash(all),
            expires: kinds.allSatisfy(Runner.mayExpire)
                ? step.bound.step.keys.expires?.value ?? step.scope.policy.expires : nil)
    }

    /// Whether a question of a kind is about continuing, and so about the moment in which it is answered.
    private static func mayExpire(_ kind: Question.Kind) -> Bool {
        [.confirm, .manual, .destroy, .spend].contains(kind)
    }

    /// Asks a question that is not answered yet.
    func ask(
        _ question: Question, of step: ScopedStep, watching checks: [ScopedStep] = []
    ) async throws(Breakdown) -> GateResult {
        if let delivered = try await delivered(to: question, of: step) {
            return try await settle(delivered, to: question, of: step)
        }
        let question = withEvidence(question, of: step)
        switch step.scope.policy.decide(question.kinds) {
        case .go:
            let answer = GivenAnswer(answer: .go, by: user, via: "--yes")
            return try await settle(answer, to: question, of: step, waited: false)
        case .skip:
            try await record(
                .skipped(step: step.id, reason: .noConsole, detail: "no person for manual steps"))
            return .ended(.done)
        case .wait:
            try await recordAsked(question, of: step)
            return .ended(.waiting)
        case .ask:
            try await recordAsked(question, of: step)
            return try await askPerson(question, of: step, watching: checks)
        }
    }

    /// Ends a run that somebody elsewhere has aborted since it was left; nil when nobody has.
    ///
    /// This comes before anything else, an edit of the document included: the step that asked may not be there any more.
    func takeAbort() async throws(Breakdown) -> RunEnding? {
        let pending: [DeliveredAnswer]
        do throws(JournalFailure) {
            pending = try await ports.journal.pendingAnswers()
        } catch {
            throw .journal(error)
        }
        for answer in pending where answer.answer == .abort {
            let record = state.step(answer.step)
            let question = record.state == .failed ? failureQuestion(about: record, of: nil) : record.question
            guard record.state == .waiting || record.asksAboutFailure, let question, question.digest == answer.digest
            else { continue }
            let given = GivenAnswer(answer: answer.answer, by: answer.by, via: answer.via, remark: answer.remark)
            guard try await first(given, to: question, of: answer.step).answer == .abort else { continue }
            if record.state == .failed { try await self.record(.asked(step: answer.step, question: question)) }
            try await self.record(
                .answered(
                    step: answer.step, answer: .abort, digest: answer.digest, by: answer.by, via: answer.via,
                    remark: answer.remark),
                isDurable: true)
            return try await end(.aborted, .aborted(step: answer.step))
        }
        return nil
    }

    /// Ends a step that somebody elsewhere has refused or skipped meanwhile; nil when nobody has.
    ///
    /// What a person has said counts before the world is looked at: a check that has passed since, or a step that reads
    /// differently now, must not make a no unheard.
    func takeRefusal(of step: ScopedStep) async throws(Breakdown) -> StepEnding? {
        let record = state.step(step.id)
        guard record.state == .waiting, let question = record.question,
            let given = try await delivered(to: question, of: step)
        else { return nil }
        switch given.answer {
        case .abort, .skip: break
        default: return nil
        }
        guard case .ended(let ending) = try await settle(given, to: question, of: step) else { return nil }
        return ending
    }

    /// Takes what somebody elsewhere has answered to a question before this process came; nil when nobody has.
    func takeAnswer(to question: Question?, of step: ScopedStep) async throws(Breakdown) -> GateResult? {
        guard state.step(step.id).state == .waiting, let question,
            let given = try await delivered(to: question, of: step)
        else { return nil }
        return try await settle(given, to: question, of: step)
    }

    private func askPerson(
        _ question: Question, of step: ScopedStep, watching checks: [ScopedStep]
    ) async throws(Breakdown) -> GateResult {
        try await flush()
        switch try await reply(to: question, of: step, watching: checks) {
        case .answer(let answer):
            // Somebody may have left the prompt open over night.
            if answer.answer == .go, isTooOld(question, of: step) {
                try await record(
                    .answerVoid(step: step.id, digest: question.digest, by: answer.by, isTooOld: true))
                try await recordAsked(question, of: step)
                return try await askPerson(question, of: step, watching: checks)
            }
            return try await settle(answer, to: question, of: step)
        case .holds:
            try await record(.passed(step: step.id, values: StepValues()), isDurable: true)
            return .goOn
        case .nobody: return .ended(ports.interruption.level > .none ? .stopped : .waiting)
        }
    }

    /// Whether a question that waits was asked too long ago.
    private func isTooOld(_ question: Question, of step: ScopedStep) -> Bool {
        question.isTooOld(since: state.step(step.id).asked, at: ports.clock.wall())
    }

    /// Keeps that a question is asked.
    ///
    /// - Parameter isSettled: Whether its answer is there already, so that no notice is sent.
    func recordAsked(
        _ question: Question, of step: ScopedStep, isSettled: Bool = false
    ) async throws(Breakdown) {
        let record = state.step(step.id)
        if record.state == .waiting, record.question?.digest == question.digest, !isTooOld(question, of: step) {
            return
        }
        try await self.record(.asked(step: step.id, question: question), isDurable: true)
        if !isSettled { tell(.waiting, about: step.id) }
    }

    /// The answer that somebody gave to this question from elsewhere; those to something else that was shown are void.
    func delivered(to question: Question, of step: ScopedStep) async throws(Breakdown) -> GivenAnswer? {
        let pending: [DeliveredAnswer]
        do throws(JournalFailure) {
            pending = try await ports.journal.pendingAnswers().filter { $0.step == step.id }
        } catch {
            throw .journal(error)
        }
        for answer in pending where answer.digest != question.digest {
            try await record(.answerVoid(step: step.id, digest: answer.digest, by: answer.by))
        }
        guard let answer = pending.first(where: { $0.digest == question.digest }) else { return nil }
        let asked = state.step(step.id).asked
        let isTooOld =
            question.isTooOld(since: answer.at, at: ports.clock.wall())
            || question.isTooOld(since: asked, at: answer.at)
        // A no never expires; a yes does.
        if answer.answer == .go, isTooOld {
            try await record(.answerVoid(step: step.id, digest: answer.digest, by: answer.by, isTooOld: true))
            return nil
        }
        return GivenAnswer(answer: answer.answer, by: answer.by, via: answer.via, remark: answer.remark)
    }

    /// What counts of an answer that was given here: somebody elsewhere may have been faster.
    func first(
        _ given: GivenAnswer, to question: Question, of step: String
    ) async throws(Breakdown) -> GivenAnswer {
        let here = DeliveredAnswer(
            step: step, digest: question.digest, answer: given.answer, by: given.by, via: given.via,
            at: ports.clock.wall(), remark: given.remark)
        do throws(JournalFailure) {
            let first = try await ports.journal.first(here)
            return GivenAnswer(answer: first.answer, by: first.by, via: first.via, remark: first.remark)
        } catch {
            throw .journal(error)
        }
    }

    /// Keeps the answers that came too late, so that each is reported.
    func recordLateAnswers() async throws(Breakdown) {
        let late: [DeliveredAnswer]
        do throws(JournalFailure) {
            late = try await ports.journal.lateAnswers()
        } catch {
            throw .journal(error)
        }
        for answer in late { try await record(.answerLate(answer)) }
    }

    func settle(
        _ given: GivenAnswer, to question: Question, of step: ScopedStep, waited: Bool = true
    ) async throws(Breakdown) -> GateResult {
        try await recordAsked(question, of: step, isSettled: true)
        let given = try await first(given, to: question, of: step.id)
        let answer =
            if case .skip(let reason) = given.answer { PersonAnswer.skip(reason: rendering(step).masked(reason)) } else
            { given.answer }
        var value: JSON?
        if case .set(let text) = answer, question.kinds.contains(.repeat) {
            value = self.value(text, for: question, of: step)
            if value == nil {
                try await record(.answerVoid(step: step.id, digest: question.digest, by: given.by))
                return .ended(.waiting)
            }
        }
        try await record(
            .answered(
                step: step.id, answer: answer, digest: question.digest, by: given.by, via: given.via,
                value: value, remark: given.remark.map { $0.with(note: rendering(step).masked($0.note)) }),
            isDurable: true)
        switch answer {
        case .set: return waited ? .goOnAfterWait : .goOn
        case .go, .accept, .again:
            // A word that does not fit the question leaves it open.
            if (answer == .go) == question.kinds.contains(.failed) { return .ended(.waiting) }
            return waited ? .goOnAfterWait : .goOn
        case .skip: return .ended(.done)
        case .abort: return .ended(.aborted)
        case .applied, .notApplied: return .ended(.waiting)
        }
    }
}
