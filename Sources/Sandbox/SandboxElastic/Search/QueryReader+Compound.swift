internal import OrderedJSON

/// Queries that hold others.
extension QueryReader {
    func boolean(_ definition: JSONObject, _ path: [String]) throws(ElasticError) -> Query {
        var query = BooleanQuery()
        for member in definition {
            let inner = path + [member.name]
            switch member.name {
            case "boost": query.boost = Float(member.value.number?.double ?? 1)
            case "minimum_should_match": query.minimumShouldMatch = text(member.value)
            case "_name", "adjust_pure_negative": break
            case "must": query.must = try clauses(member.value, inner)
            case "filter": query.filter = try clauses(member.value, inner)
            case "should": query.should = try clauses(member.value, inner)
            case "must_not", "mustNot": query.mustNot = try clauses(member.value, inner)
            default:
                guard !call.profile.has(.unknownQueryHasCause) else {
                    let place = places.name(at: inner)
                    throw .xContent("[bool] \(call.profile.unknownField(member.name))", at: place)
                }
                // An empty list under an unknown name is not noticed.
                if member.value.array?.isEmpty == true { continue }
                throw unsupported(inner)
            }
        }
        let isEmpty = query.must.isEmpty && query.filter.isEmpty && query.should.isEmpty && query.mustNot.isEmpty
        return isEmpty ? .all(boost: query.boost) : .boolean(query)
    }

    private func clauses(_ json: JSON, _ path: [String]) throws(ElasticError) -> [Query] {
        if json.object != nil { return [try query(json, at: path)] }
        guard let array = json.array else { throw unsupported(path) }
        var queries: [Query] = []
        for (number, element) in array.enumerated() {
            queries.append(try query(element, at: path + [String(number)]))
        }
        return queries
    }

    private func unsupported(_ path: [String]) -> ElasticError {
        .parsing("[bool] query does not support [\(path.last ?? "")]", at: places.value(at: path))
    }

    func constantScore(_ definition: JSONObject, _ path: [String]) throws(ElasticError) -> Query {
        try check(definition, path, "constant_score", known: ["filter", "boost", "_name"])
        guard let filter = definition["filter"] else {
            throw .parsing("[constant_score] requires a 'filter' element", at: places.end(at: path))
        }
        return .constant(try query(filter, at: path + ["filter"]), boost: boost(definition))
    }

    func disMax(_ definition: JSONObject, _ path: [String]) throws(ElasticError) -> Query {
        try check(
            definition, path, "dis_max", known: ["queries", "boost", "_name"], unemulated: ["tie_breaker"])
        guard let queries = definition["queries"] else {
            throw .parsing("[dis_max] requires 'queries' field with at least one clause", at: places.end(at: path))
        }
        return .best(try clauses(queries, path + ["queries"]), boost: boost(definition))
    }
}
