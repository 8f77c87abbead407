import RunbookModel
import RunbookRun

extension Runner {
    /// Tries a check once: asks its requests on each of its targets, and judges the responses.
    ///
    /// No event is kept.
    ///
    /// - Parameters:
    ///   - timeout: The longest time; nil for that of the check.
    ///   - isPatient: Whether a target that has too many requests is asked again inside that time.
    func tryOnce(_ step: ScopedStep, timeout: Duration? = nil, isPatient: Bool = false) async -> TryResult {
        let judge = judge(of: step)
        var policy = AttemptPolicy(deadline: ports.clock.now() + (timeout ?? step.timing.timeout))
        if isPatient { policy.busyRetries = .max }
        // A step that is under way tells of itself by its events.
        if state.step(step.id).state != .running { ports.look(state.outline(of: step.id)) }
        defer { ports.look(nil) }
        let end: AttemptEnd
        do throws(Breakdown) {
            end = try await attempt(step, by: judge, policy)
        } catch {
            // Nothing is kept, so the journal cannot fail.
            return .stopped
        }
        switch end {
        case .responded(let responses): return await judged(responses, of: step, by: judge)
        case .unmet(let cause): return .unmet(cause.failure, cause.responses)
        case .unknowable(let cause): return .unknowable(cause.failure, cause.responses)
        case .wrong(let cause): return .wrong(cause.failure, cause.responses)
        case .doubtful(let reason, _):
            let failure = StepFailure(code: "action/unknown", message: reason, line: step.bound.step.span.start.line)
            return .unknowable(rendering(step).masked(failure), step.bound.noResponses)
        case .stopped: return .stopped
        }
    }

    /// Judges what is asked of the responses of a step.
    func judged(_ responses: StepResponses, of step: ScopedStep, by judge: StepJudge) async -> TryResult {
        var judge = judge
        switch await judge.judge(responses) {
        case .holds:
            if let failure = unfit(judge.captures, of: step) {
                return .unmet(rendering(step).described(failure, of: responses), responses)
            }
            return .holds(judge, responses)
        case .unmet(let failure): return .unmet(rendering(step).described(failure, of: responses), responses)
        case .wrong(let failure): return .wrong(rendering(step).described(failure, of: responses), responses)
        }
    }

    /// Why a capture cannot be the value of the parameter of its name; nil when it can.
    private func unfit(_ captures: [CapturedValue], of step: ScopedStep) -> StepFailure? {
        for capture in captures {
            guard let parameter = step.scope.binding.runbook.declaration.parameter(capture.name),
                step.scope.values.value(capture.name) == nil,
                let problem = parameter.problems(with: capture.value).first
            else { continue }
            return StepFailure(
                code: "capture/unfit",
                message: "what was captured cannot be the parameter `\(capture.name)`: \(problem)",
                line: step.bound.step.span.start.line)
        }
        return nil
    }

    /// What judges the responses of a step, with the values that are known now.
    func judge(of step: ScopedStep) -> StepJudge {
        StepJudge(bound: step.bound, expressions: ports.expressions, values: values(of: step.scope).known)
    }
}
