package import OrderedJSON

/// The process closed the run.
package struct RunFinished: RunWideEvent {
    /// The name in journals.
    package static let kind = "run-finished"

    /// Where the run is.
    package let phase: RunPhase
    /// The number of the signal that stopped it.
    package let signal: Int?

    /// Makes the content.
    package init(phase: RunPhase, signal: Int?) {
        self.phase = phase
        self.signal = signal
    }

    /// Reads the content.
    package init?(_ data: JSON) {
        let fields = FieldReader(data)
        guard let phase = fields.string("state").flatMap(RunPhase.init) else { return nil }
        self.init(phase: phase, signal: fields.int("signal"))
    }

    /// What is written.
    package var members: JSONObject {
        var fields = FieldWriter()
        fields["state"] = phase.rawValue
        fields.set("signal", signal.map { .number(JSONNumber($0)) })
        return fields.object
    }

    /// Applies it where it follows.
    package func apply(to state: inout RunState, at time: Timestamp) -> Bool {
        state.phase = phase
        state.signal = signal
        return true
    }
}

extension RunEvent {
    /// The process closed the run in this phase; the signal's number where one did.
    package static func finished(phase: RunPhase, signal: Int?) -> RunEvent {
        .run(RunFinished(phase: phase, signal: signal))
    }
}
