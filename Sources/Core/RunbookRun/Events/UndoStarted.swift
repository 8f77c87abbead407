package import OrderedJSON

/// A person began to take the run back; what is done, and what cannot be.
package struct UndoStarted: RunWideEvent {
    /// The name in journals.
    package static let kind = "undo-started"

    /// Who.
    package let user: String
    /// On which machine.
    package let host: String
    /// What is done, in order.
    package let entries: [UndoRecord.Entry]
    /// What is not taken back.
    package let left: [UndoRecord.Left]

    /// Makes the content.
    package init(user: String, host: String, entries: [UndoRecord.Entry], left: [UndoRecord.Left]) {
        self.user = user
        self.host = host
        self.entries = entries
        self.left = left
    }

    /// Reads the content.
    package init?(_ data: JSON) {
        let fields = FieldReader(data)
        guard let user = fields.string("user"), let host = fields.string("host") else { return nil }
        self.init(
            user: user, host: host,
            entries: fields.objects("steps").compactMap { entry in
                guard let undone = entry.string("step"), let outline = OutlineStep(entry, impliedDocument: { _ in 0 })
                else { return nil }
                return UndoRecord.Entry(undone: undone, outline: outline)
            },
            left: fields.objects("left").compactMap { left in
                left.string("step").map { UndoRecord.Left(step: $0, reason: left.string("reason") ?? "") }
            })
    }

    /// What is written.
    package var members: JSONObject {
        var fields = FieldWriter()
        fields["user"] = user
        fields["host"] = host
        fields.set(
            "steps",
            .array(
                entries.map { entry in
                    var members = entry.outline.json(unlessIn: 0).object ?? JSONObject()
                    members.append("step", .string(entry.undone))
                    return .object(members)
                }))
        fields.set("left", .array(left.map { ["step": .string($0.step), "reason": .string($0.reason)] }))
        return fields.object
    }

    /// Applies it where it follows.
    package func apply(to state: inout RunState, at time: Timestamp) -> Bool {
        guard state.start != nil, state.undo == nil else { return false }
        state.undo = UndoRecord(user: user, entries: entries, left: left, before: state.phase)
        state.phase = .running
        state.signal = nil
        return true
    }
}

extension RunEvent {
    /// A person began to take the run back.
    package static func undoStarted(
        user: String, host: String, entries: [UndoRecord.Entry], left: [UndoRecord.Left]
    ) -> RunEvent {
        .run(UndoStarted(user: user, host: host, entries: entries, left: left))
    }
}
