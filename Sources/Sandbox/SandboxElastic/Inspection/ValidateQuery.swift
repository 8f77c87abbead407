internal import OrderedJSON

/// `_validate/query`: whether a query can be read, and what it is read as.
enum ValidateQuery {
    static func validate(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        if call.arguments["type"] != nil {
            call.warnOfTypes("[types removal] Specifying types in validate query requests is deprecated.")
        }
        if !call.body.isEmpty, call.query["q"] == nil, (try? call.json())?.object?.isEmpty == true {
            throw .validation("query cannot be null")
        }
        let isRewritten = try call.query.bool("rewrite")
        let explains = try call.query.bool("explain", default: isRewritten)
        var request = SearchRequest()
        var problem: ElasticError?
        do {
            request = try SearchRequest(count: call)
        } catch {
            problem = error
        }
        if let problem {
            var object = JSONObject([("valid", false)])
            if explains {
                let name = javaName(problem.type)
                object.append("error", .string("\(name): \(problem.reason)"))
            }
            return Answer(.object(object))
        }
        let options = try ExpansionOptions(call.query, default: .init(allowNone: false))
        let indices = try state.indices.resolve(call.index, options)
        if let closed = indices.first(where: { !$0.isOpen }) {
            let name = call.profile.has(.blocksNameIndex) ? "index [\(closed.name)] " : ""
            return Answer([
                "_shards": ["total": 0, "successful": 0, "failed": 0], "valid": false,
                "explanations": [
                    ["valid": false, "error": .string("\(name)blocked by: [FORBIDDEN/4/index closed];")]
                ],
            ])
        }
        var explanations: [JSON] = []
        var isValid = true
        for index in indices {
            var own = JSONObject([("index", .string(index.name))])
            do {
                let query = try query(request, index)
                let searcher = ShardSearcher(
                    Shard(), mapping: index.mapping, isLenient: request.isLenient || request.text != nil, at: call.now,
                    call.profile)
                _ = try searcher.prepare(query)
                own.append("valid", true)
                own.append("explanation", .string(LuceneText.text(query)))
            } catch {
                isValid = false
                own.append("valid", false)
                own.append("error", .string("[\(index.name)/\(index.uuid)] \(javaName(error.type))[\(error.reason)]"))
            }
            explanations.append(.object(own))
        }
        var object = JSONObject([
            (
                "_shards",
                ["total": JSON(max(indices.count, 1)), "successful": JSON(max(indices.count, 1)), "failed": 0]
            ),
            ("valid", .bool(isValid)),
        ])
        if explains { object.append("explanations", .array(explanations)) }
        return Answer(.object(object))
    }

    private static func query(_ request: SearchRequest, _ index: Index) throws(ElasticError) -> Query {
        guard let text = request.text else { return request.query }
        var reader = QueryText(text, defaultField: request.defaultField, allWords: request.allWords)
        guard let query = reader.query(fields: index.mapping.fieldNames) else { throw .queryText(text) }
        return query
    }

    /// The name of an exception's class.
    private static func javaName(_ type: String) -> String {
        type.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}
