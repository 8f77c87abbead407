internal import OrderedJSON

/// Reads the query of a search's body.
struct QueryReader {
    let body: [UInt8]
    let call: Call

    init(_ call: Call) {
        self.body = call.body
        self.call = call
    }

    var places: SourceMap { SourceMap(body) }

    /// Queries that a real server knows and the emulator does not.
    private static let unemulated: Set<String> = [
        "boosting", "common", "distance_feature", "function_score", "fuzzy", "geo_bounding_box", "geo_distance",
        "geo_polygon", "geo_shape", "has_child", "has_parent", "intervals", "match_bool_prefix",
        "match_phrase_prefix", "more_like_this", "nested", "parent_id", "percolate", "regexp", "script",
        "script_score", "simple_query_string", "span_containing", "span_first", "span_multi", "span_near",
        "span_not", "span_or", "span_term", "span_within", "term_set", "terms_set", "type", "wrapper",
    ]

    /// Reads several queries, of which one must match.
    func any(of queries: [JSON]) throws(ElasticError) -> Query {
        var read: [Query] = []
        for query in queries { read.append(try self.query(query)) }
        return .best(read, boost: 1)
    }

    /// Reads an object that holds a query.
    ///
    /// - Parameter path: Where it is in the body.
    func query(_ json: JSON, at path: [String] = ["query"]) throws(ElasticError) -> Query {
        guard let member = json.object?.first else {
            let place = places.end(at: path)
            throw .illegalArgument("query malformed, empty clause found at [\(place.line):\(place.column)]")
        }
        let name = member.name
        let inner = path + [name]
        guard QueryReader.emulated.contains(name) else {
            if QueryReader.unemulated.contains(name) { call.unemulated.add("query \(name)") }
            throw unknown(name, at: inner)
        }
        guard let definition = member.value.object else {
            throw .parsing(
                "[\(name)] query malformed, no start_object after query name", at: places.value(at: inner))
        }
        let query = try read(name, definition, inner)
        if let second = json.object?.dropFirst().first {
            throw .parsing(
                "[\(name)] malformed query, expected [END_OBJECT] but found [FIELD_NAME]",
                at: places.name(at: path + [second.name]))
        }
        return query
    }

    private func unknown(_ name: String, at path: [String]) -> ElasticError {
        let place = places.value(at: path)
        guard call.profile.has(.unknownQueryHasCause) else {
            return .parsing("no [query] registered for [\(name)]", at: place)
        }
        let known = QueryReader.unemulated.union(QueryReader.emulated)
        return .unknownName(
            name, "unknown query [\(name)]\(call.profile.proposal(for: name, among: known))", at: place)
    }

    /// Queries that are read here.
    private static let emulated: Set<String> = [
        "bool", "constant_score", "dis_max", "exists", "ids", "match", "match_all", "match_none", "match_phrase",
        "multi_match", "prefix", "query_string", "range", "term", "terms", "wildcard",
    ]

    private func read(_ name: String, _ definition: JSONObject, _ path: [String]) throws(ElasticError) -> Query {
        switch name {
        case "bool": try boolean(definition, path)
        case "constant_score": try constantScore(definition, path)
        case "dis_max": try disMax(definition, path)
        case "exists": try exists(definition, path)
        case "ids": try ids(definition, path)
        case "match": try match(definition, path)
        case "match_all": try matchAll(definition, path)
        case "match_phrase": try phrase(definition, path)
        case "multi_match": try multiMatch(definition, path)
        case "prefix": try prefix(definition, path)
        case "query_string": try queryString(definition, path)
        case "range": try range(definition, path)
        case "term": try term(definition, path)
        case "terms": try terms(definition, path)
        case "wildcard": try wildcard(definition, path)
        default: try matchNone(definition, path)
        }
    }

    // MARK: - What the readers have in common

    func text(_ json: JSON) -> String { json.string ?? json.text() }

    func boost(_ object: JSONObject) -> Float { Float(object["boost"]?.number?.double ?? 1) }

    /// The one field of a definition.
    func single(_ definition: JSONObject, _ path: [String]) throws(ElasticError) -> (String, JSON) {
        guard let first = definition.first else { throw .illegalArgument("field name is null or empty") }
        if let second = definition.dropFirst().first {
            throw .parsing(
                "[\(path.last ?? "")] query doesn't support multiple fields, found [\(first.name)] and [\(second.name)]",
                at: places.value(at: path + [second.name]))
        }
        return (first.name, first.value)
    }

    /// Checks the members of an object of a query.
    ///
    /// - Parameter name: What the query is called.
    func check(
        _ object: JSONObject, _ path: [String], _ name: String, known: Set<String>, unemulated: Set<String> = []
    ) throws(ElasticError) {
        for member in object where !known.contains(member.name) {
            if unemulated.contains(member.name) { call.unemulated.add("\(name) \(member.name)") }
            throw .parsing(
                "[\(name)] query does not support [\(member.name)]", at: places.value(at: path + [member.name]))
        }
    }

    func unknownField(_ field: String, _ path: [String]) -> ElasticError {
        let place = places.name(at: path + [field])
        let reason =
            "[\(place.line):\(place.column)] [\(path.last ?? "")] \(call.profile.unknownField(field))"
        var error = ElasticError.parsing(reason, at: place)
        error.causes = [ElasticError("x_content_parse_exception", reason)]
        return error
    }
}
