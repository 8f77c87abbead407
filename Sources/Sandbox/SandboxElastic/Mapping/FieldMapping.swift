internal import OrderedJSON

/// How one field is indexed.
struct FieldMapping: Sendable, Hashable {
    /// The type's name, such as `text`, `keyword` or `object`.
    let type: String
    /// What the mapping says beside type, inner fields and multi-fields.
    var parameters = JSONObject()
    /// The fields of an object.
    var properties: [String: FieldMapping] = [:]
    /// The same value indexed in other ways.
    var fields: [String: FieldMapping] = [:]

    init(type: String, parameters: JSONObject = JSONObject()) {
        self.type = type
        self.parameters = parameters
    }

    /// Text with an exact twin, which is what a string becomes that nobody has mapped.
    static let dynamicText: FieldMapping = {
        var mapping = FieldMapping(type: "text")
        mapping.fields["keyword"] = FieldMapping(
            type: "keyword", parameters: JSONObject([("ignore_above", 256)]))
        return mapping
    }()

    /// Whether what is in the object is indexed.
    var isEnabled: Bool { parameters["enabled"]?.bool != false }

    var isObject: Bool { type == "object" || type == "nested" }

    /// Longer strings are not indexed.
    var ignoreAbove: Int { parameters["ignore_above"]?.int ?? .max }

    /// The mapping as a server shows it: names sorted, `type` left out of an object that has fields.
    var json: JSON {
        var object = JSONObject()
        if type != "object" || properties.isEmpty { object.append("type", .string(type)) }
        for member in parameters.members { object.append(member.name, member.value) }
        if !fields.isEmpty { object.append("fields", FieldMapping.json(fields)) }
        if !properties.isEmpty { object.append("properties", FieldMapping.json(properties)) }
        return .object(object)
    }

    static func json(_ fields: [String: FieldMapping]) -> JSON {
        .object(JSONObject(fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value.json) }))
    }

    static let types: Set<String> = [
        "text", "keyword", "long", "integer", "short", "byte", "double", "float", "half_float", "scaled_float", "date",
        "date_nanos", "boolean", "binary", "ip", "object", "nested", "geo_point", "geo_shape", "completion",
        "token_count", "integer_range", "long_range", "float_range", "double_range", "date_range", "ip_range", "alias",
    ]

    var isInteger: Bool { ["long", "integer", "short", "byte"].contains(type) }
    var isFloat: Bool { ["double", "float", "half_float", "scaled_float"].contains(type) }
    var isDate: Bool { type == "date" || type == "date_nanos" }
}
