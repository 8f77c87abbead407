import OrderedJSON
package import RunbookModel
import RunbookPlugin

extension HandlerContract {
    /// Where nothing answers nothing is claimed to be done, no secret is shown, and nothing hangs.
    package func performProblems() async -> [Diagnostic] {
        var found: [Diagnostic] = []
        for example in handler.manifest.examples {
            let kind = kind(of: example)
            for (index, template) in preparation(of: example).actions.enumerated() {
                guard let action = action(template, at: index, kind: kind) else { continue }
                if action.effect > .read {
                    found += claims(await outcome(of: action, on: targets[kind]), of: action, "where nothing answers")
                }
                found += claims(await outcome(of: action, on: nil), of: action, "without a target")
                found += await tellings(of: action, on: targets[kind])
                found += await cancelling(action, on: targets[kind])
            }
        }
        for target in targets.values where handler.manifest.targetKinds.contains(where: { $0.name == target.kind }) {
            let examination = await handler.examine(target, timeout: patience)
            let told = [examination.address, examination.identity ?? "", examination.product ?? ""]
            found += leaks(in: told + examination.diagnostics.flatMap { [$0.message] + $0.help }, "`examine`")
        }
        return found
    }

    private func action(_ template: ActionTemplate, at index: Int, kind: String) -> Action? {
        var fields: [Action.Field] = []
        for field in template.fields {
            guard let value = try? field.template.filled({ _ in "sample" }) else { return nil }
            fields.append(Action.Field(field.name, value))
        }
        return Action(
            step: "contract", target: targets[kind]?.name, index: index, effect: template.effect,
            title: template.title.source, fields: fields, token: "0123456789abcdef")
    }

    private func outcome(of action: Action, on target: Target?) async -> Outcome {
        await handler.perform(action, on: target, timeout: patience)
    }

    /// A success where there is nothing is a lie.
    private func claims(_ outcome: Outcome, of action: Action, _ place: String) -> [Diagnostic] {
        guard case .answered(let response) = outcome, response.verdict == .success else { return [] }
        return [
            problem(
                "plugin/claim", "the handler reports that `\(action.title)` was done \(place)",
                "return `refused` if nothing was done, and `unknown` if something may have been done")
        ]
    }

    private func tellings(of action: Action, on target: Target?) async -> [Diagnostic] {
        var told: [String] = [handler.command(for: action, on: target) ?? ""]
        switch await outcome(of: action, on: target) {
        case .answered(let response):
            told += [response.text, response.body.text(), JSON.object(response.headers).text()]
            told += response.complaints.map(\.message)
        case .refused(let refusal): told += [refusal.reason, refusal.response?.text ?? ""]
        case .unknown(let reason, _): told.append(reason)
        }
        if let probe = await handler.probe(action, on: target, timeout: patience) { told.append(probe.detail) }
        return leaks(in: told, "`\(action.title)`")
    }

    private func leaks(in texts: [String], _ place: String) -> [Diagnostic] {
        guard texts.contains(where: { $0.contains(HandlerContract.canary) }) else { return [] }
        return [
            problem(
                "plugin/secret", "\(place) contains a secret of its target",
                "never write a credential in a response, a reason or a message")
        ]
    }

    /// A cancelled call comes back at once, and does not claim success.
    private func cancelling(_ action: Action, on target: Target?) async -> [Diagnostic] {
        let clock = ContinuousClock()
        let started = clock.now
        let task = Task { await handler.perform(action, on: target, timeout: .seconds(3600)) }
        task.cancel()
        let outcome = await task.value
        var found: [Diagnostic] = []
        if started.duration(to: clock.now) > patience {
            found.append(
                problem(
                    "plugin/hangs", "`\(action.title)` continues after it was cancelled",
                    "end when the task is cancelled"
                ))
        }
        if action.effect > .read { found += claims(outcome, of: action, "after it was cancelled") }
        return found
    }
}
