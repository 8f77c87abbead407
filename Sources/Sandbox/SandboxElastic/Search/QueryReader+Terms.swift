internal import OrderedJSON

/// Queries for exact terms.
extension QueryReader {
    func term(_ definition: JSONObject, _ path: [String]) throws(ElasticError) -> Query {
        let (field, value) = try single(definition, path)
        if value.isNull { throw .illegalArgument("field name is null or empty") }
        if value.array != nil {
            throw .parsing("[term] query does not support array of values", at: places.value(at: path + [field]))
        }
        guard let object = value.object else { return .term(field: field, value: value, boost: 1) }
        try check(object, path + [field], "term", known: ["value", "term", "boost", "_name"])
        guard let value = object["value"] ?? object["term"], !value.isNull else {
            throw .illegalArgument("value cannot be null")
        }
        return .term(field: field, value: value, boost: boost(object))
    }

    func terms(_ definition: JSONObject, _ path: [String]) throws(ElasticError) -> Query {
        var found: (field: String, values: [JSON])?
        for member in definition where member.name != "boost" && member.name != "_name" {
            let place = places.value(at: path + [member.name])
            if found != nil { throw .parsing("[terms] query does not support multiple fields", at: place) }
            guard let values = member.value.array else {
                if member.value.object != nil { call.unemulated.add("terms lookup") }
                throw .parsing("[terms] query does not support [\(member.name)]", at: place)
            }
            found = (member.name, values)
        }
        guard let found else {
            throw .parsing(
                "[terms] query requires a field name, followed by array of terms or a document lookup specification",
                at: places.end(at: path))
        }
        return .terms(field: found.field, values: found.values, boost: boost(definition))
    }

    func prefix(_ definition: JSONObject, _ path: [String]) throws(ElasticError) -> Query {
        let (field, text, boost) = try pattern(definition, path, "prefix", ["value", "prefix"])
        return .prefix(field: field, text: text, isNormalized: false, boost: boost)
    }

    func wildcard(_ definition: JSONObject, _ path: [String]) throws(ElasticError) -> Query {
        let (field, text, boost) = try pattern(definition, path, "wildcard", ["wildcard", "value"])
        return .wildcard(field: field, pattern: text, boost: boost)
    }

    private func pattern(
        _ definition: JSONObject, _ path: [String], _ name: String, _ values: [String]
    ) throws(ElasticError) -> (String, String, Float) {
        let (field, value) = try single(definition, path)
        guard let object = value.object else { return (field, text(value), 1) }
        try check(object, path + [field], name, known: Set(values + ["boost", "_name", "rewrite"]))
        guard let pattern = values.lazy.compactMap({ object[$0] }).first else {
            throw .illegalArgument("value cannot be null")
        }
        return (field, text(pattern), boost(object))
    }

    func range(_ definition: JSONObject, _ path: [String]) throws(ElasticError) -> Query {
        let (field, value) = try single(definition, path)
        guard let object = value.object else {
            throw .parsing("[range] query does not support [\(field)]", at: places.value(at: path + [field]))
        }
        try check(
            object, path + [field], "range",
            known: [
                "gt", "gte", "lt", "lte", "from", "to", "include_lower", "include_upper", "boost", "_name", "relation",
            ], unemulated: ["time_zone", "format"])
        var bounds = RangeBounds()
        for member in object {
            let bound = member.value.isNull ? nil : member.value
            switch member.name {
            case "gt", "gte": (bounds.lower, bounds.includesLower) = (bound, member.name == "gte")
            case "lt", "lte": (bounds.upper, bounds.includesUpper) = (bound, member.name == "lte")
            case "from": bounds.lower = bound
            case "to": bounds.upper = bound
            case "include_lower": bounds.includesLower = member.value.bool ?? true
            case "include_upper": bounds.includesUpper = member.value.bool ?? true
            default: break
            }
        }
        return .range(field: field, bounds, boost: boost(object))
    }

    func exists(_ definition: JSONObject, _ path: [String]) throws(ElasticError) -> Query {
        try check(definition, path, "exists", known: ["field", "boost", "_name"])
        guard let field = definition["field"]?.string else {
            throw .parsing("[exists] must be provided with a [field]", at: places.end(at: path))
        }
        return .exists(field: field, boost: boost(definition))
    }

    func ids(_ definition: JSONObject, _ path: [String]) throws(ElasticError) -> Query {
        for member in definition where !["values", "type", "boost", "_name"].contains(member.name) {
            throw unknownField(member.name, path)
        }
        let values = definition["values"].map { $0.array ?? [$0] } ?? []
        return .ids(values.map(text), boost: boost(definition))
    }

    func matchAll(_ definition: JSONObject, _ path: [String]) throws(ElasticError) -> Query {
        for member in definition where member.name != "boost" && member.name != "_name" {
            throw unknownField(member.name, path)
        }
        return .all(boost: boost(definition))
    }

    func matchNone(_ definition: JSONObject, _ path: [String]) throws(ElasticError) -> Query {
        try check(definition, path, "match_none", known: ["boost", "_name"])
        return .none
    }
}
