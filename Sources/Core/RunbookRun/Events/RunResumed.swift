package import OrderedJSON

/// A process took the run on again.
package struct RunResumed: RunWideEvent {
    /// The name in journals.
    package static let kind = "run-resumed"

    /// Who.
    package let user: String
    /// On which machine.
    package let host: String

    /// Makes the content.
    package init(user: String, host: String) {
        self.user = user
        self.host = host
    }

    /// Reads the content.
    package init?(_ data: JSON) {
        let fields = FieldReader(data)
        guard let user = fields.string("user"), let host = fields.string("host") else { return nil }
        self.init(user: user, host: host)
    }

    /// What is written.
    package var members: JSONObject {
        var fields = FieldWriter()
        fields["user"] = user
        fields["host"] = host
        return fields.object
    }

    /// Applies it where it follows.
    package func apply(to state: inout RunState, at time: Timestamp) -> Bool {
        state.phase = .running
        state.signal = nil
        state.resumptions.append(Resumption(user: user, at: time))
        return true
    }
}

extension RunEvent {
    /// A process took the run on again.
    package static func resumed(user: String, host: String) -> RunEvent { .run(RunResumed(user: user, host: host)) }
}
