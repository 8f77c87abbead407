internal import OrderedJSON

/// `_template`.
enum LegacyTemplateOperations {
    static func put(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let name = call.arguments["name"] ?? ""
        if call.body.isEmpty { throw .bodyRequired }
        let template = try read(call)
        if template.patterns.isEmpty { throw .validation("index patterns are missing") }
        try call.profile.indexSettings.check(template.content.settings)
        try TemplateReader.check(name, patterns: template.patterns, template.content, call)
        if try call.query.bool("create"), state.templates.legacy[name] != nil {
            throw .illegalArgument("index_template [\(name)] already exists")
        }
        warnOfComposable(name, template, call, state)
        state.templates.legacy[name] = template
        return .acknowledged
    }

    private static func read(_ call: Call) throws(ElasticError) -> LegacyTemplate {
        let body = try call.json()
        let withType = try MappingOperations.includesType(call, "put template requests")
        var template = LegacyTemplate()
        for member in body.object?.members ?? [] {
            switch member.name {
            case "index_patterns":
                guard let list = member.value.string.map({ [$0] }) ?? member.value.array?.compactMap(\.string) else {
                    throw .illegalArgument("Malformed [index_patterns] value, should be a string or a list of strings")
                }
                template.patterns = list
            case "template" where !call.profile.has(.templatesHavePatterns):
                call.warnings.add("Deprecated field [template] used, replaced by [index_patterns]")
                template.patterns = member.value.string.map { [$0] } ?? []
            case "order":
                let text = member.value.string ?? member.value.text()
                guard let order = Int(text) else { throw .numberFormat(text) }
                template.order = order
            case "version":
                guard let version = member.value.int else {
                    throw .illegalArgument("Malformed [version] value, should be an integer")
                }
                template.version = version
            case "settings", "mappings":
                if member.value.object == nil {
                    throw .illegalArgument("Malformed [\(member.name)] section, should include an inner object")
                }
            case "aliases": break
            default: throw .parse("unknown key [\(member.name)] in the template ")
            }
        }
        if !withType, call.profile.has(.typesAreDeprecated), body["mappings"]?.object?.names == ["_doc"] {
            throw .typedMapping(call.profile)
        }
        template.content = try TemplateReader.content(body.object ?? JSONObject(), withType: withType, call)
        if let order = call.query["order"].flatMap({ Int($0) }) { template.order = order }
        return template
    }

    /// Warns when a composable template hides this one.
    private static func warnOfComposable(
        _ name: String, _ template: LegacyTemplate, _ call: Call, _ state: ClusterState
    ) {
        let hiding = state.templates.composable.filter { entry in
            PatternOverlap.any(template.patterns, entry.value.patterns)
        }.sorted { $0.key < $1.key }
        if hiding.isEmpty { return }
        let names = hiding.map(\.key).joined(separator: ",")
        let patterns = hiding.map { "\($0.key) => [\($0.value.patterns.joined(separator: ", "))]" }
        call.warnings.add(
            "legacy template [\(name)] has index patterns [\(template.patterns.joined(separator: ", "))] matching patterns "
                + "from existing composable templates [\(names)] with patterns (\(patterns.joined(separator: ","))); this "
                + "template [\(name)] may be ignored in favor of a composable template at index creation time")
    }

    static func get(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let withType = try MappingOperations.includesType(call, "get template requests")
        let isFlat = try call.query.bool("flat_settings")
        let wanted = call.arguments["name"]
        let names = TemplateReader.names(wanted, among: state.templates.legacy.keys)
        let shown = names.compactMap { name in
            state.templates.legacy[name].map { (name, $0.json(withType: withType, flat: isFlat)) }
        }
        let isMissing = shown.isEmpty && wanted != nil
        return Answer(status: isMissing ? 404 : 200, .object(JSONObject(shown)))
    }

    static func delete(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        try TemplateReader.remove(call.arguments["name"] ?? "", from: &state.templates.legacy)
        return .acknowledged
    }
}
