internal import OrderedJSON

/// `_explain`: whether one document matches a query, and with which score.
enum ExplainOperations {
    static func explain(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        if call.arguments["type"] != nil {
            call.warnOfTypes("[types removal] Specifying a type in explain requests is deprecated.")
        }
        if call.body.isEmpty, call.query["q"] == nil { throw .validation("query is missing") }
        let request = try SearchRequest(count: call)
        let index = try state.indices.resolveOne(call.index ?? "")
        try IndexBlock.check(.read, index, call.profile)
        let key = try call.document(call.arguments["id"] ?? "", in: index, named: call.index ?? "", writes: false)
        // What was not refreshed yet is not there: only searches see whether a document matches.
        guard let whole = state.indices[index.name], let entry = state.indices.document(key),
            entry.sequenceNumber < whole.shards[key.shard].visible.endIndex
        else {
            return Answer(status: 404, .object(JSONObject(key.members(call.profile) + [("matched", false)])))
        }
        let shard = whole.shards[key.shard]
        let query: Query
        if let text = request.text {
            var reader = QueryText(text, defaultField: request.defaultField, allWords: request.allWords)
            guard let read = reader.query(fields: index.mapping.fieldNames) else { throw .queryText(text) }
            query = read
        } else {
            query = request.query
        }
        let searcher = ShardSearcher(shard, mapping: index.mapping, isLenient: true, at: call.now, call.profile)
        let score = try searcher.prepare(query).score(entry.sequenceNumber)
        let explanation: JSON = [
            "value": .float(score ?? 0),
            "description": .string(
                score == nil ? "no matching clause" : "weight(\(LuceneText.text(query))), result of:"), "details": [],
        ]
        return Answer(
            .object(
                JSONObject(
                    key.members(call.profile) + [("matched", .bool(score != nil)), ("explanation", explanation)])))
    }
}
