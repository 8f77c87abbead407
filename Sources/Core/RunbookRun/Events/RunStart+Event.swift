package import OrderedJSON

extension RunStart: RunWideEvent {
    /// The name in journals.
    package static let kind = "run-started"

    /// Reads the content.
    package init?(_ data: JSON) { self.init(fields: FieldReader(data)) }

    /// What is written.
    package var members: JSONObject { json.object ?? JSONObject() }

    /// Applies it where it follows.
    package func apply(to state: inout RunState, at time: Timestamp) -> Bool {
        guard state.start == nil else { return false }
        state.start = self
        return true
    }
}

extension RunEvent {
    /// The run began; always the first event.
    package static func started(_ start: RunStart) -> RunEvent { .run(start) }
}
