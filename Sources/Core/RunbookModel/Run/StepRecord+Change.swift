// The table of semantics, "States", row by row.
extension StepRecord {
    /// Applies an event of this step; false when it does not follow from where the step stands.
    mutating func change(with event: RunEvent, at time: Timestamp, isManual: Bool) -> Bool {
        switch (state, event) {
        case (.pending, .skipped(_, let reason, let detail)):
            skipped = (reason, detail)
            end(.skipped, at: time)
        case (.pending, .satisfied(_, let check, let values, let answer)),
            (.waiting, .satisfied(_, let check, let values, let answer)):
            satisfiedBy = check
            self.values = values
            lastAnswer = answer
            end(.satisfied, at: time)
        case (.pending, .asked(_, let question)), (.failed, .asked(_, let question)):
            self.question = question
            asked = time
            begin(at: time)
            state = .waiting
        case (.waiting, .answered(_, let answer, let digest, let by, let via)):
            answers.append((answer, by, via, time))
            take(answer, digest: digest, at: time, isManual: isManual)
        case (.pending, .attemptStarted(_, let attempt)), (.waiting, .attemptStarted(_, let attempt)):
            begin(at: time)
            begun = time
            attempts = attempt
            exchanges = []
            if let failure { earlierFailures.append(failure) }
            failure = nil
            state = .running
        case (.running, _): return changeRunning(with: event, at: time)
        case (.inDoubt, .settled(_, true, _)): end(.passed, at: time)
        case (.inDoubt, .settled(_, false, _)): state = .pending
        case (.failed, .reset), (.cancelled, .reset), (.passed, .reset), (.satisfied, .reset):
            state = .pending
            finished = nil
        case (.waiting, .asked(_, let question)):
            self.question = question
            asked = time
        case (.waiting, .passed(_, let values)):
            self.values = values
            end(.passed, at: time)
        default: return false
        }
        return true
    }

    private mutating func changeRunning(with event: RunEvent, at time: Timestamp) -> Bool {
        switch event {
        case .actionSent(_, let action):
            exchanges.removeAll { $0.isRefused && $0.action.target == action.target && $0.action.index == action.index }
            exchanges.append(Exchange(action: action, sent: time))
        case .actionAnswered(_, let target, let index, let answer):
            guard let position = exchangeIndex(target: target, index: index) else { return false }
            exchanges[position].answer = answer
        case .actionRefused(_, let target, let index, _):
            guard let position = exchangeIndex(target: target, index: index) else { return false }
            exchanges[position].isRefused = true
        case .polled(_, let tries, let unmet, let answer):
            self.tries = tries
            failure = unmet
            lastAnswer = answer ?? lastAnswer
        case .progress: break
        case .passed(_, let values):
            self.values = values
            failure = nil
            end(.passed, at: time)
        case .failed(_, let failure, let applied, let answer):
            self.failure = failure
            self.applied = applied
            lastAnswer = answer ?? lastAnswer
            end(.failed, at: time)
        case .lost(_, let reason, let isDoubtful):
            doubt = reason
            state = isDoubtful ? .inDoubt : .pending
        case .stopped: end(.cancelled, at: time)
        default: return false
        }
        return true
    }

    private func exchangeIndex(target: String?, index: Int) -> Int? {
        exchanges.lastIndex { $0.action.target == target && $0.action.index == index }
    }

    private mutating func take(_ answer: PersonAnswer, digest: String, at time: Timestamp, isManual: Bool) {
        switch answer {
        case .go where isManual: end(.passed, at: time)
        case .go:
            agreed = digest
            state = .pending
        case .skip(let reason):
            skipped = (.person, reason)
            end(.skipped, at: time)
        case .abort: state = .pending
        }
    }

    private mutating func begin(at time: Timestamp) {
        if started == nil { started = time }
    }

    private mutating func end(_ state: StepState, at time: Timestamp) {
        begin(at: time)
        self.state = state
        finished = time
    }
}
