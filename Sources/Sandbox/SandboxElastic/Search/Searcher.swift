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
            let wanted: ShardQuery
            let filter: ShardQuery?
            do {
                wanted = try searcher.prepare(query)
                filter = try filters[index.name].map { query throws(ElasticError) in try searcher.prepare(query) }
            } catch {
                throw failedQuery(error, index)
            }
            if case .all(let boost) = query, filter == nil, looksAtNone {
                takeFirst(of: shard, number, of: index, score: boost, into: &result)
            } else {
                take(wanted, narrowedBy: filter, of: shard, number, of: index, into: &result)
            }
        }
        try checkStart(result.total)
    }

    /// The most hits of a shard that somebody can ask for.
    private var most: Int {
        if request.size == 0 { return 0 }
        if request.isUnbounded || request.isScroll || request.after != nil { return .max }
        return max(request.from + request.size, 0)
    }

    /// Whether no document needs to be looked at, so that it only matters how many there are and which are the first.
    private var looksAtNone: Bool {
        request.slice == nil && request.minimumScore == nil && request.terminateAfter == nil
            && request.aggregations.isEmpty && (request.sort.isEmpty || request.size == 0)
    }

    /// Takes the first documents of a shard, which all have the same score.
    private func takeFirst(
        of shard: Shard, _ number: Int, of index: Index, score: Float, into result: inout SearchResult
    ) {
        let living = shard.living
        if living.count == 0 { return }
        result.total += living.count
        result.maximumScore = max(result.maximumScore ?? score, score)
        let places = shard.visible.indices.lazy.filter(living.contains).prefix(most)
        for place in places {
            result.hits.append(hit(.init(place: place, score: score, sort: []), of: shard, number, of: index))
        }
    }

    /// Takes the documents of a shard that a query finds.
    private func take(
        _ query: ShardQuery, narrowedBy filter: ShardQuery?, of shard: Shard, _ number: Int, of index: Index,
        into result: inout SearchResult
    ) {
        let living = shard.living
        let entries = shard.visible
        var top = TopHits(most, by: request.sort)
        var found = 0
        func look(at place: Int) -> Bool {
            guard living.contains(place) else { return true }
            if let slice = request.slice,
                !slice.contains(entries[place].id, shard: number, of: index.shardCount)
            {
                return true
            }
            if let filter, filter.score(place) == nil { return true }
            guard let score = query.score(place) else { return true }
            if let least = request.minimumScore, Double(score) < least { return true }
            if let most = request.terminateAfter, found >= most {
                result.isTerminated = true
                return false
            }
            found += 1
            result.maximumScore = max(result.maximumScore ?? score, score)
            if !request.aggregations.isEmpty {
                result.matches.append(AggregationMatch(fields: entries[place].fields, mapping: index.mapping))
            }
            if request.size == 0 { return true }
            let sort = request.sort.isEmpty ? [] : request.sort.map { value($0, entries[place], score, place, index) }
            top.add(.init(place: place, score: score, sort: sort))
            return true
        }
        if let places = query.places {
            for place in places where !look(at: Int(place)) { break }
        } else {
            for place in entries.indices where !look(at: place) { break }
        }
        result.total += found
        result.hits += top.ordered().map { hit($0, of: shard, number, of: index) }
    }

    private func hit(_ found: TopHits.Found, of shard: Shard, _ number: Int, of index: Index) -> SearchResult.Hit {
        .init(
            index: index.name, type: index.mapping.type ?? "_doc", entry: shard.visible[found.place],
            score: found.score, sort: found.sort, shard: number, place: found.place)
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
