import Digests
import OrderedJSON
import RunbookModel
import RunbookPlugin
import RunbookRun

/// A step with the values that are known now: what is sent, shown, kept and told of it.
struct StepRendering {
    let step: ScopedStep
    let values: ValueStore
    /// The run's identity.
    let run: String

    // MARK: Requests

    /// A request with its holes filled.
    func filled(_ request: ScopedStep.Request) throws(Template.Unfilled) -> Action {
        let (place, template) = (request.place, request.template)
        var fields: [Action.Field] = []
        for field in template.fields {
            fields.append(Action.Field(field.name, try field.template.filled { values.value($0) }))
        }
        return Action(
            step: step.id, target: place.target, index: place.index, effect: template.effect,
            isLowered: template.isLowered,
            title: template.title.shown(values.publicValue), fields: fields,
            token: token(of: place))
    }

    /// What tells a request from all others, and is the same in each process that sends it.
    func token(of place: ActionPlace) -> String {
        SHA256.hex("\(run)\n\(step.id)\n\(place.target ?? "")\n\(place.index)")
    }

    /// A request as it may be shown: secrets are left as `${name}`.
    func shown(_ request: ScopedStep.Request) -> Action {
        let (place, template) = (request.place, request.template)
        return Action(
            step: step.id, target: place.target, index: place.index, effect: template.effect,
            isLowered: template.isLowered,
            title: shown(template.title), fields: template.fields.map { Action.Field($0.name, shown($0.template)) },
            token: "")
    }

    /// A text as it may be shown.
    func shown(_ template: Template) -> String { masked(template.shown(values.publicValue)) }

    /// The failure of the first request that has a hole which nothing fills; nil when all can be sent.
    var unfilled: StepFailure? {
        for request in step.requests {
            do {
                _ = try filled(request)
            } catch {
                return failure(error, of: request)
            }
        }
        return nil
    }

    /// The failure for a hole without a value, or with one that cannot be there.
    func failure(_ error: Template.Unfilled, of request: ScopedStep.Request) -> StepFailure {
        let origin = error.reason == .noValue ? nil : origin(of: error.hole.reference.name)
        return StepFailure(
            code: "value/unset", message: error.message + (origin.map { "; it comes from \($0)" } ?? ""),
            line: error.hole.span.start.line, target: request.place.target, request: shown(request).title)
    }

    /// Where a value comes from, in words.
    private func origin(of name: String) -> String? {
        let givers = step.scope.binding.names.givers(of: name)
        if let giver = givers.lazy.compactMap(\.step).first {
            return "the step `\(step.scope.binding.steps[giver].id)`"
        }
        return givers.first.map { $0 == .parameter ? "the parameter `\(name)`" : "the environment" }
    }

    // MARK: Records

    /// A request as it is kept.
    func record(of action: Action) -> ActionRecord {
        ActionRecord(
            target: action.target, index: action.index, effect: action.effect, title: action.title,
            content: cut(action.field("body") ?? ""))
    }

    /// A response as it is kept: masked, then cut.
    ///
    /// - Parameter responses: All responses of the step, which say how far they may be kept.
    func record(
        of response: ReceivedResponse, took: Duration = .zero, applied: Applied? = nil, among responses: StepResponses
    ) -> ResponseRecord {
        let text =
            if responses.isWithheld {
                Masker.replacement
            } else if let needed = responses.needed {
                needed.part(of: response.body).map { masked($0.text()) } ?? Masker.replacement
            } else {
                masked(response.text)
            }
        return ResponseRecord(
            status: response.status, text: cut(text), length: response.text.utf8.count, sha256: SHA256.hex(text),
            took: .milliseconds(took.inMilliseconds), applied: applied)
    }

    /// The last response of a step, or what came in its place, as it is kept.
    func record(of responses: StepResponses) -> ResponseRecord? {
        (responses.notice ?? responses.last).map { record(of: $0, took: $0.took, among: responses) }
    }

    /// The requests of a step as they are kept; none where one of them has a hole that nothing fills.
    var records: [ActionRecord] { step.requests.map { record(of: shown($0)) } }

    /// The title with the values that are known now; nil when it says no more than the outline does.
    func title(beyond outline: OutlineStep?) -> String? {
        let title = shown(step.bound.step.title)
        return title == outline?.title ? nil : title
    }

    // MARK: Failures

    /// A failure with what was asked, masked, then cut.
    func described(_ failure: StepFailure, _ action: Action?, isWithheld: Bool) -> StepFailure {
        let command = action.flatMap { step.bound.handler?.command(for: pasted($0), on: step.target($0.target)) }
        let request = action.map { ActionRecord.text($0.title, $0.field("body") ?? "") }
        return masked(
            StepFailure(
                code: failure.code, message: failure.message, file: failure.file, line: failure.line,
                target: failure.target ?? action?.target, request: request, command: command,
                differences: isWithheld ? [] : failure.differences))
    }

    /// A request for the command that a person pastes: as it is shown, with `$${` for the text `${`.
    private func pasted(_ action: Action) -> Action {
        let place = ActionPlace(target: action.target, index: action.index)
        guard let request = step.requests.first(where: { $0.place == place }) else { return action }
        return Action(
            step: action.step, target: action.target, index: action.index, effect: action.effect,
            isLowered: action.isLowered, title: action.title,
            fields: request.template.fields.map { field in
                Action.Field(field.name, masked(field.template.escaped(values.publicValue)))
            }, token: action.token)
    }

    /// A failure of the last request that was made on its target.
    func described(_ failure: StepFailure, of responses: StepResponses) -> StepFailure {
        described(failure, responses.lastAction(on: failure.target), isWithheld: responses.isWithheld)
    }

    /// A failure without secrets, at its place in its file.
    func masked(_ failure: StepFailure) -> StepFailure {
        func short(_ text: String) -> String { cut(masked(text), at: 4096) }
        return StepFailure(
            code: failure.code, message: short(failure.message), file: failure.file ?? step.scope.document.file,
            line: failure.line, target: failure.target, request: failure.request.map { cut(masked($0)) },
            command: failure.command.map { cut(masked($0)) },
            differences: failure.differences.map {
                .init(
                    path: short($0.path), expected: short($0.expected), actual: short($0.actual), line: $0.line)
            })
    }

    /// What a step is, without secrets.
    func masked(_ outline: OutlineStep) -> OutlineStep {
        var outline = outline
        outline.heading.title = masked(outline.heading.title)
        outline.prose = masked(outline.prose)
        outline.template = masked(outline.template)
        outline.checks = outline.checks.map(masked)
        return outline
    }

    // MARK: Texts

    /// A word of a handler on the way.
    func word(_ text: String) -> String { cut(masked(VisibleText.visible(text)), at: 500) }

    func masked(_ text: String) -> String { values.masker.masked(text) }

    private func cut(_ text: String, at limit: Int = ResponseRecord.limit) -> String {
        guard text.utf8.count > limit else { return text }
        // At a scalar and not at a character: marks that combine without end would cost the square of their number.
        var end = text.utf8.index(text.startIndex, offsetBy: limit)
        while end > text.startIndex, text.utf8[end] & 0xC0 == 0x80 { end = text.utf8.index(before: end) }
        return String(text[..<end])
    }
}
