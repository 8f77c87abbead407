import OrderedJSON
import RunbookModel

extension ResponseRecord {
    var json: JSON {
        var fields = FieldWriter()
        fields.set("status", status.map { .number(JSONNumber($0)) })
        fields["text"] = text
        fields.set("length", .number(JSONNumber(length)))
        fields["sha256"] = sha256
        fields.set("ms", .number(JSONNumber(took.inMilliseconds)))
        fields["applied"] = recordedApplied?.rawValue
        return fields.json
    }

    init?(_ fields: FieldReader) {
        guard let text = fields.string("text") else { return nil }
        self.init(
            status: fields.int("status"), text: text, length: fields.int("length") ?? text.utf8.count,
            sha256: fields.string("sha256") ?? "", took: fields.milliseconds("ms") ?? .zero,
            applied: fields.string("applied").flatMap(Applied.init))
    }
}

extension ActionRecord {
    var json: JSON {
        var fields = FieldWriter()
        fields["target"] = target
        fields.set("index", .number(JSONNumber(index)))
        fields["effect"] = effect.rawValue
        fields["title"] = title
        fields["content"] = content
        return fields.json
    }

    init?(_ fields: FieldReader) {
        guard let index = fields.int("index"), let effect = fields.string("effect").flatMap(Effect.init) else {
            return nil
        }
        self.init(
            target: fields.string("target"), index: index, effect: effect, title: fields.string("title") ?? "",
            content: fields.string("content") ?? "")
    }
}
