import Digests
import OrderedJSON
import RunbookModel
import RunbookPlugin

extension Runner {
    // MARK: Rendering

    /// A request with its holes filled.
    func filled(
        _ template: ActionTemplate, index: Int, of bound: BoundStep, target: String?
    ) throws(Template.Unfilled) -> Action {
        var fields: [Action.Field] = []
        for field in template.fields {
            fields.append(Action.Field(field.name, try field.template.filled { values.value($0) }))
        }
        return Action(
            step: bound.id, target: target, index: index, effect: template.effect,
            title: template.title.shown(values.publicValue), fields: fields,
            token: SHA256.hex("\(ports.journal.run)\n\(bound.id)\n\(target ?? "")\n\(index)"))
    }

    /// A request as it may be shown: secrets are left as `${name}`.
    func shown(_ template: ActionTemplate, index: Int, of bound: BoundStep, target: String?) -> Action {
        Action(
            step: bound.id, target: target, index: index, effect: template.effect,
            title: masked(template.title.shown(values.publicValue)),
            fields: template.fields.map { Action.Field($0.name, masked($0.template.shown(values.publicValue))) },
            token: "")
    }

    func masked(_ text: String) -> String { values.masker.masked(text) }

    /// A request as it is kept.
    func actionRecord(of action: Action) -> ActionRecord {
        let content = action.field("body") ?? ""
        return ActionRecord(
            target: action.target, index: action.index, effect: action.effect, title: action.title,
            content: cut(content))
    }

    /// An answer as it is kept: masked, then cut.
    func answerRecord(of answer: Answer, took: Duration) -> AnswerRecord {
        let text = masked(answer.text)
        return AnswerRecord(
            status: answer.status, text: cut(text), length: answer.text.utf8.count, sha256: SHA256.hex(text),
            took: took)
    }

    /// The last answer of a step, as it is kept.
    func answerRecord(of answers: StepAnswers) -> AnswerRecord? {
        answers.parts.last?.exchanges.last.map { answerRecord(of: $0.answer, took: .zero) }
    }

    private func cut(_ text: String) -> String {
        guard text.utf8.count > AnswerRecord.limit else { return text }
        var end = text.utf8.index(text.startIndex, offsetBy: AnswerRecord.limit)
        while end > text.startIndex, String.Index(end, within: text) == nil { end = text.utf8.index(before: end) }
        return String(text[..<end])
    }

    // MARK: Performing

    /// Has the handler perform a request; a read is cut by the first wish to stop, anything else by the second.
    func perform(_ action: Action, of bound: BoundStep, timeout: Duration) async -> (Outcome, took: Duration) {
        guard let handler = bound.handler else {
            return (.refused(Refusal(reason: "no handler", isPermanent: true)), .zero)
        }
        let target = action.target.flatMap { plan.targets[$0] }
        let clock = ContinuousClock()
        let began = clock.now
        let outcome = await ports.interruption.cutting(at: action.effect == .read ? .gentle : .hard) {
            await handler.perform(action, on: target, timeout: timeout)
        }
        return (outcome, began.duration(to: clock.now))
    }

    /// What one try of a check came to.
    enum Trial {
        /// It holds; the judge has the captures.
        case holds(StepJudge, StepAnswers)
        /// It does not hold.
        case unmet(StepFailure, StepAnswers)
        /// It could not be asked: no connection, no permission, a broken target.
        case unknowable(StepFailure)
        /// Something is wrong that no waiting mends.
        case wrong(StepFailure)
        /// The run is being stopped.
        case stopped
    }

    /// Asks the requests of a check once on each of its targets, and judges the answers.
    func tryOnce(_ bound: BoundStep, timeout: Duration) async -> Trial {
        let judge = StepJudge(bound: bound, expressions: ports.expressions, values: values)
        let deadline = ports.clock.now() + timeout
        var answers = StepAnswers()
        for target in bound.targetList {
            var part = StepAnswers.Part(target: target)
            for (index, template) in bound.actions.enumerated() {
                let shown = shown(template, index: index, of: bound, target: target)
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
                case .answered(let answer):
                    part.exchanges.append((shown, answer))
                    switch judge.judge(answer, of: action, target: bound.targets.count > 1 ? target : nil) {
                    case .holds: break
                    case .unmet(let failure):
                        let told = told(failure, shown, of: bound)
                        var known = answers
                        known.parts.append(part)
                        return answer.verdict == .broken ? .unknowable(told) : .unmet(told, known)
                    case .wrong(let failure): return .wrong(told(failure, shown, of: bound))
                    }
                case .refused(let refusal):
                    let failure = StepFailure(
                        code: "action/refused", message: refusal.reason, line: template.span.start.line, target: target)
                    let told = told(failure, shown, of: bound)
                    return refusal.isPermanent ? .wrong(told) : .unknowable(told)
                case .unknown(let reason):
                    let failure = StepFailure(
                        code: "action/unknown", message: reason, line: template.span.start.line, target: target)
                    return .unknowable(told(failure, shown, of: bound))
                }
            }
            answers.parts.append(part)
        }
        return await judgeAll(answers, by: judge, of: bound)
    }

    private func judgeAll(_ answers: StepAnswers, by judge: StepJudge, of bound: BoundStep) async -> Trial {
        var judge = judge
        let shown = answers.parts.last?.exchanges.last?.action
        switch await judge.judge(answers) {
        case .holds: return .holds(judge, answers)
        case .unmet(let failure): return .unmet(told(failure, shown, of: bound), answers)
        case .wrong(let failure): return .wrong(told(failure, shown, of: bound))
        }
    }

    /// A failure with what was asked, masked.
    func told(_ failure: StepFailure, _ action: Action?, of bound: BoundStep) -> StepFailure {
        let target = action?.target.flatMap { plan.targets[$0] }
        let command = action.flatMap { bound.handler?.command(for: $0, on: target) }
        let request = action.map { action in
            let content = action.field("body") ?? ""
            return content.isEmpty ? action.title : action.title + "\n" + content
        }
        return StepFailure(
            code: failure.code, message: masked(failure.message), line: failure.line,
            target: failure.target ?? action?.target, request: request.map(masked), command: command.map(masked),
            differences: failure.differences.map {
                .init(path: $0.path, expected: masked($0.expected), actual: masked($0.actual))
            })
    }

    /// The failure for a hole without a value.
    func unfilled(_ error: Template.Unfilled, request: Action) -> StepFailure {
        let message =
            switch error.reason {
            case .noValue: "`\(error.hole.reference)` has no value"
            case .wrongKind(let kind): "`\(error.hole.reference)` is \(kind), which cannot stand here"
            }
        return StepFailure(
            code: "value/unset", message: message, line: error.hole.span.start.line, target: request.target,
            request: request.title)
    }
}

extension BoundStep {
    /// The targets, or one nil for a handler that needs none.
    var targetList: [String?] { targets.isEmpty ? [nil] : targets }
}
