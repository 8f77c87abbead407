internal import OrderedJSON
internal import SandboxWorld

/// Searches the indices of one cluster.
struct Searcher {
    let request: SearchRequest
    /// What indices are narrowed by that were asked for by an alias.
    let filters: [String: Query]
    /// The shards that are asked, by the name of their index; all where nothing is said.
    var shards: [String: Set<Int>] = [:]
    let node: String
    let now: SandboxInstant
    let profile: Profile

    /// - Throws: The server's error when no shard could answer.
    func search(_ indices: [Index]) throws(ElasticError) -> SearchResult {
        try IndexBlock.check(.read, indices, profile)
        if let preference = request.unknownPreference, !indices.isEmpty {
            throw .illegalArgument("no Preference for [\(preference)]")
        }
        var result = SearchResult()
        for index in indices {
            let count = shards[index.name]?.count ?? index.shardCount
            result.shards += count
            do {
                try search(index, into: &result)
            } catch {
                result.failedShards += count
                result.failures.append(.init(shard: 0, index: index.name, node: node, error: error))
            }
        }
        if result.shards > 0, result.failedShards + result.absentShards == result.shards {
            throw Searcher.allFailed(result.failures)
        }
        return result
    }

    private func search(_ index: Index, into result: inout SearchResult) throws(ElasticError) {
        let limit = index.settings.text("index.max_result_window").flatMap(Int.init) ?? 10_000
        if !request.isUnbounded, request.from + request.size > limit {
            throw .illegalArgument(
                "Result window is too large, from + size must be less than or equal to: [\(limit)] but was "
                    + "[\(request.from + request.size)]. See the scroll api for a more efficient way to request large "
                    + "data sets. This limit can be set by changing the [index.max_result_window] index level setting.")
        }
        if request.isScroll, request.size > limit {
            throw .illegalArgument(
                "Batch size is too large, size must be less than or equal to: [\(limit)] but was [\(request.size)]. Scroll "
                    + "batch sizes cost as much memory as result windows so they are controlled by the "
                    + "[index.max_result_window] index level setting.")
        }
        if request.isScroll, request.after != nil {
            throw .context("`search_after` cannot be used in a scroll context.", profile)
        }
        if !request.isScroll, request.slice != nil {
            throw .context("`slice` cannot be used outside of a scroll context", profile)
        }
        try checkSort(index)
        for aggregation in request.aggregations { try aggregation.check(index.mapping, profile) }
        let type = index.mapping.type ?? "_doc"
        if !request.types.isEmpty, !request.types.contains(type), !request.types.contains("_doc") { return }
        let query = try self.query(for: index)
        let asked = shards[index.name]
        for (number, shard) in index.shards.enumerated() where asked?.contains(number) != false {
            guard !index.isUnallocated, index.recovery.isDone(number, at: now) else {
                result.absentShards += 1
                continue
            }
            var searcher = ShardSearcher(
                shard, mapping: index.mapping, isLenient: request.isLenient || request.text != nil,
                at: now, profile)
            if let most = index.settings.text("index.max_terms_count").flatMap(Int.init) { searcher.mostTerms = most }
            let scorer: ShardSearcher.Scorer
            let filter: ShardSearcher.Scorer?
            do {
                scorer = try searcher.scorer(query)
                filter = try filters[index.name].map { query throws(ElasticError) in try searcher.scorer(query) }
            } catch {
                throw failedQuery(error, index)
            }
            var found = 0
            for (place, entry) in shard.visible.enumerated() where !shard.isDeleted(entry) {
                if let slice = request.slice, !slice.contains(entry.id, shard: number, of: index.shardCount) {
                    continue
                }
                if let filter, filter(entry) == nil { continue }
                guard let score = scorer(entry) else { continue }
                if let least = request.minimumScore, Double(score) < least { continue }
                if let most = request.terminateAfter, found >= most {
                    result.isTerminated = true
                    break
                }
                found += 1
                result.total += 1
                result.maximumScore = max(result.maximumScore ?? score, score)
                if !request.aggregations.isEmpty {
                    result.matches.append(AggregationMatch(fields: entry.fields, mapping: index.mapping))
                }
                if request.size == 0 { continue }
                let sort = request.sort.map { value($0, entry, score, place, index) }
                result.hits.append(
                    .init(
                        index: index.name, type: type, entry: entry, score: score, sort: sort, shard: number,
                        place: place))
            }
        }
        try checkStart(result.total)
    }

