internal import OrderedJSON

/// Queries for analyzed text.
extension QueryReader {
    private static let unemulatedMatch: Set<String> = [
        "minimum_should_match", "fuzziness", "analyzer", "prefix_length", "max_expansions", "fuzzy_rewrite",
        "fuzzy_transpositions", "cutoff_frequency", "auto_generate_synonyms_phrase_query",
    ]

    func match(_ definition: JSONObject, _ path: [String]) throws(ElasticError) -> Query {
        if definition.isEmpty { throw .parsing("No text specified for text query", at: places.end(at: path)) }
        let (field, value) = try single(definition, path)
        guard let object = value.object else {
            return .match(field: field, text: text(value), allWords: false, boost: 1)
        }
        try check(
            object, path + [field], "match",
            known: ["query", "operator", "boost", "_name", "lenient", "zero_terms_query"],
            unemulated: QueryReader.unemulatedMatch)
        guard let query = object["query"] else {
            throw .parsing("No text specified for text query", at: places.end(at: path))
        }
        return .match(field: field, text: text(query), allWords: try allWords(object), boost: boost(object))
    }

    private func allWords(_ object: JSONObject, _ name: String = "operator") throws(ElasticError) -> Bool {
        guard let word = object[name].map({ ($0.string ?? $0.text()).uppercased() }) else { return false }
        guard ["AND", "OR"].contains(word) else {
            throw .illegalArgument("No enum constant org.elasticsearch.index.query.Operator.\(word)")
        }
        return word == "AND"
    }

    func phrase(_ definition: JSONObject, _ path: [String]) throws(ElasticError) -> Query {
        let (field, value) = try single(definition, path)
        guard let object = value.object else { return .phrase(field: field, text: text(value), boost: 1) }
        try check(
            object, path + [field], "match_phrase", known: ["query", "boost", "_name", "zero_terms_query"],
            unemulated: ["slop", "analyzer"])
        guard let query = object["query"] else {
            throw .parsing("No text specified for text query", at: places.end(at: path))
        }
        return .phrase(field: field, text: text(query), boost: boost(object))
    }

    func multiMatch(_ definition: JSONObject, _ path: [String]) throws(ElasticError) -> Query {
        try check(
            definition, path, "multi_match", known: ["query", "fields", "operator", "boost", "_name", "lenient"],
            unemulated: QueryReader.unemulatedMatch.union(["type", "tie_breaker", "slop"]))
        guard let query = definition["query"] else {
            throw .parsing("No text specified for multi_match query", at: places.end(at: path))
        }
        let fields = definition["fields"].map { $0.array?.compactMap(\.string) ?? [text($0)] } ?? []
        let needsAllWords = try allWords(definition)
        let queries = fields.map { field in
            let parts = field.split(separator: "^", maxSplits: 1).map(String.init)
            let boost = parts.count > 1 ? Float(parts[1]) ?? 1 : 1
            return Query.match(
                field: parts.first ?? field, text: text(query), allWords: needsAllWords, boost: boost)
        }
        if queries.isEmpty || fields.contains(where: { $0.contains("*") }) { call.unemulated.add("multi_match fields") }
        return .best(queries, boost: boost(definition))
    }

    func queryString(_ definition: JSONObject, _ path: [String]) throws(ElasticError) -> Query {
        let known: Set<String> = ["query", "default_field", "default_operator", "boost", "_name", "lenient"]
        for member in definition where !known.contains(member.name) {
            call.unemulated.add("query_string \(member.name)")
        }
        guard let query = definition["query"] else {
            throw .parsing("[query_string] must be provided with a [query]", at: places.end(at: path))
        }
        return .text(
            text(query), defaultField: definition["default_field"]?.string,
            allWords: try allWords(definition, "default_operator"), boost: boost(definition))
    }
}
