import OrderedJSON
import RunbookModel
import RunbookPlugin
package import RunbookRun

extension Runner {
    /// Performs the reads of a plan once each, in its order, and nothing else; what they give is known to later ones.
    ///
    /// Of what acts, the handlers are asked what it would find, where they can tell by reading.
    ///
    /// What asks a person first, what only the run can decide or fill in, and everything that acts is not sent. What
    /// was read may decide now what the plan left open. No event is kept.
    ///
    /// - Returns: What the reads came to, by the step's identity; fewer when the run is stopped.
    package func probe(_ steps: [PlannedStep]) async -> [String: ProbeResult] {
        let own = Dictionary(self.steps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var results: [String: ProbeResult] = [:]
        var fates = FatesNow(steps)
        var unread = UnreadSteps()
        for planned in steps where !planned.isSkipped {
            guard let step = own[planned.id] else { continue }
            let fate = await fate(of: step, as: planned, among: &fates)
            if case .skipped(_, let detail) = fate {
                results[planned.id] = ProbeResult(.skipped, detail: rendering(step).masked(detail))
                continue
            }
            if planned.role == .manual {
                assumeInput(of: step)
                continue
            }
            if let included = step.included {
                _ = pass(to: included, by: step)
                continue
            }
            if planned.effect > .read {
                var result = await finding(of: step, by: fate)
                let known = values(of: step.scope).known
                let isUndecided = if case .undecided = fate { true } else { false }
                // What cannot be compared acts anyway, unless only a read decides that.
                if result == nil, isUndecided || step.bound.actions.allSatisfy(\.isIdempotent) {
                    result = unread.result(of: step, values: known)
                }
                results[planned.id] = result
                unread.note(result, of: step, values: known)
                continue
            }
            guard let result = await probe(step, as: planned, by: fate) else { break }
            results[planned.id] = result
            unread.note(result, of: step, values: values(of: step.scope).known)
        }
        return results
    }

    /// What is known now of whether a step is taken, by what was read.
    private func fate(of step: ScopedStep, as planned: PlannedStep, among fates: inout FatesNow) async -> StepFate {
        guard case .undecided(let conditions) = planned.fate else { return .taken }
        // What is included is not decided before the include is.
        var fate = fates.include(of: step.scope) ?? .taken
        if case .taken = fate {
            let rule = FateRule(
                for: step.bound, in: step.scope, choice: choice(of: step.scope), values: values(of: step.scope).known,
                expressions: ports.expressions, isBeforeRun: true
            ) { fates.standing(of: step.scope.binding.steps[$0].id) }
            fate = await rule.fate(of: step.bound)
        }
        if case .wrong = fate { fate = .undecided(conditions) }
        fates.set(fate, of: step)
        return fate
    }

    /// What the requests of a step that acts would find; nil where that is not known.
    private func finding(of step: ScopedStep, by fate: StepFate) async -> ProbeResult? {
        if case .undecided = fate { return nil }
        if missingName(of: step) != nil { return nil }
        if let (judge, responses) = await presence(of: step) {
            // What is there already is known to later steps.
            _ = adopt(judge, responses, of: step)
            return ProbeResult(.holds)
        }
        let policy = AttemptPolicy(deadline: ports.clock.now() + step.timing.timeout, means: .look)
        guard case .responded(let responses)? = try? await attempt(step, by: judge(of: step), policy) else {
            return nil
        }
        let probes = responses.probes
        let gravest =
            probes.first { $0.consequence == .failure } ?? probes.first { $0.state == .different } ?? probes.first {
                $0.state == .absent
            } ?? probes.first
        guard let gravest else { return nil }
        let state: ProbeResult.State =
            switch gravest.state {
            case .absent: .missing
            case .different: gravest.consequence == .failure ? .fails : .differs
            case .present: .holds
            }
        return ProbeResult(state, detail: rendering(step).masked(gravest.detail))
    }

    /// Nil when the run is stopped.
    private func probe(_ step: ScopedStep, as planned: PlannedStep, by fate: StepFate) async -> ProbeResult? {
        // The binder sees to it that a step's effect is that of its requests; what is sent must not depend on that.
        guard step.bound.actions.allSatisfy({ $0.effect == .read }) else { return ProbeResult(.notAsked) }
        if planned.gate != nil { return ProbeResult(.notAsked, detail: "it asks a person first") }
        if case .undecided = fate {
            return ProbeResult(.notAsked, detail: "only the run decides whether it is skipped")
        }
        if let missing = missingName(of: step) {
            return ProbeResult(.notAsked, detail: "it needs `\(missing)`, which only the run knows")
        }
        switch await tryOnce(step) {
        case .holds(let judge, let responses):
            let kept = adopt(judge, responses, of: step)
            return ProbeResult(.holds, values: shownValues(kept, responses, of: step))
        case .unmet(let failure, let responses):
            let isMissing = responses.last?.verdict == .missing
            return ProbeResult(isMissing ? .missing : .differs, detail: words(failure))
        case .unknowable(let failure, _), .wrong(let failure, _):
            return ProbeResult(.unknown, detail: words(failure))
        case .stopped: return nil
        }
    }

    /// What a read gave: its captures, or what it answered when that is all there is; never a secret.
    private func shownValues(_ kept: StepValues, _ responses: StepResponses, of step: ScopedStep) -> [Action.Field] {
        let captures = kept.captures.map {
            Action.Field($0.name, rendering(step).masked($0.value.string ?? $0.value.text()))
        }
        guard captures.isEmpty, kept.secrets.isEmpty, step.bound.step.role == .run, !responses.isWithheld else {
            return captures
        }
        return responses.parts.map { part in
            Action.Field(
                part.target ?? "", String(rendering(step).masked(part.body.string ?? part.body.text()).prefix(200)))
        }
    }

    /// A name that the step uses, that has no value, and that its own response does not give.
    func missingName(of step: ScopedStep) -> String? {
        let own = Set(step.bound.captureNames)
        return step.bound.uses.first { use in
            use.purpose != .shown && values(of: step.scope).value(use.name) == nil && !own.contains(use.name)
        }?.name
    }

    /// A failure in one line.
    func words(_ failure: StepFailure) -> String {
        guard let difference = failure.differences.first else { return failure.message }
        let rest = failure.differences.count > 1 ? " (and \(failure.differences.count - 1) more)" : ""
        return "\(difference.path) is \(difference.actual), expected \(difference.expected)\(rest)"
    }
}
