internal import OrderedJSON

/// Turns a document into what is indexed of it, and into the mapping of fields that nobody has mapped yet.
struct DocumentParser {
    private let mapping: Mapping
    private let id: String
    private let source: [UInt8]
    /// Whether errors show the value that was refused.
    private let showsValue: Bool
    /// The fields that are new.
    private(set) var additions = Mapping()
    /// What is indexed, by dotted name.
    private(set) var fields: [String: IndexedField] = [:]

    /// - Parameter source: The document's text, for the places that errors name.
    init(mapping: Mapping, id: String, source: [UInt8], showsValue: Bool) {
        self.showsValue = showsValue
        self.mapping = mapping
        self.id = id
        self.source = source
    }

    /// Reads the document's members.
    mutating func parse(_ document: JSONObject) throws(ElasticError) {
        try parse(document, Place(prefix: "", known: mapping.properties, dynamic: Dynamic(mapping.parameters) ?? .yes))
    }

    /// What happens to fields that are not mapped.
    private enum Dynamic {
        case yes, no, strict

        init?(_ parameters: JSONObject) {
            switch parameters["dynamic"]?.string ?? parameters["dynamic"]?.text() {
            case "true"?: self = .yes
            case "false"?: self = .no
            case "strict"?: self = .strict
            default: return nil
            }
        }
    }

    /// The object whose members are read.
    private struct Place {
        var prefix: String
        var known: [String: FieldMapping]
        var dynamic: Dynamic
    }

    private mutating func parse(_ object: JSONObject, _ place: Place) throws(ElasticError) {
        for member in object.members {
            do {
                try DocumentParser.check(name: member.name, isTop: place.prefix.isEmpty)
            } catch {
                guard showsValue, place.prefix.isEmpty, DocumentParser.metadata.contains(member.name) else {
                    throw error
                }
                throw unparsed(member.name, type: member.name, member.value, cause: error)
            }
            let known = place.known[member.name]
            if known == nil, place.dynamic != .yes, !member.value.isNull {
                if place.dynamic == .no { continue }
                throw notAllowed(member.name, in: place)
            }
            try parse(member.value, name: place.prefix + member.name, known: known, place.dynamic)
        }
    }

    private static let metadata: Set<String> = [
        "_id", "_type", "_index", "_source", "_routing", "_field_names", "_seq_no", "_version", "_ignored", "_uid",
    ]

    /// Checks that a field may have a name.
    private static func check(name: String, isTop: Bool) throws(ElasticError) {
        if isTop, metadata.contains(name) {
            throw ElasticError(
                "mapper_parsing_exception",
                "Field [\(name)] is a metadata field and cannot be added inside a document. Use the index API request "
                    + "parameters.")
        }
        let reason: String
        if !name.isEmpty, name.utf8.allSatisfy({ $0 == UInt8(ascii: ".") }) {
            // Nothing is left of it when it is split, and the server looks at the first part.
            throw ElasticError(
                "mapper_parsing_exception", "failed to parse",
                cause: ElasticError("array_index_out_of_bounds_exception", "Index -1 out of bounds for length 0"))
        }
        if name.isEmpty {
            reason = "field name cannot be an empty string"
        } else if name.split(separator: ".", omittingEmptySubsequences: false).contains("") {
            reason = "object field starting or ending with a [.] makes object resolution ambiguous: [\(name)]"
        } else {
            return
        }
        throw ElasticError("mapper_parsing_exception", "failed to parse", cause: .illegalArgument(reason))
    }

    private func notAllowed(_ name: String, in place: Place) -> ElasticError {
        let object = place.prefix.isEmpty ? mapping.type ?? "_doc" : String(place.prefix.dropLast())
        return ElasticError(
            "strict_dynamic_mapping_exception",
            "mapping set to strict, dynamic introduction of [\(name)] within [\(object)] is not allowed")
    }

    private mutating func parse(
        _ value: JSON, name: String, known: FieldMapping?, _ dynamic: Dynamic
    ) throws(ElasticError) {
        switch value {
        case .null: return
        case .array(let elements):
            for element in elements { try parse(element, name: name, known: known, dynamic) }
        case .object(let object):
            if let known, !known.isObject { throw refused(name, known, value) }
            if known?.isEnabled == false { return }
            if known == nil { try add(FieldMapping(type: "object"), name) }
            let inner = known.flatMap { Dynamic($0.parameters) } ?? dynamic
            try parse(object, Place(prefix: name + ".", known: known?.properties ?? [:], dynamic: inner))
        default:
            guard let known else {
                let field = DocumentParser.dynamicMapping(of: value)
                try add(field, name)
                return try index(value, name, field)
            }
            if known.isObject {
                let last = name.split(separator: ".").last ?? ""
                throw ElasticError(
                    "mapper_parsing_exception",
                    "object mapping for [\(name)] tried to parse field [\(last)] as object, but found a concrete value")
            }
            try index(value, name, known)
        }
    }

