internal import OrderedJSON
internal import RunbookModel
internal import RunbookPlugin

extension ManifestReader {
    mutating func language(_ json: JSON, at place: String) -> Manifest.Language {
        let object = object(json, at: place, ["name", "target_kind", "must_be_request", "body"])
        let body = choice(text(object, "body", at: place), Manifest.Language.Body.self, at: place + ".body")
        return Manifest.Language(
            text(object, "name", at: place), targetKind: text(object, "target_kind", at: place),
            mustBeRequest: flag(object, "must_be_request", at: place), body: body ?? .text)
    }

    mutating func targetKind(_ json: JSON, at place: String) -> TargetKind {
        let object = object(json, at: place, ["name", "properties", "requirements", "connection"])
        return TargetKind(
            name: text(object, "name", at: place),
            keys: list(object, "connection", at: place).map { connection($0, at: $1) },
            properties: texts(object, "properties", at: place),
            requirements: texts(object, "requirements", at: place).map { TargetKind.Requirement($0) })
    }

    private mutating func connection(_ json: JSON, at place: String) -> TargetKind.Key {
        let object = object(json, at: place, ["name", "form", "required", "summary"])
        return TargetKind.Key(
            name: text(object, "name", at: place), form: form(text(object, "form", at: place), at: place + ".form"),
            isRequired: flag(object, "required", at: place), summary: text(object, "summary", at: place))
    }

    private mutating func form(_ word: String, at place: String) -> TargetKind.Form {
        let known = TargetKind.Form.wire
        if let known = known.first(where: { $0.word == word }) { return known.form }
        report("`\(place)`: \(Suggestion.help(for: word, among: known.map(\.word), noun: "word"))")
        return .text
    }

    mutating func key(_ json: JSON, at place: String) -> Manifest.Key {
        let words = ["type", "enum", "minimum", "maximum", "minLength", "maxLength", "pattern", "format"]
        let object = object(json, at: place, ["name", "summary", "required", "default"] + words)
        return Manifest.Key(
            name: text(object, "name", at: place), summary: text(object, "summary", at: place),
            schema: schema(object, at: place), isRequired: flag(object, "required", at: place),
            defaultValue: object["default"])
    }

    private mutating func schema(_ object: JSONObject, at place: String) -> ParameterSchema {
        var schema = ParameterSchema()
        if object["type"] != nil {
            schema.kind = choice(text(object, "type", at: place), ParameterSchema.Kind.self, at: place + ".type")
        }
        if object["enum"] != nil { schema.choices = list(object, "enum", at: place).map(\.0) }
        schema.minimum = object["minimum"]?.number
        schema.maximum = object["maximum"]?.number
        if object["minLength"] != nil { schema.minimumLength = number(object, "minLength", at: place) }
        if object["maxLength"] != nil { schema.maximumLength = number(object, "maxLength", at: place) }
        if object["pattern"] != nil {
            let pattern = text(object, "pattern", at: place)
            if let problem = ParameterSchema.problem(withPattern: pattern) {
                report("`\(place).pattern` is not a regular expression: \(problem)")
            }
            schema.pattern = pattern
        }
        if object["format"] != nil {
            let format = choice(text(object, "format", at: place), ParameterFormat.self, at: place + ".format")
            schema.format = format?.rawValue
        }
        return schema
    }

    mutating func effects(_ json: JSON) -> Manifest.Effects {
        let object = object(json, at: "effects", ["run", "verify", "destroy_words"])
        let run = choice(text(object, "run", at: "effects"), Effect.self, at: "effects.run")
        let verify = choice(text(object, "verify", at: "effects"), Effect.self, at: "effects.verify")
        return Manifest.Effects(
            run: run ?? .write, verify: verify ?? .read,
            destroyWords: texts(object, "destroy_words", at: "effects"))
    }

    mutating func example(_ json: JSON, at place: String) -> Manifest.Example {
        let object = object(json, at: place, ["language", "verify", "keys", "content", "actions"])
        let keys = (object["keys"]?.object ?? JSONObject()).compactMap { member in
            member.value.string.map { Manifest.Example.Setting(name: member.name, value: $0) }
        }
        let actions = list(object, "actions", at: place).map { json, place -> (title: String, effect: Effect) in
            let action = self.object(json, at: place, ["title", "effect"])
            let effect = choice(text(action, "effect", at: place), Effect.self, at: place + ".effect")
            return (text(action, "title", at: place), effect ?? .read)
        }
        return Manifest.Example(
            language: text(object, "language", at: place), content: text(object, "content", at: place), keys: keys,
            isVerify: flag(object, "verify", at: place), actions: actions)
    }
}
