import OrderedJSON
import RunbookModel
import RunbookRun

/// Looking for the causes of a failure (semantics, "Troubleshooting").
extension Runner {
    /// The longest time that looking takes, all checks together.
    private static let patience = Duration.seconds(60)

    /// Tries the checks of each section about a step that failed, once each and in order; acts nowhere.
    func troubleshoot(_ step: ScopedStep) async throws(Breakdown) {
        guard state.step(step.id).state == .failed else { return }
        for finding in await findings(about: step) {
            try await record(.diagnosed(step: step.id, finding: finding), isDurable: false)
        }
    }

    /// The same for a person who wants to look now, and with nothing kept; nil when no section is about the step.
    func troubleshoot(of step: ScopedStep) -> Troubleshoot? {
        let isKnown = step.scope.binding.troubleshooting.contains { $0.positions.contains(step.bound.index) }
        guard isKnown else { return nil }
        return { await self.findings(about: step) }
    }

    private func findings(about step: ScopedStep) async -> [Finding] {
        let before = values(of: step.scope)
        // What was captured is for the checks behind, and not for the run.
        defer { change(step.scope) { $0 = before } }
        let deadline = ports.clock.now() + Runner.patience
        var findings: [Finding] = []
        for section in step.scope.binding.troubleshooting where section.positions.contains(step.bound.index) {
            for item in section.items {
                if ports.interruption.level > .none { return findings }
                let (result, detail) = await look(
                    item.check.map { ScopedStep(scope: step.scope, bound: $0) }, until: deadline)
                guard let result else { return findings }
                findings.append(
                    Finding(
                        section: section.title, title: rendering(step).shown(item.title), result: result,
                        detail: detail))
            }
        }
        return findings
    }

    /// Makes captures known to the checks behind.
    private func keep(_ captures: [CapturedValue], for check: ScopedStep) {
        change(check.scope) { values in
            for capture in captures where !check.scope.isParameter(capture.name) {
                if !capture.isSecret, values.holdsSecret(capture.value) {
                    values.setHolding(capture.name, to: capture.value)
                } else {
                    values.set(capture.name, to: capture.value.inCanonicalOrder, isSecret: capture.isSecret)
                }
            }
        }
    }

    /// What a check says now; nil when the run is being stopped.
    private func look(
        _ check: ScopedStep?, until deadline: Duration
    ) async -> (Finding.Result?, detail: String) {
        guard let check else { return (.byHand, "") }
        let own = Set(check.bound.captureNames)
        let lacking = check.bound.uses.first { use in
            use.purpose != .shown && !own.contains(use.name) && values(of: check.scope).value(use.name) == nil
        }
        if let lacking { return (.unknown, "`\(lacking.name)` is not known yet") }
        guard case .taken = await fate(of: check) else { return (.unknown, "its condition does not hold") }
        let left = deadline - ports.clock.now()
        if left <= .zero { return (.unknown, "there was no time left to ask") }
        switch await tryOnce(check, timeout: min(left, check.timing.timeout)) {
        case .holds(let judge, _):
            keep(judge.captures.filter { own.contains($0.name) }, for: check)
            return (.holds, "")
        case .unmet(let failure, _): return (.fails, words(failure))
        case .unknowable(let failure, _), .wrong(let failure, _): return (.unknown, words(failure))
        case .stopped: return (nil, "")
        }
    }
}
