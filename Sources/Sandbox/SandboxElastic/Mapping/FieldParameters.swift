internal import OrderedJSON

/// What the definition of a field may say, by its type.
enum FieldParameters {
    /// What all fields that hold values may say.
    private static let common: Set<String> = [
        "type", "fields", "copy_to", "doc_values", "store", "index", "boost", "index_options", "similarity", "norms",
    ]
    private static let own: [String: Set<String>] = {
        let numbers: Set<String> = ["null_value", "ignore_malformed", "coerce"]
        let object: Set<String> = ["type", "properties", "dynamic", "enabled"]
        var own: [String: Set<String>] = [
            "text": common.union([
                "analyzer", "search_analyzer", "search_quote_analyzer", "term_vector", "term_vectors",
                "store_term_vectors", "position_increment_gap", "fielddata", "fielddata_frequency_filter",
                "eager_global_ordinals", "index_prefixes", "index_phrases",
            ]),
            "keyword": common.union([
                "null_value", "ignore_above", "eager_global_ordinals", "normalizer", "split_queries_on_whitespace",
            ]),
            "date": common.union(["null_value", "ignore_malformed", "locale", "format"]),
            "date_nanos": common.union(["null_value", "ignore_malformed", "locale", "format"]),
            "boolean": common.union(["null_value"]), "ip": common.union(["null_value", "ignore_malformed"]),
            "scaled_float": common.union(numbers).union(["scaling_factor"]), "object": object,
            "nested": object.union(["include_in_parent", "include_in_root"]),
            "geo_point": common.union(["null_value", "ignore_malformed", "ignore_z_value"]),
            "alias": ["type", "path"],
        ]
        for name in ["long", "integer", "short", "byte", "double", "float", "half_float"] {
            own[name] = common.union(numbers)
        }
        return own
    }()

    /// Types that are read as before, also where others have parsers of their own.
    private static let older: Set<String> = ["object", "nested", "geo_point", "alias"]
    private static let truths: Set<String> = [
        "index", "store", "doc_values", "coerce", "ignore_malformed", "eager_global_ordinals", "index_phrases",
        "split_queries_on_whitespace", "norms", "fielddata",
    ]

    /// Checks the definition of a field.
    ///
    /// - Throws: The server's error for what it may not say.
    static func check(_ name: String, _ field: FieldMapping, _ rules: MappingRules) throws(ElasticError) {
        for member in field.parameters { try checkValue(member, name, field, rules) }
        try checkNames(name, field, rules)
        try checkAnalysis(name, field, rules)
        if field.type == "scaled_float", field.parameters["scaling_factor"] == nil {
            throw .illegalArgument("Field [scaling_factor] is required")
        }
    }

    /// What newer parsers pass over, because all types could say it before.
    private static let withoutEffect: [String: Set<String>] = {
        var result: [String: Set<String>] = [
            "text": ["doc_values"], "date": ["index_options", "similarity"],
            "boolean": ["index_options", "similarity"],
            "date_nanos": ["index_options", "similarity"],
        ]
        for name in ["long", "integer", "short", "byte", "double", "float", "half_float", "scaled_float", "ip"] {
            result[name] = ["index_options", "similarity", "boost"]
        }
        return result
    }()

    /// The definition of a field as it is kept: without what has no effect, which is warned of.
    static func kept(_ field: FieldMapping, _ rules: MappingRules) -> FieldMapping {
        guard rules.passesOver, let lost = withoutEffect[field.type] else { return field }
        var field = field
        for name in field.parameters.names where lost.contains(name) {
            rules.warnings?.add(
                "Parameter [\(name)] has no effect on type [\(field.type)] and will be removed in future")
            field.parameters[name] = nil
        }
        return field
    }

