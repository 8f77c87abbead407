internal import OrderedJSON

/// What a template says of an index: settings, a mapping, aliases.
struct TemplateContent: Sendable {
    var settings = SettingsMap()
    /// The mapping without the name of its type.
    var mapping: JSON?
    /// The name of the mapping's type.
    var type = "_doc"
    var aliases: [(name: String, definition: JSON)] = []
    /// Whether each part was written down, if only as an empty object.
    var saysSettings = false
    var saysAliases = false

    /// Takes over what another one says, which wins.
    mutating func add(_ other: TemplateContent) {
        settings.apply(other.settings)
        if let addition = other.mapping {
            mapping = mapping.map { TemplateContent.merged($0, addition) } ?? addition
            type = other.type
        }
        let names = Set(other.aliases.map(\.name))
        aliases = aliases.filter { !names.contains($0.name) } + other.aliases
    }

    /// An object with the members of another one, which wins unless both are objects.
    static func merged(_ base: JSON, _ addition: JSON) -> JSON {
        guard var object = base.object, let members = addition.object else { return addition }
        for member in members.members {
            object[member.name] = object[member.name].map { merged($0, member.value) } ?? member.value
        }
        return .object(object)
    }
}
