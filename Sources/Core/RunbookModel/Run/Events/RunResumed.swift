public import OrderedJSON

/// A process took the run on again.
public struct RunResumed: RunWideEvent {
    /// The name in journals.
    public static let kind = "run-resumed"

    /// Who.
    public let user: String
    /// On which machine.
    public let host: String

    /// Makes the content.
    public init(user: String, host: String) {
        self.user = user
        self.host = host
    }

    /// Reads the content.
    public init?(_ data: JSON) {
        let fields = FieldReader(data)
        guard let user = fields.string("user"), let host = fields.string("host") else { return nil }
        self.init(user: user, host: host)
    }

    /// What is written.
    public var members: JSONObject {
        var fields = FieldWriter()
        fields["user"] = user
        fields["host"] = host
        return fields.object
    }

    /// Applies it where it follows.
    public func apply(to state: inout RunState, at time: Timestamp) -> Bool {
        state.phase = .running
        state.signal = nil
        state.resumptions.append(Resumption(user: user, at: time))
        return true
    }
}

extension RunEvent {
    /// A process took the run on again.
    public static func resumed(user: String, host: String) -> RunEvent { .run(RunResumed(user: user, host: host)) }
}
