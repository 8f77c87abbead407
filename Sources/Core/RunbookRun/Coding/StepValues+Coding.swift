import OrderedJSON

extension StepValues {
    var json: JSON {
        var fields = FieldWriter()
        fields.set("captures", .object(captures))
        if !secrets.isEmpty { fields.set("secrets", .array(secrets.map { .string($0) })) }
        fields.set("result", result)
        return fields.json
    }

    init(fields: FieldReader) {
        self.init(
            captures: fields.value("captures")?.object ?? JSONObject(), secrets: fields.strings("secrets"),
            result: fields.value("result"))
    }
}
