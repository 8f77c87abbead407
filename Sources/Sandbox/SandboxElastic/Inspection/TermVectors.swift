internal import OrderedJSON

/// `_termvectors` and `_mtermvectors`: the words of a document's fields.
enum TermVectors {
    static func one(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let name = call.index ?? ""
        return Answer(try json(name, call.arguments["id"] ?? "", call, state))
    }

    static func several(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let body = call.body.isEmpty ? [:] : try call.json()
        var wanted = (call.query.list("ids") ?? []).map { (call.index ?? "", $0) }
        wanted += body["ids"]?.array?.compactMap { $0.string }.map { (call.index ?? "", $0) } ?? []
        wanted +=
            body["docs"]?.array?.map { document in
                (
                    document["_index"]?.string ?? call.index ?? "",
                    document["_id"]?.string ?? document["_id"]?.text() ?? ""
                )
            } ?? []
        if wanted.isEmpty { throw .validation("multi term vectors: no documents requested") }
        var documents: [JSON] = []
        for (name, id) in wanted { documents.append(try json(name, id, call, state)) }
        return Answer(["docs": .array(documents)])
    }

    private static func json(
        _ name: String, _ id: String, _ call: Call, _ state: ClusterState
    ) throws(ElasticError) -> JSON {
        let index = try state.indices.resolveOne(name)
        let key = try call.document(id, in: index, named: name, writes: false)
        let entry = state.indices.document(key)
        var members = key.members(call.profile)
        if let entry { members.append(("_version", JSON(entry.version))) }
        members += [("found", .bool(entry != nil)), ("took", 1)]
        guard let entry else { return .object(JSONObject(members)) }
        let wanted = call.query.list("fields")
        let vectors = entry.fields.sorted { $0.key < $1.key }.compactMap { field, value -> (String, JSON)? in
            if let wanted, !wanted.contains(where: { Wildcard.matches($0, field) }) { return nil }
            guard case .text(let terms) = value else { return nil }
            return (field, vector(terms))
        }
        members.append(("term_vectors", .object(JSONObject(vectors))))
        return .object(JSONObject(members))
    }

    private static func vector(_ terms: [String]) -> JSON {
        let places = Dictionary(grouping: terms.enumerated()) { $0.element }.mapValues { $0.map(\.offset) }
        let list = places.sorted { $0.key < $1.key }.map { term, places -> (String, JSON) in
            (
                term,
                [
                    "term_freq": JSON(places.count), "tokens": .array(places.map { ["position": JSON($0)] }),
                ]
            )
        }
        return [
            "field_statistics": [
                "sum_doc_freq": JSON(places.count), "doc_count": 1, "sum_ttf": JSON(terms.count),
            ], "terms": .object(JSONObject(list)),
        ]
    }
}
