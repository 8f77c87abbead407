package import OrderedJSON

extension Plan {
    /// Everything that the hash covers (semantics, "Plans"); names are stable.
    package var json: JSON {
        var fields = FieldWriter()
        fields.set("format", .number(JSONNumber(Plan.formatVersion)))
        fields["tool"] = tool
        fields["title"] = title
        fields["document"] = document.sha256
        fields["fixture"] = fixture?.sha256
        fields.set("includes", includes.isEmpty ? nil : .array(includes.map { .string($0.sha256) }))
        fields.set("environment", environment.json)
        fields.set("targets", .array(targets.map(\.json)))
        fields.set("parameters", .array(parameters.map(\.planned)))
        fields.set("plugins", .array(plugins.map(\.json)))
        fields.set("probed", .bool(isProbed))
        fields.set("steps", .array(steps.map(\.json)))
        return fields.json
    }
}

extension Plan.Environment {
    fileprivate var json: JSON {
        var fields = FieldWriter()
        fields["name"] = heading.name
        fields["sha256"] = heading.sha256
        fields.set("sandbox", .bool(heading.isSandbox))
        fields.set("disposable", .bool(heading.isDisposable))
        fields.set("protected", .bool(isProtected))
        return fields.json
    }
}

extension Plan.Plugin {
    init?(_ fields: FieldReader) {
        guard let name = fields.string("name"), let manifest = fields.string("manifest") else { return nil }
        self.init(name: name, manifest: manifest, executable: fields.string("executable"))
    }

    var json: JSON {
        var fields = FieldWriter()
        fields["name"] = name
        fields["manifest"] = manifest
        fields["executable"] = executable
        return fields.json
    }
}

extension PlannedTarget {
    fileprivate var json: JSON {
        var fields = FieldWriter()
        fields["name"] = heading.name
        fields["kind"] = heading.kind
        fields["address"] = address
        fields["user"] = user
        if !credentials.isEmpty {
            fields.set("credentials", .object(JSONObject(credentials.map { ($0.name, .string($0.source)) })))
        }
        if !heading.isVerified { fields.set("verified", false) }
        return fields.json
    }
}

extension RunStart.Parameter {
    /// Of a secret its source, of anything else its value: where that came from does not change what is done.
    fileprivate var planned: JSON {
        var fields = FieldWriter()
        fields["name"] = name
        if isSecret {
            fields["secret"] = source
        } else {
            fields.set("value", value)
        }
        return fields.json
    }
}
