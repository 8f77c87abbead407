internal import OrderedJSON

/// A template of the older kind: all that match a new index count, by their order.
struct LegacyTemplate: Sendable {
    var patterns: [String] = []
    var order = 0
    var version: Int?
    var content = TemplateContent()

    /// The template as a server shows it.
    func json(withType: Bool, flat: Bool) -> JSON {
        var object = JSONObject([("order", JSON(order))])
        if let version { object.append("version", JSON(version)) }
        object.append("index_patterns", .array(patterns.map { .string($0) }))
        object.append("settings", content.settings.json(flat: flat))
        let mapping = content.mapping ?? [:]
        let typed = withType && content.mapping != nil
        object.append("mappings", typed ? .object(JSONObject([(content.type, mapping)])) : mapping)
        object.append("aliases", .object(JSONObject(content.aliases.map { ($0.name, $0.definition) })))
        return .object(object)
    }
}
