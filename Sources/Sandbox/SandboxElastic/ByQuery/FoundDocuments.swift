internal import OrderedJSON

/// The documents that a request works through, in parts that are worked through by themselves.
struct FoundDocuments: Sendable {
    /// One part.
    struct Part: Sendable {
        var hits: [SearchResult.Hit]
        /// How many documents it says it has, which is less where shards stop early.
        var total: Int
    }

    private(set) var parts: [Part] = []

    /// Searches for the documents, however many there are.
    ///
    /// - Parameter writer: Who writes what becomes of the documents, perhaps to another cluster than they are read from.
    init(
        _ request: SearchRequest, _ options: ByQueryOptions, _ index: String?, _ call: Call, _ host: ClusterHost,
        writer: CallAccess?
    ) throws(ElasticError) {
        let names = host.indices(meantBy: index ?? "*")
        try call.access?.require(["indices:data/read/search"], on: names)
        var search = request
        search.isUnbounded = true
        search.isScroll = true
        search.terminateAfter = nil
        let result = try host.search(index, call, search)
        if result.failedShards > 0, let failure = result.failures.first { throw failure.error }
        let keys = request.sort
        var hits = result.hits
        if keys.isEmpty {
            hits.sort { ($0.index, $0.shard, $0.place) < ($1.index, $1.shard, $1.place) }
        } else {
            hits.sort { Searcher.precedes($0, $1, keys) }
        }
        if !hits.isEmpty { try writer?.require(["indices:data/write/bulk"], on: nil) }
        try select(request.source, &hits)
        let shards = host.withState { state in
            names.compactMap { state.indices[$0]?.shardCount }.min().map { min($0, 20) } ?? 1
        }
        divide(hits, by: options, shards: shards, request, host)
    }

    /// Keeps of each document what is asked for.
    private func select(_ selection: SourceSelection, _ hits: inout [SearchResult.Hit]) throws(ElasticError) {
        if selection.isWhole { return }
        for place in hits.indices {
            guard let source = selection.apply(to: hits[place].entry.source) else {
                let hit = hits[place]
                throw .illegalArgument("[\(hit.index)][\(hit.type)][\(hit.entry.id)] didn't store _source")
            }
            hits[place].entry.source = source.bytes()
        }
    }

    private mutating func divide(
        _ hits: [SearchResult.Hit], by options: ByQueryOptions, shards: Int, _ request: SearchRequest,
        _ host: ClusterHost
    ) {
        let count = options.slices ?? shards
        let most = options.most.map { $0 / max(count, 1) }
        let counts = host.withState { state in
            Dictionary(uniqueKeysWithValues: Set(hits.map(\.index)).map { ($0, state.indices[$0]?.shardCount ?? 1) })
        }
        for number in 0..<max(count, 1) {
            let slice = SearchSlice(id: number, of: count)
            let own = hits.filter { slice.contains($0.entry.id, shard: $0.shard, of: counts[$0.index] ?? 1) }
            let taken = Array(own.prefix(most ?? .max))
            parts.append(Part(hits: taken, total: min(seen(own, request.terminateAfter), taken.count)))
        }
    }

    /// How many documents shards say they have found, each of which stops counting early.
    private func seen(_ hits: [SearchResult.Hit], _ limit: Int?) -> Int {
        guard let limit else { return hits.count }
        return Dictionary(grouping: hits) { "\($0.index) \($0.shard)" }.values.map { min($0.count, limit) }.reduce(0, +)
    }
}
