internal import OrderedJSON

/// Where a document is: its index, its shard, its id, and what its path calls its type.
struct DocumentKey: Sendable {
    let index: String
    let shard: Int
    let id: String
    /// The type as the path says it, `_doc` when it says none.
    let type: String
    /// What decides on the shard, where that is not the id.
    let routing: String?

    init(_ index: Index, id: String, type: String, routing: String? = nil) {
        self.index = index.name
        self.routing = routing
        self.shard = index.shardNumber(for: routing ?? id)
        self.id = id
        self.type = type
    }

    /// The members every answer about a document begins with.
    func members(_ profile: Profile) -> [(String, JSON)] {
        let type: [(String, JSON)] = profile.hasNoTypes ? [] : [("_type", .string(self.type))]
        return [("_index", .string(index))] + type + [("_id", .string(id))]
    }

    /// The members of an error about this document.
    func errorDetails(_ index: Index) -> [(String, JSON)] {
        [("index_uuid", .string(index.uuid)), ("shard", .string(String(shard))), ("index", .string(index.name))]
    }

    func conflict(_ reason: String, _ index: Index) -> ElasticError {
        ElasticError(
            "version_conflict_engine_exception", "[\(id)]: version conflict, \(reason)", status: 409,
            details: errorDetails(index))
    }

    /// The answer to a write.
    func answer(
        _ entry: Shard.Entry, result: String, status: Int, index: Index, forcedRefresh: Bool, _ profile: Profile
    )
        -> Answer
    {
        var members = members(profile) + [("_version", JSON(entry.version)), ("result", .string(result))]
        if forcedRefresh { members.append(("forced_refresh", true)) }
        members += [
            ("_shards", ["total": JSON(1 + index.replicas), "successful": 1, "failed": 0]),
            ("_seq_no", JSON(entry.sequenceNumber)), ("_primary_term", JSON(entry.primaryTerm)),
        ]
        var answer = Answer(status: status, .object(JSONObject(members)))
        if status == 201 {
            let path = [self.index, type, id].map(formEncoded).joined(separator: "/")
            answer.headers.append(("Location", "/\(path)"))
        }
        return answer
    }
}