    /// - Throws: The server's error for hits that are asked from before the first one.
    private func checkStart(_ total: Int) throws(ElasticError) {
        guard let start = request.impossibleStart else { return }
        throw ElasticError(
            "array_index_out_of_bounds_exception",
            "Index \(start) out of bounds for length \(min(total, request.size))", status: 500)
    }

    private func query(for index: Index) throws(ElasticError) -> Query {
        guard let text = request.text else { return request.query }
        var reader = QueryText(text, defaultField: request.defaultField, allWords: request.allWords)
        guard let query = reader.query(fields: index.mapping.fieldNames) else {
            var error = ElasticError.queryText(text)
            error.details = index.errorDetails
            throw error
        }
        return query
    }

    private func failedQuery(_ cause: ElasticError, _ index: Index) -> ElasticError {
        if cause.type == "query_shard_exception" {
            var error = cause
            error.details = index.errorDetails
            return error
        }
        if case .range = request.query, cause.type == "parse_exception" { return cause }
        var reason = "failed to create query"
        if profile.has(.failedQueryTellsCause) {
            reason += ": \(cause.reason)"
        } else if let definition = request.query.json {
            reason += ": \(PrettyWriter.text(definition).dropLast())"
        }
        return ElasticError("query_shard_exception", reason, details: index.errorDetails, cause: cause)
    }

    private func checkSort(_ index: Index) throws(ElasticError) {
        if request.isImpossible {
            throw .illegalArgument(
                "numHits must be > 0; please use TotalHitCountCollector if you just need the total hit count")
        }
        for key in request.sort where key.field != "_score" && key.field != "_doc" && key.field != "_id" {
            guard let field = index.mapping.field(key.field) else {
                if key.unmappedType != nil { continue }
                throw ElasticError(
                    "query_shard_exception", "No mapping found for [\(key.field)] in order to sort on",
                    details: index.errorDetails)
            }
            if field.type == "text" {
                throw .fielddataDisabled(key.field, profile)
            }
        }
    }

    private func value(_ key: SortKey, _ entry: Shard.Entry, _ score: Float, _ place: Int, _ index: Index) -> SortValue
    {
        switch key.field {
        case "_score": return .double(Double(score))
        case "_doc": return .integer(place)
        case "_id": return .text(entry.id)
        default:
            let field = index.mapping.field(key.field)
            return SortValue(key, entry, mapping: field, type: field?.type ?? key.unmappedType ?? "long")
        }
    }

    /// The order of hits: by the keys, else by score; then by shard, index and place.
    static func precedes(_ left: SearchResult.Hit, _ right: SearchResult.Hit, _ keys: [SortKey]) -> Bool {
        if keys.isEmpty, left.score != right.score { return left.score > right.score }
        for (number, key) in keys.enumerated() {
            if let order = SortValue.precedes(left.sort[number], right.sort[number], key) { return order }
        }
        return (left.shard, left.index, left.place) < (right.shard, right.index, right.place)
    }

    private static func allFailed(_ failures: [SearchResult.Failure]) -> ElasticError {
        var error = ElasticError(
            "search_phase_execution_exception", "all shards failed",
            status: failures.map(\.error.status).max() ?? 503,
            details: [
                ("phase", "query"), ("grouped", true), ("failed_shards", .array(failures.map(\.json))),
            ])
        error.rootCauses = failures.flatMap { failure in failure.error.roots }
        if let first = failures.first?.error,
            ["illegal_argument_exception", "array_index_out_of_bounds_exception"].contains(first.type)
        {
            var cause = first
            cause.causes = [first]
            error.causes = [cause]
        }
        return error
    }
}

extension ElasticError {
    /// What a shard says of a search that asks for what does not go together.
    fileprivate static func context(_ reason: String, _ profile: Profile) -> ElasticError {
        let type = profile.has(.contextsAreSearches) ? "search_exception" : "search_context_exception"
        return ElasticError(type, reason, status: 500)
    }
}
