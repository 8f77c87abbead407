public import OrderedJSON

extension RunStart: RunWideEvent {
    /// The name in journals.
    public static let kind = "run-started"

    /// Reads the content.
    public init?(_ data: JSON) { self.init(fields: FieldReader(data)) }

    /// What is written.
    public var members: JSONObject { json.object ?? JSONObject() }

    /// Applies it where it follows.
    public func apply(to state: inout RunState, at time: Timestamp) -> Bool {
        guard state.start == nil else { return false }
        state.start = self
        return true
    }
}

extension RunEvent {
    /// The run began; always the first event.
    public static func started(_ start: RunStart) -> RunEvent { .run(start) }
}
