internal import OrderedJSON

/// A template that is composed of others: of those that match a new index only one counts.
struct ComposableTemplate: Sendable {
    var patterns: [String] = []
    var priority: Int?
    var version: Int?
    /// The components, in their order; nil where nothing was said of them.
    var namedComponents: [String]?
    var components: [String] { namedComponents ?? [] }
    /// What it says itself; nil when it says nothing.
    var own: TemplateContent?
    /// Members that are kept as they came: `_meta`, `data_stream`.
    var kept: [(String, JSON)] = []

    var content: TemplateContent { own ?? TemplateContent() }

    /// The template as a server shows it.
    func json(flat: Bool) -> JSON {
        var object = JSONObject([("index_patterns", .array(patterns.map { .string($0) }))])
        if let own { object.append("template", own.json(flat: flat)) }
        if let namedComponents { object.append("composed_of", .array(namedComponents.map { .string($0) })) }
        if let priority { object.append("priority", JSON(priority)) }
        if let version { object.append("version", JSON(version)) }
        for (name, value) in kept { object.append(name, value) }
        return .object(object)
    }
}

extension TemplateContent {
    /// What was said of it, as a server shows it.
    func json(flat: Bool) -> JSON {
        var object = JSONObject()
        if saysSettings { object.append("settings", settings.json(flat: flat)) }
        if let mapping { object.append("mappings", mapping) }
        if saysAliases { object.append("aliases", .object(JSONObject(aliases.map { ($0.name, $0.definition) }))) }
        return .object(object)
    }
}
