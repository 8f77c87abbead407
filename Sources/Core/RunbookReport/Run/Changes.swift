import RunbookModel

/// What a run has changed on its targets so far.
struct Changes {
    /// The changes on one target.
    struct OnTarget {
        /// The target's name; nil for what needs none.
        let target: String?
        /// The requests that were answered with success, in order.
        var done: [String] = []
        /// The requests to which no response came.
        var perhaps: [String] = []
    }

    /// The targets in the order they were first changed.
    private(set) var targets: [OnTarget] = []

    init(_ run: ReportedRun) {
        for step in run.fixture + run.steps {
            for exchange in step.record.exchanges where exchange.action.effect != .read && !exchange.isRefused {
                guard let response = exchange.response else {
                    self[exchange.action.target].perhaps.append(exchange.action.title)
                    continue
                }
                if response.status ?? 0 < 400 { self[exchange.action.target].done.append(exchange.action.title) }
            }
        }
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
