internal import OrderedJSON

/// Computes aggregations.
struct AggregationRun {
    let showsTypes: Bool
    /// How many groups a search may have.
    var mostBuckets = 10_000

    /// The members of `aggregations`.
    func json(_ aggregations: [Aggregation], over matches: [AggregationMatch]) throws(ElasticError) -> JSONObject {
        var object = JSONObject()
        for aggregation in aggregations {
            let field = matches.lazy.compactMap { $0.mapping.field(aggregation.field) }.first
            let name = showsTypes ? "\(aggregation.typeName(field))#\(aggregation.name)" : aggregation.name
            var result = JSONObject()
            if let meta = aggregation.meta { result.append("meta", meta) }
            for member in try compute(aggregation, field, matches).members { result.append(member.name, member.value) }
            object.append(name, .object(result))
        }
        return object
    }

    private func compute(
        _ aggregation: Aggregation, _ field: FieldMapping?, _ matches: [AggregationMatch]
    ) throws(ElasticError) -> JSONObject {
        switch aggregation.kind {
        case .metric(let metric):
            let numbers = matches.flatMap { $0.values(aggregation.field) }.compactMap(\.number)
            return AggregationRun.metric(metric, numbers, field)
        case .valueCount:
            return JSONObject([("value", JSON(matches.map { $0.values(aggregation.field).count }.reduce(0, +)))])
        case .cardinality:
            return JSONObject([("value", JSON(Set(matches.flatMap { $0.values(aggregation.field) }).count))])
        case .missing:
            return try bucket(aggregation, matches.filter { $0.values(aggregation.field).isEmpty })
        case .terms(let options): return try terms(aggregation, options, field, matches)
        case .histogram(let options): return try histogram(aggregation, options, field, matches)
        }
    }

    private static func metric(
        _ metric: Aggregation.Metric, _ numbers: [Double], _ field: FieldMapping?
    ) -> JSONObject {
        let sum = numbers.reduce(0, +)
        let average = numbers.isEmpty ? nil : sum / Double(numbers.count)
        func members(_ name: String, _ value: Double?) -> [(String, JSON)] {
            guard let value else { return [(name, .null)] }
            let text = AggregationValue.text(value, of: field).map { [("\(name)_as_string", JSON.string($0))] }
            return [(name, .float(value))] + (text ?? [])
        }
        switch metric {
        case .max: return JSONObject(members("value", numbers.max()))
        case .min: return JSONObject(members("value", numbers.min()))
        case .avg: return JSONObject(members("value", average))
        case .sum: return JSONObject(members("value", sum))
        case .stats:
            let all = [("min", numbers.min()), ("max", numbers.max()), ("avg", average), ("sum", sum)]
            let members = all.map { members($0.0, $0.1) }
            return JSONObject(
                [("count", JSON(numbers.count))] + members.flatMap { $0.prefix(1) } + members.flatMap { $0.dropFirst() }
            )
        }
    }

    /// The number of documents and what is computed of them.
    func bucket(_ aggregation: Aggregation, _ matches: [AggregationMatch]) throws(ElasticError) -> JSONObject {
        var object = JSONObject([("doc_count", JSON(matches.count))])
        for member in try json(aggregation.children, over: matches).members { object.append(member.name, member.value) }
        return object
    }

    /// Documents with something in common, and what was computed of them.
    struct Group {
        let key: AggregationValue
        let count: Int
        let members: JSONObject
    }

    private func terms(
        _ aggregation: Aggregation, _ options: Aggregation.TermsOptions, _ field: FieldMapping?,
        _ matches: [AggregationMatch]
    ) throws(ElasticError) -> JSONObject {
        var byValue: [AggregationValue: [AggregationMatch]] = [:]
        for match in matches {
            for value in match.values(aggregation.field) { byValue[value, default: []].append(match) }
        }
        var groups: [Group] = []
        for (key, matches) in byValue where matches.count >= options.minimumCount {
            groups.append(Group(key: key, count: matches.count, members: try bucket(aggregation, matches)))
        }
        let sorted = groups.sorted { precedes($0, $1, options.order) }
        let shown = sorted.prefix(options.size)
        let buckets = shown.map { group -> JSON in
            var object = JSONObject([("key", group.key.json)])
            if let number = group.key.number, let text = AggregationValue.text(number, of: field) {
                object.append("key_as_string", .string(text))
            }
            for member in group.members.members { object.append(member.name, member.value) }
            return .object(object)
        }
        return JSONObject([
            ("doc_count_error_upper_bound", 0),
            ("sum_other_doc_count", JSON(sorted.dropFirst(options.size).map(\.count).reduce(0, +))),
            ("buckets", .array(buckets)),
        ])
    }

    func precedes(_ left: Group, _ right: Group, _ order: [(key: String, isDescending: Bool)]) -> Bool {
        for (key, isDescending) in order {
            let isLess: (Group, Group) -> Bool
            switch key {
            case "_count": isLess = { $0.count < $1.count }
            case "_key", "_term": isLess = { AggregationValue.precedes($0.key, $1.key) }
            default: isLess = { AggregationRun.value(key, $0) < AggregationRun.value(key, $1) }
            }
            if isLess(left, right) { return !isDescending }
            if isLess(right, left) { return isDescending }
        }
        if order.isEmpty, left.count != right.count { return left.count > right.count }
        return AggregationValue.precedes(left.key, right.key)
    }

    /// The value of a metric inside a group, such as `m` or `s.max`.
    private static func value(_ key: String, _ group: Group) -> Double {
        let parts = key.split(separator: ".", maxSplits: 1).map(String.init)
        let metric = parts.first.flatMap { group.members[$0] }
        return metric?[parts.count > 1 ? parts[1] : "value"]?.number?.double ?? -.infinity
    }
}
