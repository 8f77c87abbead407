import OrderedJSON

extension TargetKind {
    /// The kind as `plugin.json` holds it; its keys only where all have forms that external plugins can use.
    var json: JSON {
        var object = JSONObject([
            ("name", .string(name)), ("properties", .array(properties.map(JSON.string))),
            ("requirements", .array(requirements.map { .string($0.name) })),
        ])
        let written = keys.compactMap(\.json)
        if !written.isEmpty, written.count == keys.count { object.append("connection", .array(written)) }
        return .object(object)
    }
}

extension TargetKind.Key {
    /// Nil for a key that no `plugin.json` can hold.
    fileprivate var json: JSON? {
        guard let word = form.word else { return nil }
        return [
            "name": .string(name), "form": .string(word), "required": .bool(isRequired),
            "summary": .string(summary),
        ]
    }
}
