internal import OrderedJSON

/// Writes what a search found.
struct SearchAnswer {
    let request: SearchRequest
    let found: FederatedSearch.Found

    /// The body of the answer.
    ///
    /// - Throws: The server's error for more groups than a search may have.
    func json() throws(ElasticError) -> JSON {
        var object = JSONObject([("took", 1), ("timed_out", false)])
        if request.terminateAfter != nil { object.append("terminated_early", .bool(found.result.isTerminated)) }
        if found.reducePhases != 1 { object.append("num_reduce_phases", JSON(found.reducePhases)) }
        object.append("_shards", found.result.shardsJSON())
        if let clusters = found.clusters {
            var counts = JSONObject([
                ("total", JSON(clusters.successful + clusters.skipped)), ("successful", JSON(clusters.successful)),
                ("skipped", JSON(clusters.skipped)),
            ])
            if request.tellsClusters {
                for name in ["running", "partial", "failed"] { counts.append(name, 0) }
                counts.append("details", .object(JSONObject(found.details)))
            }
            object.append("_clusters", .object(counts))
        }
        object.append("hits", hits)
        if !request.aggregations.isEmpty, found.result.shards > 0 {
            let computed = try AggregationRun(showsTypes: request.showsTypes, mostBuckets: request.mostBuckets)
                .json(request.aggregations, over: found.result.matches)
            object.append("aggregations", .object(computed))
        }
        return .object(object)
    }

    private var hits: JSON {
        let result = found.result
        var ordered = result.hits.sorted { Searcher.precedes($0, $1, request.sort) }
        if let after = request.after {
            let values = zip(request.sort, after).map { SortValue($0, after: $1) }
            ordered.removeAll { !SearchAnswer.stands($0, behind: values, request.sort) }
        }
        let page = ordered.dropFirst(request.from).prefix(request.size)
        var object = JSONObject()
        if let total { object.append("total", total) }
        object.append("max_score", maximumScore)
        object.append("hits", .array(page.map(json)))
        return .object(object)
    }

    /// Whether a hit is behind some sort values.
    private static func stands(_ hit: SearchResult.Hit, behind values: [SortValue], _ keys: [SortKey]) -> Bool {
        for (number, key) in keys.enumerated() where number < hit.sort.count && number < values.count {
            if let isBefore = SortValue.precedes(hit.sort[number], values[number], key) { return !isBefore }
        }
        return false
    }

    private var total: JSON? {
        let count = found.result.total
        switch request.tracking {
        case .none: return request.totalAsNumber ? -1 : nil
        case .exact:
            return request.totalAsNumber ? JSON(count) : ["value": JSON(count), "relation": "eq"]
        case .upTo(let limit):
            return ["value": JSON(min(count, limit)), "relation": count > limit ? "gte" : "eq"]
        }
    }

    private var maximumScore: JSON {
        if request.size == 0, request.scoresNothingAsZero { return .float(Float(0)) }
        if found.result.shards == 0, found.reducePhases != 0 { return .float(Float(0)) }
        let hasScores = request.sort.isEmpty || request.tracksScores
        guard hasScores, request.size > 0, let score = found.result.maximumScore else { return .null }
        return .float(score)
    }

    private func json(_ hit: SearchResult.Hit) -> JSON {
        var object = JSONObject([("_index", .string(hit.index))])
        if !request.hidesTypes { object.append("_type", .string(hit.type)) }
        object.append("_id", .string(hit.entry.id))
        if request.showsVersion { object.append("_version", JSON(hit.entry.version)) }
        if request.showsSequenceNumber {
            object.append("_seq_no", JSON(hit.entry.sequenceNumber))
            object.append("_primary_term", JSON(hit.entry.primaryTerm))
        }
        let isScored =
            request.sort.isEmpty || request.tracksScores || request.sort.contains { $0.field == "_score" }
        object.append("_score", isScored ? .float(hit.score) : .null)
        if let routing = hit.entry.routing { object.append("_routing", .string(routing)) }
        if let source = request.source.apply(to: hit.entry.source) { object.append("_source", source) }
        if !request.sort.isEmpty {
            let values = zip(request.sort, hit.sort).map { key, value in
                key.field == "_score" ? JSON.float(hit.score) : value.json
            }
            object.append("sort", .array(values))
        }
        return .object(object)
    }
}
