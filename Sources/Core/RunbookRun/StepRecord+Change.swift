import RunbookModel

// The moves that events make; which of them follows from where is said by each event (semantics, "States").
extension StepRecord {
    /// Whether the step has not begun, or waits for a person.
    ///
    /// A waiting step may come to whatever a pending one may, for `resume` looks at it again, and its check may pass
    /// while a person works.
    package var isOpen: Bool { state == .pending || state == .waiting }

    /// What it is again when it was asked about after it was done: of one that sent nothing its check passed.
    var stateWhenDone: StepState { satisfiedBy != nil && exchanges.isEmpty ? .satisfied : .passed }

    /// Remembers when it was first begun.
    mutating func start(at time: Timestamp) {
        if started == nil { started = time }
    }

    /// Comes to an end.
    mutating func end(_ state: StepState, at time: Timestamp) {
        start(at: time)
        self.state = state
        finished = time
    }

    /// Sets the step back; its attempt continues where it stopped.
    mutating func setBack() {
        state = .pending
        applied = nil
        finished = nil
    }

    /// Sets the step back so that all of it is done again.
    mutating func setBackAnew() {
        forgetExchanges()
        values = StepValues()
        setBack()
    }

    /// Begins the requests again; what they changed is not forgotten.
    mutating func forgetExchanges() {
        earlierChanges += exchanges.filter { $0.applied != .no }
        exchanges = []
    }

    /// Where the last request of a place is among the exchanges.
    func position(of place: ActionPlace) -> Int? { exchanges.lastIndex { $0.action.place == place } }
}