    private static func checkNames(
        _ name: String, _ field: FieldMapping, _ rules: MappingRules
    ) throws(ElasticError) {
        guard var known = own[field.type] else { return }
        if rules.namesParameters {
            known.insert("meta")
            if let lost = withoutEffect[field.type] {
                // Of these types, only text keeps norms.
                if field.type != "text" { known.remove("norms") }
                if !rules.passesOver { known.subtract(lost.subtracting(["boost"])) }
            }
        }
        let unknown = field.parameters.members.filter { !known.contains($0.name) }
        guard let first = unknown.first else { return }
        if rules.namesParameters, !older.contains(field.type) {
            throw MappingReader.parsing("unknown parameter [\(first.name)] on mapper [\(name)] of type [\(field.type)]")
        }
        throw MappingReader.unsupported("Mapping definition for [\(name)]", unknown)
    }

    private static func checkValue(
        _ member: JSONObject.Member, _ name: String, _ field: FieldMapping, _ rules: MappingRules
    ) throws(ElasticError) {
        let text = member.value.string ?? member.value.text()
        let isOlder = !rules.namesParameters || older.contains(field.type)
        switch member.name {
        case _ where truths.contains(member.name) && own[field.type]?.contains(member.name) == true,
            "null_value" where field.type == "boolean":
            if field.type == "text", member.name == "doc_values", text == "true" {
                // Newer parsers do not even know the name.
                if !isOlder, !rules.passesOver {
                    throw MappingReader.parsing("unknown parameter [doc_values] on mapper [\(name)] of type [text]")
                }
                if isOlder { throw .illegalArgument("[text] fields do not support doc values") }
            }
            if ["true", "false"].contains(text) || member.value.isNull { return }
            throw .noTruthValue(
                text, of: isOlder ? member.name == "fielddata" ? "fielddata" : "\(name).\(member.name)" : nil)
        case "dynamic" where field.isObject:
            if !["true", "false", "strict"].contains(text) { throw .noTruthValue(text, of: "dynamic.dynamic") }
        case "enabled" where field.isObject:
            if !["true", "false"].contains(text) { throw .noTruthValue(text, of: "enabled.enabled") }
        case "ignore_above" where Int32(text) == nil, "boost" where Double(text) == nil,
            "null_value" where (field.isInteger || field.isFloat) && !member.value.isNull && Double(text) == nil:
            throw .numberFormat(text)
        case "format" where field.isDate: try checkFormat(text, name, isOlder)
        default: break
        }
    }

    private static func checkFormat(_ format: String, _ name: String, _ isOlder: Bool) throws(ElasticError) {
        for part in format.split(separator: "||") {
            do {
                _ = try DatePattern(String(part))
            } catch .unknown(let letter) {
                let cause = ElasticError.unknownLetter(letter, in: part)
                if isOlder { throw cause }
                throw .illegalArgument("Error parsing [format] on field [\(name)]: \(cause.reason)", cause: cause)
            } catch {}
        }
    }

    private static func checkAnalysis(
        _ name: String, _ field: FieldMapping, _ rules: MappingRules
    ) throws(ElasticError) {
        if field.type == "text", let own = rules.analyzers {
            for parameter in ["analyzer", "search_analyzer", "search_quote_analyzer"] {
                guard let wanted = field.parameters[parameter]?.string, !own.contains(wanted),
                    !MappingRules.isAnalyzer(wanted)
                else { continue }
                if rules.namesParameters {
                    throw .illegalArgument("analyzer [\(wanted)] has not been configured in mappings")
                }
                throw MappingReader.parsing("analyzer [\(wanted)] not found for field [\(name)]")
            }
            if field.parameters["search_analyzer"] != nil, field.parameters["analyzer"] == nil {
                throw MappingReader.parsing(
                    "analyzer on field [\(name)] must be set when search_analyzer is set")
            }
        }
        if field.type == "keyword", let own = rules.normalizers,
            let wanted = field.parameters["normalizer"]?.string, !own.contains(wanted), wanted != "lowercase"
        {
            throw MappingReader.parsing("normalizer [\(wanted)] not found for field [\(name)]")
        }
        if let wanted = field.parameters["similarity"]?.string, !["BM25", "boolean", "classic"].contains(wanted),
            !rules.similarities.contains(wanted)
        {
            throw MappingReader.parsing("Unknown Similarity type [\(wanted)] for field [\(name)]")
        }
    }
}
