package import OrderedJSON

/// A person continued the run instead of taking it back, of which nothing had been done.
package struct UndoLeft: RunWideEvent {
    /// The name in journals.
    package static let kind = "undo-left"

    /// Who.
    package let by: String

    /// Makes the content.
    package init(by: String) { self.by = by }

    /// Reads the content.
    package init?(_ data: JSON) {
        guard let by = FieldReader(data).string("by") else { return nil }
        self.init(by: by)
    }

    /// What is written.
    package var members: JSONObject {
        var fields = FieldWriter()
        fields["by"] = by
        return fields.object
    }

    /// Applies it where it follows.
    package func apply(to state: inout RunState, at time: Timestamp) -> Bool {
        guard state.undo != nil, !state.isBeingTakenBack else { return false }
        state.undo = nil
        return true
    }
}

extension RunEvent {
    /// A person continued the run instead of taking it back.
    package static func undoLeft(by user: String) -> RunEvent { .run(UndoLeft(by: user)) }
}
