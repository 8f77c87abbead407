internal import OrderedJSON

/// Reads the query of a search's body.
struct QueryReader {
    private let body: [UInt8]
    private let call: Call

    init(_ call: Call) {
        self.body = call.body
        self.call = call
    }

    private var places: SourceMap { SourceMap(body) }

    /// Queries that a real server knows and the emulator does not.
    private static let unemulated: Set<String> = [
        "bool", "boosting", "common", "constant_score", "dis_max", "distance_feature", "exists", "function_score",
        "fuzzy", "geo_bounding_box", "geo_distance", "geo_polygon", "geo_shape", "has_child", "has_parent", "intervals",
        "match_bool_prefix", "match_none", "match_phrase", "match_phrase_prefix", "more_like_this", "multi_match",
        "nested", "parent_id", "percolate", "prefix", "query_string", "range", "regexp", "script", "script_score",
        "simple_query_string", "span_containing", "span_first", "span_multi", "span_near", "span_not", "span_or",
        "span_term", "span_within", "term_set", "terms", "terms_set", "type", "wildcard", "wrapper",
    ]

    /// Reads several queries, of which one must match.
    func any(of queries: [JSON]) throws(ElasticError) -> Query {
        var read: [Query] = []
        for query in queries { read.append(try self.query(query)) }
        return .best(read)
    }

    /// Reads the object behind `query`.
    func query(_ json: JSON) throws(ElasticError) -> Query {
        guard let member = json.object?.first else {
            let place = places.end("query")
            throw .illegalArgument("query malformed, empty clause found at [\(place.line):\(place.column)]")
        }
        let name = member.name
        guard ["match_all", "match", "term", "ids"].contains(name) else {
            if QueryReader.unemulated.contains(name) { call.unemulated.add("query \(name)") }
            throw .parsing("no [query] registered for [\(name)]", at: places.value("query", name))
        }
        guard let definition = member.value.object else {
            throw .parsing(
                "[\(name)] query malformed, no start_object after query name", at: places.value("query", name))
        }
        let query: Query =
            switch name {
            case "match_all": try matchAll(definition)
            case "ids": try ids(definition)
            case "term": try term(definition)
            default: try match(definition)
            }
        if let second = json.object?.dropFirst().first {
            throw .parsing(
                "[\(name)] malformed query, expected [END_OBJECT] but found [FIELD_NAME]",
                at: places.name("query", second.name))
        }
        return query
    }

    private func matchAll(_ definition: JSONObject) throws(ElasticError) -> Query {
        for member in definition where member.name != "boost" && member.name != "_name" {
            throw unknownField(member.name, "match_all")
        }
        return .all(boost: boost(definition))
    }

    private func ids(_ definition: JSONObject) throws(ElasticError) -> Query {
        for member in definition where !["values", "type", "boost", "_name"].contains(member.name) {
            throw unknownField(member.name, "ids")
        }
        let values = definition["values"].map { $0.array ?? [$0] } ?? []
        return .ids(values.map { $0.string ?? $0.text() }, boost: boost(definition))
    }

    private func term(_ definition: JSONObject) throws(ElasticError) -> Query {
        let (field, value) = try single(definition, "term")
        if value.isNull { throw .illegalArgument("field name is null or empty") }
        if value.array != nil {
            throw .parsing("[term] query does not support array of values", at: places.value("query", "term", field))
        }
        guard let object = value.object else { return .term(field: field, value: value, boost: 1) }
        try check(object, field, "term", known: ["value", "term", "boost", "_name"])
        return .term(field: field, value: object["value"] ?? object["term"] ?? .null, boost: boost(object))
    }

    private func match(_ definition: JSONObject) throws(ElasticError) -> Query {
        if definition.isEmpty {
            throw .parsing("No text specified for text query", at: places.end("query", "match"))
        }
        let (field, value) = try single(definition, "match")
        guard let object = value.object else {
            return .match(field: field, text: text(value), allWords: false, boost: 1)
        }
        try check(
            object, field, "match", known: ["query", "operator", "boost", "_name", "lenient", "zero_terms_query"])
        guard let query = object["query"] else {
            throw .parsing("No text specified for text query", at: places.end("query", "match"))
        }
        let allWords = object["operator"]?.string?.lowercased() == "and"
        return .match(field: field, text: text(query), allWords: allWords, boost: boost(object))
    }

    private func text(_ json: JSON) -> String { json.string ?? json.text() }

    private func boost(_ object: JSONObject) -> Float { Float(object["boost"]?.number?.double ?? 1) }

    private func single(_ definition: JSONObject, _ name: String) throws(ElasticError) -> (String, JSON) {
        guard let first = definition.first else {
            throw .illegalArgument("field name is null or empty")
        }
        if let second = definition.dropFirst().first {
            throw .parsing(
                "[\(name)] query doesn't support multiple fields, found [\(first.name)] and [\(second.name)]",
                at: places.value("query", name, second.name))
        }
        return (first.name, first.value)
    }

    private func check(
        _ object: JSONObject, _ field: String, _ name: String, known: Set<String>
    ) throws(ElasticError) {
        let unemulated: Set<String> = [
            "minimum_should_match", "fuzziness", "analyzer", "prefix_length", "max_expansions", "fuzzy_rewrite",
            "fuzzy_transpositions", "cutoff_frequency", "auto_generate_synonyms_phrase_query",
        ]
        for member in object where !known.contains(member.name) {
            if unemulated.contains(member.name) { call.unemulated.add("\(name) \(member.name)") }
            throw .parsing(
                "[\(name)] query does not support [\(member.name)]",
                at: places.value("query", name, field, member.name))
        }
    }

    private func unknownField(_ field: String, _ name: String) -> ElasticError {
        let place = places.name("query", name, field)
        let reason = "[\(place.line):\(place.column)] [\(name)] unknown field [\(field)], parser not found"
        var error = ElasticError.parsing(reason, at: place)
        error.causes = [ElasticError("x_content_parse_exception", reason)]
        return error
    }
}
