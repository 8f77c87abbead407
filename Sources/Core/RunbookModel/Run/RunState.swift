/// What is known of a run: the fold of its events (semantics, "States").
public struct RunState: Sendable, Hashable {
    /// What the first event says; nil before it.
    public private(set) var start: RunStart?
    /// Where the run stands as far as its events tell; whether its owner lives only its lock can tell.
    public private(set) var phase = RunPhase.running
    /// The signal that stopped it.
    public private(set) var signal: Int?
    /// The steps' records by identity.
    public private(set) var steps: [String: StepRecord] = [:]
    /// When the first event was written.
    public private(set) var started: Timestamp?
    /// When the last event was written.
    public private(set) var updated: Timestamp?
    /// Who took the run on again, and when.
    public private(set) var resumptions: [(user: String, at: Timestamp)] = []
    /// The kinds of events that this version does not know.
    public private(set) var unknownKinds: Set<String> = []

    /// Makes the state before the first event.
    public init() {}

    /// The record of a step; that of a step not begun when there is none.
    public func step(_ id: String) -> StepRecord { steps[id] ?? StepRecord() }

    /// The state after one more event.
    ///
    /// - Throws: `TransitionError` when the event does not follow from this state; it is our own error, or a journal
    ///   that was written by something else.
    public func applying(_ event: RunEvent, at time: Timestamp) throws(TransitionError) -> RunState {
        var state = self
        try state.apply(event, at: time)
        return state
    }

    /// Applies one more event in place; `applying` without the copy.
    public mutating func apply(_ event: RunEvent, at time: Timestamp) throws(TransitionError) {
        if started == nil { started = time }
        updated = time
        switch event {
        case .started(let start):
            guard self.start == nil else { throw TransitionError(step: nil, from: nil, event: event.kind) }
            self.start = start
        case .resumed(let user, _):
            phase = .running
            signal = nil
            resumptions.append((user, time))
        case .finished(let phase, let signal):
            self.phase = phase
            self.signal = signal
        case .answered(let step, .abort, _, _, _):
            try change(step, with: event, at: time)
            phase = .aborted
        case .unknown(let kind, _): unknownKinds.insert(kind)
        case .answerVoid: break
        default:
            guard let step = event.step else { return }
            try change(step, with: event, at: time)
        }
    }

    private mutating func change(_ step: String, with event: RunEvent, at time: Timestamp) throws(TransitionError) {
        let isManual = start?.outline.role(of: step) == .manual
        let from = steps[step]?.state ?? .pending
        // In place: a copy of the record would make each event cost as much as the step has requests.
        guard steps[step, default: StepRecord()].change(with: event, at: time, isManual: isManual) else {
            throw TransitionError(step: step, from: from, event: event.kind)
        }
    }

    /// Compares all that is known.
    public static func == (left: RunState, right: RunState) -> Bool {
        left.start == right.start && left.phase == right.phase && left.signal == right.signal
            && left.steps == right.steps && left.started == right.started && left.updated == right.updated
            && left.resumptions.count == right.resumptions.count && left.unknownKinds == right.unknownKinds
    }

    /// Feeds where it stands.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(phase)
        hasher.combine(steps)
    }
}
