internal import OrderedJSON

/// `_index_template`.
enum ComposableTemplateOperations {
    private static let members: Set<String> = [
        "index_patterns", "template", "composed_of", "priority", "version", "_meta", "data_stream",
    ]

    static func put(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let name = call.arguments["name"] ?? ""
        let template = try read(call)
        if try call.query.bool("create"), state.templates.composable[name] != nil {
            throw .illegalArgument("index template [\(name)] already exists")
        }
        try check(name, template, call, state)
        if template.kept.contains(where: { $0.0 == "data_stream" }) {
            call.unemulated.add("data streams")
            throw .illegalArgument(
                "composable template [\(name)] template after composition is invalid",
                cause: ElasticError("x_content_parse_exception", "[index_template] unknown field [data_stream]"))
        }
        state.templates.composable[name] = template
        return .acknowledged
    }

    private static func read(_ call: Call) throws(ElasticError) -> ComposableTemplate {
        if call.body.isEmpty { throw .bodyRequired }
        let body = try call.json()
        if let unknown = body.object?.names.first(where: { !members.contains($0) }) {
            let place = SourceMap(call.body).name(unknown)
            throw .xContent("[index_template] \(call.profile.unknownField(unknown))", at: place)
        }
        guard let patterns = body["index_patterns"] else { throw .illegalArgument("Required [index_patterns]") }
        var template = ComposableTemplate()
        template.patterns = patterns.string.map { [$0] } ?? patterns.array?.compactMap(\.string) ?? []
        template.priority = body["priority"]?.int
        template.version = body["version"]?.int
        template.namedComponents = body["composed_of"]?.array?.compactMap(\.string)
        // Newer versions say that there are none.
        if call.profile.has(.templatesTellComponents), template.namedComponents == nil { template.namedComponents = [] }
        template.own = try TemplateReader.inner(body, of: "index_template", call)
        for name in ["_meta", "data_stream"] { if let value = body[name] { template.kept.append((name, value)) } }
        return template
    }

    private static func check(
        _ name: String, _ template: ComposableTemplate, _ call: Call, _ state: ClusterState
    ) throws(ElasticError) {
        if template.patterns.isEmpty { throw .illegalArgument("There must be at least one pattern, zero given") }
        if let priority = template.priority, priority < 0 {
            throw .validation("index template priority must be >= 0")
        }
        try TemplateReader.check(name, patterns: template.patterns, template.content, call)
        let absent = template.components.filter { state.templates.components[$0] == nil }
        if !absent.isEmpty {
            throw TemplateReader.invalid(
                name,
                "index template [\(name)] specifies component templates [\(absent.joined(separator: ", "))] that do not "
                    + "exist")
        }
        let patterns = "index template [\(name)] has index patterns [\(template.patterns.joined(separator: ", "))]"
        let equals = state.templates.composable.filter { entry in
            entry.key != name && (entry.value.priority ?? 0) == (template.priority ?? 0)
                && PatternOverlap.any(entry.value.patterns, template.patterns)
        }
        if !equals.isEmpty {
            throw .illegalArgument(
                "\(patterns) matching patterns from existing templates \(list(equals.mapValues(\.patterns))) that have the "
                    + "same priority [\(template.priority ?? 0)], multiple index templates may not match during index "
                    + "creation, please use a different priority")
        }
        let older = state.templates.legacy.filter { PatternOverlap.any($0.value.patterns, template.patterns) }
        if !older.isEmpty {
            call.warnings.add(
                "\(patterns) matching patterns from existing older templates \(list(older.mapValues(\.patterns))); this "
                    + "template [\(name)] will take precedence during new index creation")
        }
    }

    private static func list(_ patterns: [String: [String]]) -> String {
        let sorted = patterns.sorted { $0.key < $1.key }
        let details = sorted.map { "\($0.key) => [\($0.value.joined(separator: ", "))]" }.joined(separator: ",")
        return "[\(sorted.map(\.key).joined(separator: ","))] with patterns (\(details))"
    }

    static func get(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let isFlat = try call.query.bool("flat_settings")
        let wanted = call.arguments["name"]
        let names = TemplateReader.names(wanted, among: state.templates.composable.keys)
        if names.isEmpty, let wanted, !wanted.contains("*") {
            throw ElasticError(
                "resource_not_found_exception", "index template matching [\(wanted)] not found", status: 404)
        }
        let shown = names.map { name -> JSON in
            ["name": .string(name), "index_template": state.templates.composable[name]?.json(flat: isFlat) ?? .null]
        }
        // Of a pattern that means none only the status says so.
        return Answer(status: shown.isEmpty && wanted != nil ? 404 : 200, ["index_templates": .array(shown)])
    }

    static func delete(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        try TemplateReader.remove(call.arguments["name"] ?? "", from: &state.templates.composable)
        return .acknowledged
    }

    /// What a new index of a name would get.
    static func simulateIndex(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let name = call.arguments["name"] ?? ""
        var templates = state.templates
        if !call.body.isEmpty {
            let template = try read(call)
            try check("simulate_template", template, call, state)
            templates.composable["simulate_template"] = template
        }
        guard let winner = templates.winner(for: name) else { return Answer([:]) }
        return simulated(winner, templates)
    }

    /// What an index of a template would get.
    static func simulate(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let template: ComposableTemplate
        if let name = call.arguments["name"] {
            guard let known = state.templates.composable[name] else {
                throw .illegalArgument("unable to simulate template [\(name)] that does not exist")
            }
            template = known
        } else {
            if call.body.isEmpty {
                throw .validation("either index name or index template body must be specified for simulation")
            }
            template = try read(call)
        }
        return simulated(template, state.templates)
    }

    /// - Parameter template: One of the templates, or another one.
    private static func simulated(_ template: ComposableTemplate, _ templates: TemplateTable) -> Answer {
        let content = templates.content(of: template)
        let others = templates.composable.filter { $0.value.json(flat: true) != template.json(flat: true) }
        let all = templates.legacy.map { ($0.key, $0.value.patterns) } + others.map { ($0.key, $0.value.patterns) }
        let meant = all.filter { PatternOverlap.any($0.1, template.patterns) }.sorted { $0.0 < $1.0 }
        var shown = JSONObject([("settings", content.settings.json(flat: false))])
        if let mapping = content.mapping { shown.append("mappings", mapping) }
        shown.append("aliases", .object(JSONObject(content.aliases.map { ($0.name, $0.definition) })))
        return Answer([
            "template": .object(shown),
            "overlapping": .array(
                meant.map { ["name": .string($0.0), "index_patterns": .array($0.1.map { .string($0) })] }),
        ])
    }
}
