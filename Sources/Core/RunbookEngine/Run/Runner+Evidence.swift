import OrderedJSON
import RunbookModel
import RunbookPlugin
import RunbookRun

// What a person sees beside a question: what is known of the world at that moment.
extension Runner {
    /// The most checks that are shown with a question.
    private static let mostEvidence = 4

    /// A question with what the checks said last, and whether the step can be taken back.
    func withEvidence(_ question: Question, of step: ScopedStep) -> Question {
        var question = question
        let own = [step.unless].compactMap(\.self) + step.scope.checks(of: step.bound)
        // What is done by hand is described by its own text.
        let earlier =
            step.bound.effect == .read
            ? []
            : step.scope.binding.steps[..<step.bound.index].reversed()
                .filter { $0.step.role == .verify && $0.step.section == step.bound.step.section }
                .map { step.scope.step($0.index) }
        var seen: Set<String> = []
        let checks = (own + earlier).filter { seen.insert($0.id).inserted }
        question.evidence = Array(checks.compactMap(evidence).prefix(Runner.mostEvidence))
        if step.bound.effect > .read, step.bound.step.role != .undo { question.isUndoable = isUndoable(step) }
        return question
    }

    /// Whether something takes a step back, as far as is known of what is there before it.
    private func isUndoable(_ step: ScopedStep) -> Bool {
        guard step.isUndoable else { return false }
        guard step.undos.isEmpty, let handler = step.bound.handler else { return true }
        return zip(step.requests, look(of: step)).allSatisfy { request, probe in
            guard request.template.effect > .read, probe.isChange,
                var action = try? rendering(step).filled(request)
            else { return true }
            action.before = Before(isAbsent: false, details: probe.note)
            return handler.undo(of: action, response: .null) != nil
        }
    }

    /// Remembers that a check was tried on behalf of another step, and did not pass.
    func keep(unmet failure: StepFailure, of check: ScopedStep) {
        let reason = rendering(check).masked(failure).message
        keep(evidence: Evidence(check: check.id, passed: false, at: ports.clock.wall(), reason: reason))
    }

    private func evidence(of check: ScopedStep) -> Evidence? {
        let record = state.step(check.id)
        let last = lastTry(of: check.id)
        guard let finished = record.finished, finished.milliseconds >= last?.at.milliseconds ?? .min else {
            return last
        }
        switch record.state {
        case .passed, .satisfied: return Evidence(check: check.id, passed: true, at: finished)
        case .failed:
            return Evidence(check: check.id, passed: false, at: finished, reason: record.failure?.message ?? "")
        default: return last
        }
    }
}
