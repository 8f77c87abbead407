import OrderedJSON
import RunbookModel

extension RunStart {
    var json: JSON {
        var fields = FieldWriter()
        fields.set("format", .number(JSONNumber(RunEvent.formatVersion)))
        fields["tool"] = tool
        fields["user"] = user
        fields["host"] = host
        fields.set("document", document.json)
        fields.set("fixture", fixture?.json)
        let others = documents.dropFirst().filter { $0.role != .fixture }
        if !others.isEmpty { fields.set("documents", .array(others.map(\.json))) }
        fields.set("environment", environment.json)
        fields.set("targets", .array(targets.map(\.json)))
        fields.set("parameters", .array(parameters.map(\.json)))
        fields["plan"] = plan
        fields.set("plugins", plugins.map { .array($0.map(\.json)) })
        fields["ticket"] = ticket
        if invocation != RunInvocation() { fields.set("invocation", invocation.json) }
        fields["title"] = outline.title
        fields.set("steps", .array(outline.steps.map { $0.json(unlessIn: implied(of: $0.id)) }))
        return fields.json
    }

    /// The document of a step that does not say it: journals before 0.2 had at most one beside the runbook, and told
    /// its steps by their identities.
    private func implied(of step: String) -> Int { RunStart.implied(of: step, isPrepared: fixture != nil) }

    private var fixture: Document? { documents.first { $0.role == .fixture } }

    private static func implied(of step: String, isPrepared: Bool) -> Int {
        isPrepared && step.hasPrefix("fixture/") ? 1 : 0
    }

    /// Nil when it was written in a newer format, or is not a start.
    init?(fields: FieldReader) {
        guard fields.int("format") == RunEvent.formatVersion,
            let document = fields.object("document").flatMap({ Document($0) }),
            let environment = fields.object("environment").flatMap(Environment.init)
        else { return nil }
        let fixture = fields.object("fixture").flatMap { Document($0, role: .fixture) }
        self.init(
            tool: fields.string("tool") ?? "", user: fields.string("user") ?? "", host: fields.string("host") ?? "",
            document: document,
            others: (fixture.map { [$0] } ?? []) + fields.objects("documents").compactMap { Document($0) },
            environment: environment,
            targets: fields.objects("targets").compactMap(Target.init),
            parameters: fields.objects("parameters").compactMap(Parameter.init),
            outline: Outline(
                title: fields.string("title") ?? "",
                steps: fields.objects("steps").compactMap {
                    OutlineStep($0, impliedDocument: { RunStart.implied(of: $0, isPrepared: fixture != nil) })
                }),
            plan: fields.string("plan"),
            plugins: fields.value("plugins").map { _ in fields.objects("plugins").compactMap(Plan.Plugin.init) },
            ticket: fields.string("ticket"))
        invocation = RunInvocation(fields.fields("invocation"))
    }
}

extension RunInvocation {
    var json: JSON {
        var fields = FieldWriter()
        if !only.isEmpty { fields.set("only", .array(only.map(JSON.string))) }
        fields["from"] = from
        if !clusters.isEmpty { fields.set("clusters", .array(clusters.map(JSON.string))) }
        fields["report"] = report
        if !plugins.isEmpty { fields.set("plugins", .array(plugins.map(JSON.string))) }
        return fields.json
    }

    init(_ fields: FieldReader) {
        only = fields.strings("only")
        from = fields.string("from")
        clusters = fields.strings("clusters")
        report = fields.string("report")
        plugins = fields.strings("plugins")
    }
}

extension RunStart.Document {
    var json: JSON {
        var fields = FieldWriter()
        fields["file"] = heading.file
        fields["path"] = path
        fields["sha256"] = heading.sha256
        fields["commit"] = commit
        fields.set("modified", isModified.map { .bool($0) })
        if let inclusion {
            fields.set("included_by", .number(JSONNumber(inclusion.document)))
            fields["link"] = inclusion.name
        }
        return fields.json
    }

    init?(_ fields: FieldReader, role: Role = .runbook) {
        guard let file = fields.string("file"), let path = fields.string("path"), let hash = fields.string("sha256")
        else { return nil }
        let inclusion = fields.int("included_by").map { Inclusion(document: $0, name: fields.string("link") ?? "") }
        self.init(
            file: file, path: path, sha256: hash, commit: fields.string("commit"),
            isModified: fields.bool("modified"), role: inclusion == nil ? role : .include, inclusion: inclusion)
    }
}

extension RunStart.Environment {
    var json: JSON {
        var fields = FieldWriter()
        fields["name"] = heading.name
        fields["path"] = path
        fields["sha256"] = heading.sha256
        fields.set("sandbox", .bool(heading.isSandbox))
        fields.set("disposable", .bool(heading.isDisposable))
        fields.set("found", isFound.map { .bool($0) })
        if startsSandbox { fields.set("starts_sandbox", true) }
        fields["profiles"] = profiles
        return fields.json
    }

    init?(_ fields: FieldReader) {
        guard let name = fields.string("name") else { return nil }
        self.init(
            EnvironmentHeading(
                name: name, sha256: fields.string("sha256"), isSandbox: fields.bool("sandbox") ?? false,
                isDisposable: fields.bool("disposable") ?? false),
            path: fields.string("path"), isFound: fields.bool("found"),
            startsSandbox: fields.bool("starts_sandbox") ?? false, profiles: fields.string("profiles"))
    }
}

extension RunStart.Target {
    var json: JSON {
        var fields = FieldWriter()
        fields["name"] = heading.name
        fields["kind"] = heading.kind
        fields["address"] = address
        fields["identity"] = identity
        fields["product"] = product
        fields.set("properties", .object(properties))
        if !heading.isVerified { fields.set("verified", false) }
        return fields.json
    }

    init?(_ fields: FieldReader) {
        guard let name = fields.string("name"), let kind = fields.string("kind") else { return nil }
        self.init(
            TargetHeading(name: name, kind: kind, isVerified: fields.bool("verified") ?? true),
            address: fields.string("address") ?? "", identity: fields.string("identity"),
            product: fields.string("product"), properties: fields.value("properties")?.object ?? JSONObject())
    }
}

extension RunStart.Parameter {
    var json: JSON {
        var fields = FieldWriter()
        fields["name"] = name
        if !isSecret { fields.set("value", value) }
        fields.set("secret", .bool(isSecret))
        fields["source"] = source
        fields["proof"] = proof
        return fields.json
    }

    init?(_ fields: FieldReader) {
        guard let name = fields.string("name") else { return nil }
        self.init(
            name: name, value: fields.value("value"), isSecret: fields.bool("secret") ?? false,
            source: fields.string("source") ?? "", proof: fields.string("proof"))
    }
}
