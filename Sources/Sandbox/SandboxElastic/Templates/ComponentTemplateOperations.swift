internal import OrderedJSON

/// `_component_template`.
enum ComponentTemplateOperations {
    static func put(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let name = call.arguments["name"] ?? ""
        if call.body.isEmpty { throw .bodyRequired }
        let body = try call.json()
        let known: Set<String> = ["template", "version", "_meta"]
        if let unknown = body.object?.names.first(where: { !known.contains($0) }) {
            let place = SourceMap(call.body).name(unknown)
            throw .xContent("[component_template] \(call.profile.unknownField(unknown))", at: place)
        }
        guard let content = try TemplateReader.inner(body, of: "component_template", call) else {
            throw .illegalArgument("Required [template]")
        }
        var component = ComponentTemplate()
        component.content = content
        component.version = body["version"]?.int
        component.meta = body["_meta"]
        if try call.query.bool("create"), state.templates.components[name] != nil {
            throw .illegalArgument("component template [\(name)] already exists")
        }
        try call.profile.indexSettings.check(component.content.settings)
        try TemplateReader.check(name, patterns: [], component.content, call)
        state.templates.components[name] = component
        return .acknowledged
    }

    static func get(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let isFlat = try call.query.bool("flat_settings")
        let wanted = call.arguments["name"]
        let names = TemplateReader.names(wanted, among: state.templates.components.keys)
        if names.isEmpty, let wanted, !wanted.contains("*") {
            throw ElasticError(
                "resource_not_found_exception", "component template matching [\(wanted)] not found", status: 404)
        }
        let shown = names.map { name -> JSON in
            [
                "name": .string(name),
                "component_template": state.templates.components[name]?.json(flat: isFlat) ?? .null,
            ]
        }
        return Answer(["component_templates": .array(shown)])
    }

    static func delete(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let wanted = call.arguments["name"] ?? ""
        let names = TemplateReader.names(wanted, among: state.templates.components.keys)
        let users = state.templates.composable.filter { !Set($0.value.components).isDisjoint(with: names) }.keys
            .sorted()
        if !users.isEmpty {
            throw .illegalArgument(
                "component templates [\(names.joined(separator: ", "))] cannot be removed as they are still in use by index "
                    + "templates [\(users.joined(separator: ", "))]")
        }
        try TemplateReader.remove(wanted, from: &state.templates.components)
        return .acknowledged
    }
}
