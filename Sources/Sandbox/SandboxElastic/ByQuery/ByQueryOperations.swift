internal import OrderedJSON

/// `_update_by_query` and `_delete_by_query`, without scripts.
enum ByQueryOperations {
    static func delete(_ call: Call, _ host: ClusterHost) throws(ElasticError) -> Answer {
        let request = try ByQueryRequest(call, deletes: true)
        return try run(call, host, request, action: "delete") { (hit, call, state) throws(ElasticError) in
            _ = try DocumentWriting.delete(call, &state)
        }
    }

    static func update(_ call: Call, _ host: ClusterHost) throws(ElasticError) -> Answer {
        let request = try ByQueryRequest(call, deletes: false)
        return try run(call, host, request, action: "update") { (hit, call, state) throws(ElasticError) in
            _ = try DocumentWriting.index(call, &state)
        }
    }

    private static func run(
        _ call: Call, _ host: ClusterHost, _ request: ByQueryRequest, action: String,
        _ change: @escaping @Sendable (SearchResult.Hit, Call, inout ClusterState) throws(ElasticError) -> Void
    ) throws(ElasticError) -> Answer {
        let found = Result { () throws(ElasticError) in
            try FoundDocuments(request.search, request.options, call.index, call, host, writer: call.access)
        }
        let options = request.options
        let work = TaskOperations.Work(
            action: "indices:data/write/\(action)/byquery", description: "\(action)-by-query [\(call.index ?? "")]",
            creates: false
        ) { hits, counts, state in
            var counts = counts
            var rights = WriteRights(call)
            for hit in hits {
                do throws(ElasticError) {
                    try options.checkPipeline()
                    try rights.check([action == "delete" ? action : "index"], on: hit.index)
                    try refuseChanged(hit, state)
                    try change(hit, call.forHit(hit, options.ofWrites), &state)
                    if action == "delete" { counts.deleted += 1 } else { counts.updated += 1 }
                } catch {
                    counts.note(error, index: hit.index, hit: hit, goesOn: options.goesOn)
                }
            }
            for name in Set(hits.map(\.index)) where call.isRefreshing { state.indices.change(name) { $0.refresh() } }
            return counts
        }
        return try TaskOperations.perform(work, found, request.search, call, host)
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
    fileprivate func forHit(_ hit: SearchResult.Hit, _ options: [(name: String, value: String)]) -> Call {
        let routing = hit.entry.routing.map { [(name: "routing", value: $0)] } ?? []
        return with(
            arguments: ["index": hit.index, "id": hit.entry.id], query: QueryParameters(routing + options),
            body: hit.entry.source)
    }
}