    /// Adds a field that is new, inside the objects its name says.
    private mutating func add(_ field: FieldMapping, _ name: String) throws(ElasticError) {
        let parts = name.split(separator: ".").map(String.init)
        guard let last = parts.last else { return }
        let innermost = [last: field]
        let properties = parts.dropLast().reversed().reduce(innermost) { inner, part in
            var object = FieldMapping(type: "object")
            object.properties = inner
            return [part: object]
        }
        var addition = Mapping()
        addition.properties = properties
        try additions.merge(addition)
    }

    static func dynamicMapping(of value: JSON) -> FieldMapping {
        switch value {
        case .bool: return FieldMapping(type: "boolean")
        case .number(let number):
            let isWhole = !number.text.contains { ".eE".contains($0) }
            return FieldMapping(type: isWhole ? "long" : "float")
        default:
            guard let format = DateText.detect(value.string ?? "") else { return .dynamicText }
            let parameters: [(String, JSON)] = format == DateText.defaultFormat ? [] : [("format", .string(format))]
            return FieldMapping(type: "date", parameters: JSONObject(parameters))
        }
    }

    private mutating func index(_ value: JSON, _ name: String, _ field: FieldMapping) throws(ElasticError) {
        if let indexed = try indexed(value, name, field) {
            fields[name] = fields[name]?.appending(indexed) ?? indexed
        }
        for (suffix, twin) in field.fields { try index(value, "\(name).\(suffix)", twin) }
    }

    private func indexed(_ value: JSON, _ name: String, _ field: FieldMapping) throws(ElasticError) -> IndexedField? {
        let text = value.string ?? value.text()
        if field.isInteger {
            guard value.bool == nil, let number = FieldValue.integer(text) else { throw refused(name, field, value) }
            return .integer([number])
        }
        if field.isFloat {
            guard let number = Double(text) else { throw refused(name, field, value) }
            return .double([number])
        }
        if field.isDate {
            guard let moment = DateText.milliseconds(text) else { throw refused(name, field, value) }
            return .integer([moment])
        }
        switch field.type {
        case "text": return .text(StandardAnalyzer.tokens(text))
        case "keyword", "ip": return text.utf16.count > field.ignoreAbove ? nil : .keyword([text])
        case "boolean":
            guard ["true", "false", ""].contains(text) else { throw refused(name, field, value) }
            return .boolean([text == "true"])
        default: return nil
        }
    }

    private func refused(_ name: String, _ field: FieldMapping, _ value: JSON) -> ElasticError {
        let text = value.string ?? value.text()
        let cause: ElasticError
        if value.object != nil, field.isInteger {
            cause = notNumeric("START_OBJECT")
        } else if value.object != nil {
            let place = SourceMap(source).value(at: name.split(separator: ".").map(String.init))
            cause = ElasticError(
                "illegal_state_exception", "Can't get text on a START_OBJECT at \(place.line):\(place.column)")
        } else if field.isDate {
            cause = .date(text, format: DateText.defaultFormat)
        } else if field.type == "boolean" {
            cause = .noTruthValue(text)
        } else if value.bool != nil {
            cause = notNumeric("VALUE_\(text.uppercased())")
        } else if value.number != nil, field.type == "long" {
            cause = ElasticError(
                "input_coercion_exception",
                "Numeric value (\(text)) out of range of long (-9223372036854775808 - 9223372036854775807)\n at [Source: "
                    + "(byte[])[\(source.count)]; line: 1, column: \(source.count)]", status: 500)
        } else {
            cause = field.type == "long" ? .illegalArgument("For input string: \"\(text)\"") : .numberFormat(text)
        }
        return unparsed(name, type: field.type, value, cause: cause)
    }

    private func unparsed(_ name: String, type: String, _ value: JSON, cause: ElasticError) -> ElasticError {
        ElasticError(
            "mapper_parsing_exception",
            "failed to parse field [\(name)] of type [\(type)] in document with id '\(id)'"
                + (showsValue ? ". Preview of field's value: '\(MappingReader.javaText(value))'" : ""), cause: cause)
    }

    /// What the server's reader says of a token that should be a number.
    private func notNumeric(_ token: String) -> ElasticError {
        ElasticError(
            "json_parse_exception",
            "Current token (\(token)) not numeric, can not use numeric value accessors\n at [Source: "
                + "(byte[])[\(source.count)]; line: 1, column: 1]")
    }
}
