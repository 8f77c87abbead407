internal import OrderedJSON

/// Reads a mapping that a user defines.
enum MappingReader {
    private static let rootParameters: Set<String> = [
        "dynamic", "date_detection", "numeric_detection", "dynamic_templates", "dynamic_date_formats", "_source",
        "_routing", "_meta",
    ]

    /// Types whose values are indexed; others are in the mapping only.
    private static let indexed: Set<String> = [
        "text", "keyword", "long", "integer", "short", "byte", "double", "float", "half_float", "scaled_float", "date",
        "boolean", "ip", "object",
    ]

    /// Reads the object that holds `properties`.
    ///
    /// - Parameters:
    ///   - rules: What fields may say.
    ///   - unemulated: Told what is kept, but changes nothing here, as it would on a real server.
    static func mapping(
        _ json: JSON, type: String, _ rules: MappingRules, unemulated: Warnings
    ) throws(ElasticError) -> Mapping {
        let mapping = try mapping(json, type: type, rules)
        note(mapping.properties, unemulated)
        return mapping
    }

    private static func note(_ fields: [String: FieldMapping], _ unemulated: Warnings) {
        for field in fields.values {
            if !indexed.contains(field.type) { unemulated.add("type \(field.type)") }
            for name in ["analyzer", "search_analyzer", "normalizer", "copy_to", "null_value", "similarity"]
            where field.parameters[name].map({ $0 != "standard" }) == true {
                unemulated.add("mapping parameter \(name)")
            }
            if field.isDate, field.parameters["format"].map({ $0 != .string(DateText.defaultFormat) }) == true {
                unemulated.add("mapping parameter format")
            }
            note(field.properties, unemulated)
            note(field.fields, unemulated)
        }
    }

    private static func mapping(_ json: JSON, type: String, _ rules: MappingRules) throws(ElasticError) -> Mapping {
        var mapping = Mapping()
        mapping.type = type
        var unknown: [JSONObject.Member] = []
        for member in json.object?.members ?? [] {
            if member.name == "properties" {
                mapping.properties = try fields(member.value, rules)
            } else if rootParameters.contains(member.name) {
                // `dynamic` is shown as text, whatever it was sent as.
                let isShownAsText = member.name == "dynamic" && member.value.string == nil
                let text = member.value.string ?? member.value.text()
                if member.name == "dynamic", !["true", "false", "strict", "runtime"].contains(text) {
                    throw .noTruthValue(text, of: "dynamic.dynamic")
                }
                mapping.parameters.append(
                    member.name, isShownAsText ? .string(member.value.text()) : member.value)
            } else {
                unknown.append(member)
            }
        }
        if !unknown.isEmpty { throw unsupported("Root mapping definition", unknown) }
        return mapping
    }

    /// The server's error for members that a definition may not have.
    static func unsupported(_ definition: String, _ members: [JSONObject.Member]) -> ElasticError {
        let list = members.map { "[\($0.name) : \(javaText($0.value))]" }.joined(separator: " ")
        return parsing("\(definition) has unsupported parameters:  \(list)")
    }

    /// The server's error for a mapping that means nothing.
    static func parsing(_ reason: String) -> ElasticError { ElasticError("mapper_parsing_exception", reason) }

    private static func fields(
        _ json: JSON, _ rules: MappingRules, areMulti: Bool = false
    ) throws(ElasticError) -> [String: FieldMapping] {
        var result: [String: FieldMapping] = [:]
        for member in json.object?.members ?? [] {
            if member.name.isEmpty { throw .illegalArgument("name cannot be empty string") }
            guard let definition = member.value.object else {
                throw parsing(
                    "Expected map for property [fields] on field [\(member.name)] but got a class java.lang.String")
            }
            result[member.name] = try field(member.name, definition, rules, isMulti: areMulti)
        }
        return result
    }

    private static func field(
        _ name: String, _ definition: JSONObject, _ rules: MappingRules, isMulti: Bool
    ) throws(ElasticError) -> FieldMapping {
        guard let type = definition["type"]?.string ?? (definition["properties"] == nil ? nil : "object") else {
            throw parsing("No type specified for field [\(name)]")
        }
        guard FieldMapping.types.contains(type) else {
            throw parsing("\(isMulti ? "no" : "No") handler for type [\(type)] declared on field [\(name)]")
        }
        var field = FieldMapping(type: type)
        for member in definition.members {
            switch member.name {
            case "type": break
            case "properties": field.properties = try fields(member.value, rules)
            case "fields": field.fields = try fields(member.value, rules, areMulti: true)
            default: field.parameters.append(member.name, member.value)
            }
        }
        try FieldParameters.check(isMulti && !rules.namesParameters ? "fields" : name, field, rules)
        return FieldParameters.kept(field, rules)
    }

    /// A value as Java prints maps and lists, which the server's sentences do.
    static func javaText(_ json: JSON) -> String {
        switch json {
        case .object(let object):
            "{" + object.members.map { "\($0.name)=\(javaText($0.value))" }.joined(separator: ", ") + "}"
        case .array(let elements): "[" + elements.map(javaText).joined(separator: ", ") + "]"
        case .string(let text): text
        default: json.text()
        }
    }
}
