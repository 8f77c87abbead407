internal import OrderedJSON

/// `_update_by_query` and `_delete_by_query`, without scripts.
enum ByQueryOperations {
    static func delete(_ call: Call, _ host: ClusterHost) throws(ElasticError) -> Answer {
        let body = call.body.isEmpty ? [:] : try call.json()
        if call.query["q"] == nil, body["query"] == nil { throw .validation("query is missing") }
        return try run(call, host, action: "delete/byquery") { (hit, call, state) throws(ElasticError) in
            _ = try DocumentWriting.delete(call.forHit(hit), &state)
            return true
        }
    }

    static func update(_ call: Call, _ host: ClusterHost) throws(ElasticError) -> Answer {
        try run(call, host, action: "update/byquery") { (hit, call, state) throws(ElasticError) in
            _ = try DocumentWriting.index(call.forHit(hit, body: hit.entry.source), &state)
            return true
        }
    }

    private static func run(
        _ call: Call, _ host: ClusterHost, action: String,
        _ change: @escaping @Sendable (SearchResult.Hit, Call, inout ClusterState) throws(ElasticError) -> Bool
    ) throws(ElasticError) -> Answer {
        let body = call.body.isEmpty ? [:] : try call.json()
        for name in ["script", "slice"] where body[name] != nil { call.unemulated.add("\(action) \(name)") }
        let plain = JSONObject(body.object?.members.filter { $0.name == "query" }.map { ($0.name, $0.value) } ?? [])
        let goesOn = body["conflicts"]?.string == "proceed" || call.query["conflicts"] == "proceed"
        let search = call.with(
            arguments: call.arguments, query: call.query, body: plain.isEmpty ? [] : JSON.object(plain).bytes())
        let found = Result { () throws(ElasticError) in try search.everything(call.index, on: host) }
        var counts = ByQueryCounts()
        counts.total = (try? found.get())?.hits.count ?? 0
        if let most = try call.query.int("max_docs") ?? body["max_docs"]?.int {
            if most < 1 { throw .illegalArgument("[max_docs] parameter cannot be negative, found [\(most)]") }
            counts.total = min(counts.total, most)
        }
        if let size = try call.query.int("scroll_size") { counts.batchSize = min(max(size, 1), 10_000) }
        let deletes = action.hasPrefix("delete")
        let work = TaskOperations.Work(
            action: "indices:data/write/\(action)",
            description: "\(action.prefix(6))-by-query [\(call.index ?? "")]", creates: false
        ) { hits, counts, state in
            var counts = counts
            for hit in hits {
                do throws(ElasticError) {
                    try refuseChanged(hit, state)
                    let result = try change(hit, call, &state)
                    if !result {
                        counts.noops += 1
                    } else if deletes {
                        counts.deleted += 1
                    } else {
                        counts.updated += 1
                    }
                } catch {
                    counts.note(error, index: hit.index, hit: hit, goesOn: goesOn)
                }
            }
            for name in Set(hits.map(\.index)) where call.isRefreshing { state.indices.change(name) { $0.refresh() } }
            return counts
        }
        return try TaskOperations.perform(work, found, counts, call, host)
    }

    /// - Throws: A conflict, when a document has changed since it was found.
    private static func refuseChanged(_ hit: SearchResult.Hit, _ state: ClusterState) throws(ElasticError) {
        guard let index = state.indices[hit.index]?.withoutDocuments else { return }
        let key = DocumentKey(index, id: hit.entry.id, type: "_doc", routing: hit.entry.routing)
        guard let now = state.indices.document(key), now.sequenceNumber != hit.entry.sequenceNumber else { return }
        throw key.conflict(
            "required seqNo [\(hit.entry.sequenceNumber)], primary term [\(hit.entry.primaryTerm)]. current document has "
                + "seqNo [\(now.sequenceNumber)] and primary term [\(now.primaryTerm)]", index)
    }
}

extension Call {
    /// Whether what was written is to be visible at once.
    var isRefreshing: Bool { query["refresh"].map { $0 != "false" } ?? false }

    /// The request that writes one document that was found.
    func forHit(_ hit: SearchResult.Hit, body: [UInt8] = []) -> Call {
        let routing = hit.entry.routing.map { [(name: "routing", value: $0)] } ?? []
        return with(arguments: ["index": hit.index, "id": hit.entry.id], query: QueryParameters(routing), body: body)
    }

    /// All documents that a search finds, however many.
    func everything(_ index: String?, on host: ClusterHost) throws(ElasticError) -> SearchResult {
        var request = try SearchRequest(with(arguments: [:], query: QueryParameters(searchParameters), body: body))
        request.isUnbounded = true
        request.size = .max
        var result = try host.search(index, self, request)
        result.hits.sort { ($0.index, $0.shard, $0.place) < ($1.index, $1.shard, $1.place) }
        return result
    }

    /// The parameters that say what is searched.
    private var searchParameters: [(name: String, value: String)] {
        query.all.filter { ["q", "df", "default_operator", "lenient"].contains($0.name) }
    }
}
