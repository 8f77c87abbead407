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
            step: bound.id, target: target, index: index, effect: template.effect, isLowered: template.isLowered,
            title: template.title.shown(values.publicValue), fields: fields,
            token: SHA256.hex("\(ports.journal.run)\n\(bound.id)\n\(target ?? "")\n\(index)"))
    }

    /// A request as it may be shown: secrets are left as `${name}`.
    func shown(_ template: ActionTemplate, index: Int, of bound: BoundStep, target: String?) -> Action {
        Action(
            step: bound.id, target: target, index: index, effect: template.effect, isLowered: template.isLowered,
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

    /// A response as it is kept: masked, then cut.
    ///
    /// - Parameter isWithheld: Whether it holds a secret that no mask can hide.
    func responseRecord(
        of response: Response, took: Duration, applied: Applied? = nil, isWithheld: Bool
    ) -> ResponseRecord {
        let text = isWithheld ? Masker.replacement : masked(response.text)
        return ResponseRecord(
            status: response.status, text: cut(text), length: response.text.utf8.count, sha256: SHA256.hex(text),
            took: .milliseconds(took.inMilliseconds), applied: applied)
    }

    /// The last response of a step, as it is kept.
    func responseRecord(of responses: StepResponses) -> ResponseRecord? {
        responses.parts.last?.exchanges.last.map {
            responseRecord(of: $0.response, took: .zero, isWithheld: responses.isWithheld)
        }
    }

    /// Masks from now on what the step's secret captures find in its responses, complete or not.
    func hideSecrets(in responses: inout StepResponses, by judge: StepJudge) async {
        guard let secrets = await judge.secrets(in: responses) else {
            responses.isWithheld = true
            return
        }
        for secret in secrets where !values.hide(secret) { responses.isWithheld = true }
    }

    private func cut(_ text: String, at limit: Int = ResponseRecord.limit) -> String {
        guard text.utf8.count > limit else { return text }
        var end = text.utf8.index(text.startIndex, offsetBy: limit)
        while end > text.startIndex, String.Index(end, within: text) == nil { end = text.utf8.index(before: end) }
        return String(text[..<end])
    }

    // MARK: Performing

    /// Has the handler perform a request; a read is cut by the first wish to stop, anything else by the second.
    ///
    /// - Parameter tells: Whether its words on the way are kept and shown; only for a step that is running.
    func perform(
        _ action: Action, of bound: BoundStep, timeout: Duration, tells: Bool = false
    ) async -> (Outcome, took: Duration) {
        guard let handler = bound.handler else {
            return (.refused(Refusal(reason: "no handler", isPermanent: true)), .zero)
        }
        let target = action.target.flatMap { scope.targets[$0] }
        let clock = ContinuousClock()
        let began = clock.now
        let (words, speaker) = AsyncStream<String>.makeStream(
            bufferingPolicy: .bufferingOldest(tells ? Runner.mostWords : 0))
        async let outcome = ports.interruption.cutting(at: action.effect == .read ? .gentle : .hard) {
            defer { speaker.finish() }
            return await handler.perform(action, on: target, timeout: timeout) { speaker.yield($0) }
        }
        var told = 0
        for await word in words where told < Runner.mostWords {
            told += 1
            let text = cut(masked(VisibleText.visible(word)), at: 500)
            // A journal that cannot keep a word cannot keep the outcome either, and there it is reported.
            try? await record(.progress(step: bound.id, text: text))
        }
        return (await outcome, began.duration(to: clock.now))
    }

    /// The most words on the way that are kept of one request.
    private static let mostWords = 100

    // MARK: Telling

    /// A failure with what was asked, masked, then cut.
    func told(_ failure: StepFailure, _ action: Action?, of bound: BoundStep, isWithheld: Bool) -> StepFailure {
        let target = action?.target.flatMap { scope.targets[$0] }
        let command = action.flatMap { bound.handler?.command(for: $0, on: target) }
        let request = action.map { action in
            let content = action.field("body") ?? ""
            return content.isEmpty ? action.title : action.title + "\n" + content
        }
        return masked(
            StepFailure(
                code: failure.code, message: failure.message, line: failure.line,
                target: failure.target ?? action?.target, request: request, command: command,
                differences: isWithheld ? [] : failure.differences))
    }

    /// A failure without secrets.
    func masked(_ failure: StepFailure) -> StepFailure {
        func short(_ text: String) -> String { cut(masked(text), at: 4096) }
        return StepFailure(
            code: failure.code, message: short(failure.message), line: failure.line, target: failure.target,
            request: failure.request.map { cut(masked($0)) }, command: failure.command.map { cut(masked($0)) },
            differences: failure.differences.map {
                .init(path: short($0.path), expected: short($0.expected), actual: short($0.actual))
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
