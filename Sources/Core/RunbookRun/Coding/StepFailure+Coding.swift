import OrderedJSON

extension StepFailure {
    var json: JSON {
        var fields = FieldWriter()
        fields["code"] = code
        fields["message"] = message
        fields["file"] = file
        fields.set("line", line.map { .number(JSONNumber($0)) })
        fields["target"] = target
        fields["request"] = request
        fields["command"] = command
        if !differences.isEmpty {
            fields.set(
                "differences",
                .array(
                    differences.map { difference in
                        var fields = FieldWriter()
                        fields["path"] = difference.path
                        fields["expected"] = difference.expected
                        fields["actual"] = difference.actual
                        fields.set("line", difference.line.map { .number(JSONNumber($0)) })
                        return fields.json
                    }))
        }
        return fields.json
    }

    init?(_ fields: FieldReader) {
        guard let code = fields.string("code"), let message = fields.string("message") else { return nil }
        self.init(
            code: code, message: message, file: fields.string("file"), line: fields.int("line"),
            target: fields.string("target"),
            request: fields.string("request"), command: fields.string("command"),
            differences: fields.objects("differences").map {
                Difference(
                    path: $0.string("path") ?? "", expected: $0.string("expected") ?? "",
                    actual: $0.string("actual") ?? "", line: $0.int("line"))
            })
    }
}
