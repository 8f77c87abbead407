import RunbookModel
import RunbookRun

// A step that failed after it had changed its target, or may have: a person says what becomes of it.
extension Runner {
    /// Asks what becomes of such a step, and continues with it.
    func askAboutFailure(of step: ScopedStep) async throws(Breakdown) -> StepEnding {
        switch try await ask(failureQuestion(about: state.step(step.id), of: step), of: step) {
        case .goOn, .goOnAfterWait:
            return state.step(step.id).state.isDone ? .done : try await evaluate(step)
        case .ended(let ending): return ending
        }
    }

    /// What a person is asked about a step that failed; its failure was masked when it was kept.
    ///
    /// - Parameter step: The step, whose requests are listed with what became of each; nil where they are not shown.
    func failureQuestion(about record: StepRecord, of step: ScopedStep?) -> Question {
        // While it waits it has no failure of its own any more only when somebody has answered.
        let message = record.failure?.message ?? "it failed"
        let changed = record.applied == .yes ? "it has changed its target" : "it may have changed its target"
        return Question(
            kinds: [.failed], text: "the step failed, and \(changed): \(message)",
            actions: step.map { requests(of: $0, record) } ?? [], typed: nil, digest: record.doubtDigest)
    }

    /// Each request of a step that failed, and what became of it: `again` sends all of them, `accept` none.
    private func requests(of step: ScopedStep, _ record: StepRecord) -> [String] {
        let rendering = rendering(step)
        return step.requests.filter { $0.template.effect > .read }.map { request in
            let exchange = record.exchanges.last { $0.action.place == request.place }
            let title = exchange?.action.title ?? rendering.shown(request).title
            let place = request.place.target.map { "\($0): " } ?? ""
            return "\(place)\(title) (\(exchange?.became ?? "not sent"))"
        }
    }
}

extension Exchange {
    /// What became of the request, for whoever decides about its step.
    fileprivate var became: String {
        let status = response?.status.map { ", status \($0)" } ?? ""
        switch applied {
        case .yes: return "done" + status
        case .no: return "had no effect" + status
        case .partly: return response == nil ? "perhaps done: no response" : "perhaps done" + status
        }
    }
}
