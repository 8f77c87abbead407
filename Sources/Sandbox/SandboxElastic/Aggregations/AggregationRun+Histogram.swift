internal import OrderedJSON

extension AggregationRun {
    /// The groups of a histogram.
    func histogram(
        _ aggregation: Aggregation, _ options: HistogramOptions, _ field: FieldMapping?,
        _ matches: [AggregationMatch]
    ) throws(ElasticError) -> JSONObject {
        let texts = HistogramTexts(options, field)
        var groups: [Double: [AggregationMatch]] = [:]
        let missing = options.missing.flatMap(texts.number)
        for match in matches {
            var numbers = match.values(aggregation.field).compactMap(\.number)
            if numbers.isEmpty, let missing { numbers = [missing] }
            for group in Set(numbers.map(options.group)) { groups[group, default: []].append(match) }
        }
        if options.minimumCount == 0 { try fill(&groups, options, texts) }
        if let bounds = options.hardBounds {
            let (lower, upper) = (bounds.lower.flatMap(texts.number), bounds.upper.flatMap(texts.number))
            groups = groups.filter { options.isInside($0.key, lower: lower, upper: upper) }
        }
        try checkCount(groups.count)
        var buckets: [Group] = []
        for (key, matches) in groups where matches.count >= options.minimumCount {
            buckets.append(
                Group(key: .double(key), count: matches.count, members: try bucket(aggregation, matches)))
        }
        let sorted = buckets.sorted { left, right in
            options.order.isEmpty
                ? AggregationValue.precedes(left.key, right.key) : precedes(left, right, options.order)
        }
        let shown = sorted.map { group -> (String, JSON) in
            let number = group.key.number ?? 0
            let key = options.isOfDates ? JSON(HistogramOptions.milliseconds(number)) : .float(number)
            let text = texts.text(number)
            var object = JSONObject(text.map { [("key_as_string", .string($0))] } ?? [])
            object.append("key", key)
            for member in group.members.members { object.append(member.name, member.value) }
            return (text ?? key.text(), .object(object))
        }
        return JSONObject([
            ("buckets", options.isKeyed ? .object(JSONObject(shown)) : .array(shown.map(\.1)))
        ])
    }

    /// Adds the groups without documents between the others, and up to the bounds.
    private func fill(
        _ groups: inout [Double: [AggregationMatch]], _ options: HistogramOptions, _ texts: HistogramTexts
    ) throws(ElasticError) {
        let bounds = [options.bounds?.lower, options.bounds?.upper].map { $0.flatMap(texts.number).map(options.group) }
        let ends = Array(groups.keys) + bounds.compactMap { $0 }
        // One bound alone says nothing where there are no documents.
        guard !groups.isEmpty || bounds.allSatisfy({ $0 != nil }), let first = ends.min(), let last = ends.max() else {
            return
        }
        var group = first
        var count = 0
        while group <= last {
            if groups[group] == nil { groups[group] = [] }
            count += 1
            try checkCount(count)
            let next = options.next(group)
            // Steps too small for numbers of this size would never end.
            guard next > group else { return }
            group = next
        }
    }

    /// - Throws: The server's error for more groups than a search may have.
    private func checkCount(_ count: Int) throws(ElasticError) {
        guard count > mostBuckets else { return }
        var error = ElasticError(
            "search_phase_execution_exception", "", status: 503,
            details: [("phase", "fetch"), ("grouped", true), ("failed_shards", [])],
            cause: ElasticError(
                "too_many_buckets_exception",
                "Trying to create too many buckets. Must be less than or equal to: [\(mostBuckets)] but was "
                    + "[\(mostBuckets + 1)]. This limit can be set by changing the [search.max_buckets] cluster level "
                    + "setting.", status: 503, details: [("max_buckets", JSON(mostBuckets))]))
        error.rootCauses = []
        throw error
    }
}
