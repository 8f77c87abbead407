package import OrderedJSON
package import RunbookModel

/// Somebody could not be told of an occasion; it changes nothing.
package struct NoticeFailed: RunWideEvent {
    /// The name in journals.
    package static let kind = "notice-failed"

    /// The occasion.
    package let occasion: Occasion
    /// Why, as a phrase.
    package let reason: String

    /// Makes the content.
    package init(occasion: Occasion, reason: String) {
        self.occasion = occasion
        self.reason = reason
    }

    /// Reads the content.
    package init?(_ data: JSON) {
        let fields = FieldReader(data)
        guard let occasion = fields.string("on").flatMap(Occasion.init) else { return nil }
        self.init(occasion: occasion, reason: fields.string("reason") ?? "")
    }

    /// What is written.
    package var members: JSONObject {
        var fields = FieldWriter()
        fields["on"] = occasion.rawValue
        fields["reason"] = reason
        return fields.object
    }

    /// Applies it, wherever the run is.
    package func apply(to state: inout RunState, at time: Timestamp) -> Bool {
        state.failedNotices.append(self)
        return true
    }
}

extension RunEvent {
    /// Somebody could not be told of an occasion.
    package static func noticeFailed(_ occasion: Occasion, reason: String) -> RunEvent {
        .run(NoticeFailed(occasion: occasion, reason: reason))
    }
}
