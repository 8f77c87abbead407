import OrderedJSON
import RunbookModel

extension Question {
    var json: JSON {
        var fields = FieldWriter()
        fields.set("kinds", .array(kinds.map { .string($0.rawValue) }))
        fields["text"] = text
        fields.set("actions", .array(actions.map { .string($0) }))
        fields["typed"] = typed
        fields["digest"] = digest
        fields.set("expires_ms", expires.map { .number(JSONNumber($0.inMilliseconds)) })
        fields["parameter"] = parameter
        fields["offer"] = offer
        if !choices.isEmpty { fields.set("choices", .array(choices.map { .string($0) })) }
        if !evidence.isEmpty { fields.set("evidence", .array(evidence.map(\.json))) }
        fields.set("undoable", isUndoable.map { .bool($0) })
        return fields.json
    }

    init?(_ fields: FieldReader) {
        guard let text = fields.string("text"), let digest = fields.string("digest") else { return nil }
        self.init(
            kinds: fields.strings("kinds").compactMap(Kind.init), text: text, actions: fields.strings("actions"),
            typed: fields.string("typed"), digest: digest, expires: fields.milliseconds("expires_ms"))
        parameter = fields.string("parameter")
        offer = fields.string("offer")
        choices = fields.strings("choices")
        evidence = fields.objects("evidence").compactMap(Evidence.init)
        isUndoable = fields.bool("undoable")
    }
}

extension Evidence {
    /// The evidence as journals have it.
    var json: JSON {
        var fields = FieldWriter()
        fields["check"] = check
        fields.set("passed", .bool(passed))
        fields.set("at", .number(JSONNumber(at.milliseconds)))
        if !reason.isEmpty { fields["reason"] = reason }
        return fields.json
    }

    init?(_ fields: FieldReader) {
        guard let check = fields.string("check"), let passed = fields.bool("passed"), let at = fields.int("at")
        else { return nil }
        self.init(check: check, passed: passed, at: Timestamp(milliseconds: at), reason: fields.string("reason") ?? "")
    }
}

extension PersonAnswer {
    /// Makes an answer of its stable name.
    ///
    /// - Parameter reason: Why, for `skip`.
    package init?(name: String, reason: String) {
        switch name {
        case "go": self = .go
        case "skip": self = .skip(reason: reason)
        case "abort": self = .abort
        case "applied": self = .applied
        case "not-applied": self = .notApplied
        case "accept": self = .accept
        case "again": self = .again
        case "set": self = .set(reason)
        default: return nil
        }
    }
}
