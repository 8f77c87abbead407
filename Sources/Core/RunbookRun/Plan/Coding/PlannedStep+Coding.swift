import OrderedJSON
import RunbookModel

extension PlannedStep {
    var json: JSON {
        var fields = FieldWriter()
        heading.write(into: &fields)
        switch fate {
        case .taken: break
        case .skipped(let reason, let detail):
            fields.set("skipped", ["reason": .string(reason.rawValue), "detail": .string(detail)])
        case .undecided(let conditions): fields.set("undecided", .array(conditions.map(JSON.string)))
        }
        fields.set("requests", requests.isEmpty ? nil : .array(requests.map(\.json)))
        if !expectations.isEmpty {
            fields.set("expects", .array(expectations.map { [$0.kind.rawValue: .string($0.text)] }))
        }
        fields.set("gives", gives.isEmpty ? nil : .array(gives.map(JSON.string)))
        fields.set("asks", gate?.json)
        fields["unless"] = unless
        if repeats { fields.set("again", true) }
        if isUndoable { fields.set("undo", true) }
        fields.set("ceiling", limits.ceiling.map(milliseconds))
        fields.set("every", limits.every.map(milliseconds))
        fields.set("for", limits.holdsFor.map(milliseconds))
        // The words of a result change with the world; what it comes to is what was reviewed.
        fields["answer"] = probe?.state.rawValue
        return fields.json
    }

    private func milliseconds(_ duration: Duration) -> JSON { .number(JSONNumber(duration.inMilliseconds)) }
}

extension PlannedStep.Request {
    fileprivate var json: JSON {
        [
            "effect": .string(effect.rawValue), "title": .string(title),
            "fields": .object(JSONObject(fields.map { ($0.name, .string($0.value)) })),
        ]
    }
}

extension PlannedStep.Gate {
    fileprivate var json: JSON {
        var fields = FieldWriter()
        fields.set("kinds", .array(kinds.map { .string($0.rawValue) }))
        fields["text"] = text
        fields["typed"] = typed
        return fields.json
    }
}
