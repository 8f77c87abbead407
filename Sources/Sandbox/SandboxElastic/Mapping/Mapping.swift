internal import OrderedJSON

/// What an index knows of its fields.
struct Mapping: Sendable, Hashable {
    /// The one type of the index; nil before it has any mapping.
    var type: String?
    /// What the root says beside its fields, such as `dynamic`.
    var parameters = JSONObject()
    var properties: [String: FieldMapping] = [:]

    /// The mapping of a field by its dotted name; multi-fields count as fields.
    func field(_ name: String) -> FieldMapping? {
        var fields = properties
        var found: FieldMapping?
        for part in name.split(separator: ".") {
            guard let next = fields[String(part)] else { return nil }
            found = next
            fields = next.isObject ? next.properties : next.fields
        }
        return found
    }

    /// The dotted names of all fields that hold values, sorted.
    var fieldNames: [String] {
        func names(_ fields: [String: FieldMapping], _ prefix: String) -> [String] {
            fields.flatMap { entry -> [String] in
                let name = prefix + entry.key
                if entry.value.isObject { return names(entry.value.properties, name + ".") }
                return [name] + entry.value.fields.keys.map { "\(name).\($0)" }
            }
        }
        return names(properties, "").sorted()
    }

    /// The mapping as a server shows it, inside an object named for the type if asked.
    func json(withType: Bool) -> JSON {
        guard let type else { return [:] }
        var object = parameters
        if !properties.isEmpty { object.append("properties", FieldMapping.json(properties)) }
        return withType ? .object(JSONObject([(type, .object(object))])) : .object(object)
    }

    /// Takes over new fields.
    ///
    /// - Throws: The server's error when a field would change its type.
    mutating func merge(_ other: Mapping, wordedShortly isShort: Bool = false) throws(ElasticError) {
        for member in other.parameters.members { parameters[member.name] = member.value }
        try Mapping.merge(other.properties, into: &properties, prefix: "", isShort)
        if type == nil { type = other.type }
    }

    private static func merge(
        _ new: [String: FieldMapping], into fields: inout [String: FieldMapping], prefix: String, _ isShort: Bool
    ) throws(ElasticError) {
        for (name, field) in new.sorted(by: { $0.key < $1.key }) {
            guard var old = fields[name] else {
                fields[name] = field
                continue
            }
            if old.isObject != field.isObject {
                if isShort {
                    throw .illegalArgument(
                        "can't merge a non object mapping [\(prefix)\(name)] with an object mapping")
                }
                throw .illegalArgument(
                    old.isObject
                        ? "Can't merge a non object mapping [\(prefix)\(name)] with an object mapping [\(prefix)\(name)]"
                        : "mapper [\(prefix)\(name)] of different type, current_type [\(old.type)], merged_type [ObjectMapper]"
                )
            }
            if old.type != field.type {
                throw .illegalArgument(
                    isShort
                        ? "mapper [\(prefix)\(name)] cannot be changed from type [\(old.type)] to [\(field.type)]"
                        : "mapper [\(prefix)\(name)] of different type, current_type [\(old.type)], "
                            + "merged_type [\(field.type)]")
            }
            for member in field.parameters.members { old.parameters[member.name] = member.value }
            try merge(field.properties, into: &old.properties, prefix: "\(prefix)\(name).", isShort)
            try merge(field.fields, into: &old.fields, prefix: "\(prefix)\(name).", isShort)
            fields[name] = old
        }
    }
}
