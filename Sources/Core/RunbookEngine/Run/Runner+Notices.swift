import RunbookModel
import RunbookRun

extension Runner {
    /// Notifies people who are not watching; the run does not wait for the notice.
    ///
    /// What it is about is kept already, so that nobody hears of what a crash takes back.
    func tell(_ occasion: Occasion, about step: String? = nil) {
        let (notices, state) = (ports.notices, state)
        add(Task { await notices.tell(occasion, about: step, in: state).map { (occasion, $0) } })
    }

    /// Waits until all have been told, or could not be, and keeps what could not be told.
    func keepFailedNotices() async throws(Breakdown) {
        for task in takeNotices() {
            for (occasion, reason) in await task.value {
                try await record(.noticeFailed(occasion, reason: reason), isDurable: true)
            }
        }
    }

    /// The occasion that a run ends with; nil when there is nothing to tell.
    func occasion(of phase: RunPhase) -> Occasion? {
        if state.steps.values.contains(where: { $0.state == .inDoubt }) { return .doubt }
        switch phase {
        case .failed: return .failed
        case .passed: return .passed
        // The person was notified when the question was asked.
        case .waiting, .running, .aborted, .interrupted, .undone: return nil
        }
    }
}
