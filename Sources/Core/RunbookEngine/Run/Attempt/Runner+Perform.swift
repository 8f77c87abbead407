import RunbookModel
import RunbookPlugin
import RunbookRun

extension Runner {
    /// The most words on the way that are kept of one request.
    private static let mostWords = 100

    /// What a handler tells on the way.
    private enum News: Sendable {
        /// Its word for people.
        case word(String)
        /// What it has started on this machine.
        case process(StartedProcess)
    }

    /// Has the handler perform a request; a read is cut by the first wish to stop, anything else by the second.
    ///
    /// - Parameter isHeard: Whether its words on the way are kept and shown; only for a step that is running.
    func perform(
        _ action: Action, of step: ScopedStep, timeout: Duration, isHeard: Bool
    ) async -> (Outcome, took: Duration) {
        guard let handler = step.bound.handler else {
            return (.refused(Refusal(reason: "no handler", isPermanent: true)), .zero)
        }
        let target = step.target(action.target)
        if let name = action.target, step.scope.absent.contains(name) {
            return (.refused(Refusal(reason: "the environment has no `\(name)`", isPermanent: true)), .zero)
        }
        let clock = ContinuousClock()
        let start = clock.now
        let (news, speaker) = AsyncStream<News>.makeStream(
            bufferingPolicy: .bufferingOldest(isHeard ? Runner.mostWords : 0))
        let (ports, executor) = (ports, executor)
        async let outcome = ports.interruption.cutting(
            at: action.effect == .read ? .gentle : .hard, on: executor
        ) {
            defer { speaker.finish() }
            return await ports.processes.watching {
                speaker.yield(.process($0))
            } _: {
                await handler.perform(action, on: target, timeout: timeout) { speaker.yield(.word($0)) }
            }
        }
        var count = 0
        for await news in news where count < Runner.mostWords {
            count += 1
            // A journal that cannot keep this cannot keep the outcome either, and there it is reported.
            switch news {
            case .word(let word): try? await record(.progress(step: step.id, text: rendering(step).word(word)))
            case .process(let process):
                let place = ActionPlace(target: action.target, index: action.index)
                try? await record(.processStarted(step: step.id, place: place, process: process))
            }
        }
        let took = start.duration(to: clock.now)
        return (inVirtualTime(await outcome, of: target, timeout: timeout), took)
    }

    /// The outcome as a clock that waited would have seen it.
    ///
    /// A sandbox on virtual time lets the time pass at once, and says how much. What took longer than the request had has
    /// no response.
    private func inVirtualTime(_ outcome: Outcome, of target: Target?, timeout: Duration) -> Outcome {
        guard target?.isEmulated == true, case .answered(let response) = outcome, let waited = response.virtualWait
        else { return outcome }
        ports.clock.passed(min(waited, timeout))
        if waited <= timeout { return outcome }
        return .unknown(reason: "no response within \(DurationText.text(timeout))")
    }

    /// Tells what responses warn of, each text once a step.
    func warn(_ warnings: [String], of step: ScopedStep) async throws(Breakdown) {
        for warning in warnings {
            let text = rendering(step).word(warning)
            if state.step(step.id).warnings.contains(text) { continue }
            try await record(.warned(step: step.id, text: text))
        }
    }

    /// Masks from now on what the step's secret captures find in its responses, complete or not.
    func hideSecrets(in responses: inout StepResponses, of step: ScopedStep, by judge: StepJudge) async {
        // The next response may have what the ones before it had not.
        responses.isWithheld = false
        guard let secrets = await judge.secrets(in: responses) else {
            responses.isWithheld = true
            return
        }
        for secret in secrets where !change(step.scope, { $0.hide(secret) }) { responses.isWithheld = true }
        if secrets.contains(where: { !$0.leaves.isEmpty || $0.holdsTruthValue }) { responses.needed = judge.needed }
    }

    /// Waits; false when the run is being stopped.
    func sleep(_ duration: Duration) async -> Bool {
        let clock = ports.clock
        let slept = await ports.interruption.cutting(at: .gentle) {
            do throws(CancellationError) {
                try await clock.sleep(for: duration)
                return true
            } catch {
                return false
            }
        }
        return slept && ports.interruption.level == .none
    }
}
