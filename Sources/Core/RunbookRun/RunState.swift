import RunbookModel

/// What is known of a run: the fold of its events (semantics, "States").
package struct RunState: Sendable, Hashable {
    /// What the first event says; nil before it.
    package internal(set) var start: RunStart?
    /// Where the run is as far as its events tell; whether its owner lives only its lock can tell.
    package internal(set) var phase = RunPhase.running
    /// The signal that stopped it.
    package internal(set) var signal: Int?
    /// The steps' records by identity.
    package private(set) var steps: [String: StepRecord] = [:]
    /// When the first event was written.
    package private(set) var started: Timestamp?
    /// When the last event was written.
    package private(set) var updated: Timestamp?
    /// Who took the run on again, and when.
    package internal(set) var resumptions: [Resumption] = []
    /// What could not be told to people who do not watch.
    package internal(set) var failedNotices: [NoticeFailed] = []
    /// What is known of taking it back; nil when nobody began to.
    package internal(set) var undo: UndoRecord?
    /// The kinds of events that this version does not know.
    package private(set) var unknownKinds: Set<String> = []

    /// Makes the state before the first event.
    package init() {}

    /// The record of a step; that of a step not begun when there is none.
    package func step(_ id: String) -> StepRecord { steps[id] ?? StepRecord() }

    /// What is known of a step is known of it under its new identity.
    mutating func move(step: String, to identity: String) { steps[identity] = steps.removeValue(forKey: step) }

    /// What a step is, in the run or in what takes it back.
    package func outline(of step: String) -> OutlineStep? {
        if let outline = start?.outline.step(step) { return outline }
        guard let undo else { return nil }
        if step == UndoRecord.question { return undo.questionStep }
        return undo.entries.first { $0.outline.id == step }?.outline
    }

    /// The state after one more event.
    ///
    /// - Throws: `TransitionError` when the event does not follow from this state; it is our own error, or a journal
    ///   that was written by something else.
    package func applying(_ event: RunEvent, at time: Timestamp) throws(TransitionError) -> RunState {
        var state = self
        try state.apply(event, at: time)
        return state
    }

    /// Applies one more event in place; `applying` without the copy.
    package mutating func apply(_ event: RunEvent, at time: Timestamp) throws(TransitionError) {
        if started == nil { started = time }
        updated = time
        switch event {
        case .run(let change):
            guard change.apply(to: &self, at: time) else {
                throw TransitionError(step: nil, from: nil, event: event.kind)
            }
        case .step(let step, let change):
            let moment = StepMoment(time: time, isManual: outline(of: step)?.role == .manual)
            let from = steps[step]?.state ?? .pending
            // In place: a copy of the record would make each event cost as much as the step has requests.
            guard change.apply(to: &steps[step, default: StepRecord()], moment) else {
                throw TransitionError(step: step, from: from, event: event.kind)
            }
            if let phase = change.phase { self.phase = phase }
        case .unknown(let kind, _): unknownKinds.insert(kind)
        }
    }
}
