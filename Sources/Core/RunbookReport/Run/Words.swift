import RunbookRun

// What people read; programs read the raw values.

extension StepState {
    /// The state in a word or two for people.
    var words: String {
        switch self {
        case .pending: "not reached"
        case .waiting: "waiting"
        case .running: "running"
        case .passed: "done"
        case .satisfied: "already done"
        case .skipped: "skipped"
        case .failed: "failed"
        case .cancelled: "stopped"
        case .inDoubt: "in doubt"
        }
    }
}

extension RunPhase {
    /// The phase in a word or two for people.
    var words: String {
        switch self {
        case .running: "running"
        case .waiting: "waiting for a person"
        case .passed: "done"
        case .failed: "failed"
        case .aborted: "stopped by a person"
        case .interrupted: "interrupted"
        case .undone: "undone"
        }
    }
}

extension SkipReason {
    /// The reason as a phrase for people; a detail that says it more exactly takes its place.
    func words(detail: String) -> String {
        switch self {
        case .notChosen: detail.isEmpty ? "not chosen" : "not chosen: \(detail)"
        case .person: detail.isEmpty ? "by a person" : "by a person: \(detail)"
        case .condition: detail.isEmpty ? "its condition is false" : detail
        case .needsSkipped: detail.isEmpty ? "it needs a step that was skipped" : detail
        case .noConsole: detail.isEmpty ? "no console for manual steps" : detail
        case .noHost: detail.isEmpty ? "the environment has no host for this step" : detail
        }
    }
}

extension PersonAnswer {
    /// The answer in words for people.
    var words: String {
        switch self {
        case .go: "yes"
        case .skip(let reason): reason.isEmpty ? "skip" : "skip: \(reason)"
        case .abort: "stop"
        case .set(let text): "the value \(text)"
        case .applied: "it was done"
        case .notApplied: "it was not done"
        case .accept: "accepted"
        case .again: "do it again"
        }
    }
}

extension RunStart.Environment {
    /// The name that nobody overlooks: `SANDBOX` where nothing real is touched.
    var label: String {
        let name = heading.name
        guard heading.isSandbox else { return startsSandbox ? "\(name) + SANDBOX" : name }
        return path == nil || name == "sandbox" ? "SANDBOX" : "SANDBOX \(name)"
    }
}

/// Counts of things by their state, for people.
enum Tally {
    /// Such as `12 steps: 9 done, 2 already so, 1 failed`, states in a fixed order and none that is not there.
    static func text(_ steps: [ReportedStep]) -> String {
        let order: [StepState] = [
            .passed, .satisfied, .skipped, .failed, .inDoubt, .waiting, .running, .cancelled, .pending,
        ]
        let counts = order.compactMap { state in
            let count = steps.count { $0.state == state }
            return count == 0 ? nil : "\(count) \(state.words)"
        }
        let total = steps.count == 1 ? "1 step" : "\(steps.count) steps"
        return counts.isEmpty ? total : "\(total): \(counts.joined(separator: ", "))"
    }
}
