// The table of semantics, "States", row by row.
extension StepRecord {
    /// Applies an event of this step; false when it does not follow from where the step stands.
    mutating func change(with event: RunEvent, at time: Timestamp, isManual: Bool) -> Bool {
        switch state {
        case .pending, .waiting: return begin(with: event, at: time, isManual: isManual)
        case .running: return changeRunning(with: event, at: time)
        case .inDoubt, .failed, .cancelled, .passed, .satisfied, .skipped: return changeEnded(with: event, at: time)
        }
    }

    /// A waiting step may come to whatever a pending one may, for `resume` looks at it anew, and its check may come true
    /// while a person works.
    private mutating func begin(with event: RunEvent, at time: Timestamp, isManual: Bool) -> Bool {
        switch event {
        case .skipped(_, let reason, let detail):
            skipped = (reason, detail)
            end(.skipped, at: time)
        case .satisfied(_, let check, let values, let response):
            satisfiedBy = check
            self.values = values
            lastResponse = response
            end(.satisfied, at: time)
        case .asked(_, let question): ask(question, at: time)
        case .answered(_, let answer, let digest, let by, let via):
            guard state == .waiting, digest == question?.digest else { return false }
            answers.append((answer, by, via, time))
            take(answer, digest: digest, at: time, isManual: isManual)
        case .attemptStarted(_, let attempt): beginAttempt(attempt, at: time)
        case .passed(_, let values):
            guard state == .waiting, isManual else { return false }
            self.values = values
            end(.passed, at: time)
        default: return false
        }
        return true
    }

    private mutating func changeEnded(with event: RunEvent, at time: Timestamp) -> Bool {
        switch (state, event) {
        case (.inDoubt, .settled(_, let applied, _, let place?)): return settle(place, applied: applied)
        case (.inDoubt, .settled(_, let applied, _, nil)): settleAll(applied: applied, at: time)
        case (.failed, .reset) where applied == .no: setBack()
        case (.failed, .asked(_, let question)) where applied != .no: ask(question, at: time)
        case (.cancelled, .reset): setBack()
        case (.passed, .reset), (.satisfied, .reset): setBackAnew()
        case (.passed, .asked(_, let question)), (.satisfied, .asked(_, let question)): ask(question, at: time)
        default: return false
        }
        return true
    }

    /// Begins an attempt: behind what acted and was answered before the last one was cut short, else anew.
    private mutating func beginAttempt(_ attempt: Int, at time: Timestamp) {
        begin(at: time)
        attemptStarted = time
        attempts = attempt
        let goesOn = goesOn
        if !goesOn { earlierChanges += exchanges.filter { $0.applied != .no } }
        exchanges = goesOn ? exchanges.filter(\.isDone) : []
        if let failure { earlierFailures.append(failure) }
        failure = nil
        applied = nil
        state = .running
    }

    private mutating func changeRunning(with event: RunEvent, at time: Timestamp) -> Bool {
        switch event {
        case .actionSent(_, let action):
            if let last = exchanges.last, last.isRefused, last.action.target == action.target,
                last.action.index == action.index
            {
                exchanges.removeLast()
            }
            exchanges.append(Exchange(action: action, sent: time))
        case .actionResponded(_, let target, let index, let response):
            guard let position = exchangeIndex(target: target, index: index) else { return false }
            exchanges[position].response = response
        case .actionRefused(_, let target, let index, _):
            guard let position = exchangeIndex(target: target, index: index) else { return false }
            exchanges[position].isRefused = true
        case .polled(_, let tries, let unmet, let response):
            self.tries = tries
            failure = unmet
            lastResponse = response ?? lastResponse
        case .progress: break
        case .passed(_, let values):
            self.values = values
            failure = nil
            end(.passed, at: time)
        case .asked(_, let question):
            if !unanswered.isEmpty { return false }
            ask(question, at: time)
        case .failed(_, let failure, let applied, let response):
            self.failure = failure
            self.applied = applied
            lastResponse = response ?? lastResponse
            end(.failed, at: time)
        case .outcomeUnknown(_, let reason, let isDoubtful):
            doubt = reason
            state = isDoubtful || !unanswered.isEmpty ? .inDoubt : .pending
        case .stopped:
            if !unanswered.isEmpty { return false }
            end(.cancelled, at: time)
        default: return false
        }
        return true
    }

    private func exchangeIndex(target: String?, index: Int) -> Int? {
        exchanges.lastIndex { $0.action.target == target && $0.action.index == index }
    }

    /// Settles a doubt as journals before 0.2 did: what was done ended the step.
    private mutating func settleAll(applied: Bool, at time: Timestamp) {
        for index in exchanges.indices where exchanges[index].isUnanswered { exchanges[index].settled = applied }
        if applied { end(.passed, at: time) } else { setBack() }
    }

    /// Settles what became of one request; the step goes on when no other is in doubt.
    private mutating func settle(_ place: ActionPlace, applied: Bool) -> Bool {
        guard let index = exchanges.lastIndex(where: { $0.action.place == place && $0.isUnanswered }) else {
            return false
        }
        exchanges[index].settled = applied
        if unanswered.isEmpty { setBack() }
        return true
    }

    private mutating func take(_ answer: PersonAnswer, digest: String, at time: Timestamp, isManual: Bool) {
        switch answer {
        case .go where isManual || question?.kinds.contains(.accept) == true: end(.passed, at: time)
        case .go where question?.kinds.contains(.repeat) == true: setBackAnew()
        case .go:
            agreed = digest
            state = .pending
        case .skip(let reason):
            skipped = (.person, reason)
            end(.skipped, at: time)
        case .abort where question?.kinds.contains(.repeat) == true: state = .passed
        case .abort: state = applied == nil ? .pending : .failed
        // They settle a doubt; to a question they are no answer.
        case .applied, .notApplied: break
        }
    }

    private mutating func ask(_ question: Question, at time: Timestamp) {
        self.question = question
        asked = time
        begin(at: time)
        state = .waiting
    }

    /// Sets the step back so that all of it is done once more.
    private mutating func setBackAnew() {
        earlierChanges += exchanges.filter { $0.applied != .no }
        exchanges = []
        values = StepValues()
        agreed = nil
        setBack()
    }

    private mutating func setBack() {
        state = .pending
        applied = nil
        finished = nil
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
