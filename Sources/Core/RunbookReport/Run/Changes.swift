import RunbookModel
import RunbookRun

/// What a run has changed on its targets so far.
struct Changes {
    /// The changes on one target.
    struct OnTarget {
        /// The target's name; nil for what needs none.
        let target: String?
        /// The requests that were done, in order.
        var done: [String] = []
        /// Those among them that cost money for as long as what they made is there.
        var dear: [String] = []
        /// The requests of which it is not known, and why.
        var perhaps: [Perhaps] = []
        /// Those among them that may cost money.
        var perhapsDear: [Perhaps] = []
    }

    /// A request that may have changed its target.
    struct Perhaps: Equatable {
        let title: String
        /// As a phrase, such as `no response came`.
        let reason: String
    }

    /// The targets in the order they were first changed.
    private(set) var targets: [OnTarget] = []

    init(_ run: ReportedRun) {
        for step in run.allSteps + run.undo {
            for exchange in step.record.earlierChanges + step.record.exchanges {
                let title = exchange.action.title
                switch exchange.applied {
                case .no: continue
                case .yes:
                    self[exchange.action.target].done.append(title)
                    if isDear(exchange.action, of: step) { self[exchange.action.target].dear.append(title) }
                case .partly:
                    let reason =
                        exchange.response.map(Changes.reason) ?? exchange.notice.map(Changes.gap)
                        ?? "no response came"
                    add(Perhaps(title: title, reason: reason), exchange.action, of: step)
                }
            }
            for action in step.record.underWay {
                let reason = step.record.delays.last { $0.place == action.place }?.reason ?? "it was requested"
                add(Perhaps(title: action.title, reason: reason), action, of: step)
            }
        }
    }

    private mutating func add(_ perhaps: Perhaps, _ action: ActionRecord, of step: ReportedStep) {
        self[action.target].perhaps.append(perhaps)
        if isDear(action, of: step) { self[action.target].perhapsDear.append(perhaps) }
    }

    /// Whether an action makes something that costs money from then on.
    private func isDear(_ action: ActionRecord, of step: ReportedStep) -> Bool {
        action.effect == .spend && !step.wasThere(action)
    }

    private static func reason(_ response: ResponseRecord) -> String {
        guard let status = response.status else { return "it failed" }
        // The failure itself says what the response reports.
        return (200..<300).contains(status) ? "its response reports a failure" : "it failed with status \(status)"
    }

    /// What came instead of a response, such as the page of a gateway.
    private static func gap(_ notice: ResponseRecord) -> String {
        let status = notice.status.map { "status \($0)" } ?? "a response"
        return "\(status) came, which does not say whether it was done"
    }

    private subscript(target: String?) -> OnTarget {
        get { targets.first { $0.target == target } ?? OnTarget(target: target) }
        set {
            if let index = targets.firstIndex(where: { $0.target == target }) {
                targets[index] = newValue
            } else {
                targets.append(newValue)
            }
        }
    }
}
