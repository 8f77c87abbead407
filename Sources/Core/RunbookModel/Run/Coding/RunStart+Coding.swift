import OrderedJSON

extension RunStart {
    var json: JSON {
        var fields = FieldWriter()
        fields.set("format", .number(JSONNumber(RunEvent.formatVersion)))
        fields["tool"] = tool
        fields["user"] = user
        fields["host"] = host
        fields.set("document", document.json)
        fields.set("fixture", fixture?.json)
        fields.set("environment", environment.json)
        fields.set("targets", .array(targets.map(\.json)))
        fields.set("parameters", .array(parameters.map(\.json)))
        fields["plan"] = plan
        fields["title"] = outline.title
        fields.set("steps", .array(outline.steps.map(\.json)))
        return fields.json
    }

    /// Nil when it was written in a newer format, or is none.
    init?(fields: FieldReader) {
        guard fields.int("format") == RunEvent.formatVersion,
            let document = fields.object("document").flatMap(Document.init),
            let environment = fields.object("environment").flatMap(Environment.init)
        else { return nil }
        self.init(
            tool: fields.string("tool") ?? "", user: fields.string("user") ?? "", host: fields.string("host") ?? "",
            document: document, fixture: fields.object("fixture").flatMap(Document.init), environment: environment,
            targets: fields.objects("targets").compactMap(Target.init),
            parameters: fields.objects("parameters").compactMap(Parameter.init),
            outline: Outline(
                title: fields.string("title") ?? "", steps: fields.objects("steps").compactMap(OutlineStep.init)),
            plan: fields.string("plan"))
    }
}

extension RunStart.Document {
    var json: JSON {
        var fields = FieldWriter()
        fields["file"] = file
        fields["path"] = path
        fields["sha256"] = sha256
        fields["commit"] = commit
        fields.set("modified", isModified.map { .bool($0) })
        return fields.json
    }

    init?(_ fields: FieldReader) {
        guard let file = fields.string("file"), let path = fields.string("path"), let hash = fields.string("sha256")
        else { return nil }
        self.init(
            file: file, path: path, sha256: hash, commit: fields.string("commit"),
            isModified: fields.bool("modified"))
    }
}

extension RunStart.Environment {
    var json: JSON {
        var fields = FieldWriter()
        fields["name"] = name
        fields["path"] = path
        fields["sha256"] = sha256
        fields.set("sandbox", .bool(isSandbox))
        fields.set("disposable", .bool(isDisposable))
        return fields.json
    }

    init?(_ fields: FieldReader) {
        guard let name = fields.string("name") else { return nil }
        self.init(
            name: name, path: fields.string("path"), sha256: fields.string("sha256"),
            isSandbox: fields.bool("sandbox") ?? false, isDisposable: fields.bool("disposable") ?? false)
    }
}

extension RunStart.Target {
    var json: JSON {
        var fields = FieldWriter()
        fields["name"] = name
        fields["kind"] = kind
        fields["address"] = address
        fields["identity"] = identity
        fields["product"] = product
        fields.set("properties", .object(properties))
        if !isVerified { fields.set("verified", false) }
        return fields.json
    }

    init?(_ fields: FieldReader) {
        guard let name = fields.string("name"), let kind = fields.string("kind") else { return nil }
        self.init(
            name: name, kind: kind, address: fields.string("address") ?? "", identity: fields.string("identity"),
            product: fields.string("product"), properties: fields.value("properties")?.object ?? JSONObject(),
            isVerified: fields.bool("verified") ?? true)
    }
}

extension RunStart.Parameter {
    var json: JSON {
        var fields = FieldWriter()
        fields["name"] = name
        if !isSecret { fields.set("value", value) }
        fields.set("secret", .bool(isSecret))
        fields["source"] = source
        return fields.json
    }

    init?(_ fields: FieldReader) {
        guard let name = fields.string("name") else { return nil }
        self.init(
            name: name, value: fields.value("value"), isSecret: fields.bool("secret") ?? false,
            source: fields.string("source") ?? "")
    }
}
