internal import OrderedJSON

/// `_termvectors` and `_mtermvectors`: the words of a document's fields.
enum TermVectors {
    static func one(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let body = call.body.isEmpty ? [:] : try call.json()
        let fields = call.query.list("fields") ?? body["fields"]?.array?.compactMap(\.string)
        return Answer(try json(call.index ?? "", call.arguments["id"] ?? "", fields, call, state))
    }

    static func several(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let body = call.body.isEmpty ? [:] : try call.json()
        let fields = call.query.list("fields")
        let ids = (call.query.list("ids") ?? []) + (body["ids"]?.array?.compactMap(\.string) ?? [])
        var wanted = ids.map { (call.index ?? "", $0, fields) }
        wanted +=
            body["docs"]?.array?.map { document in
                (
                    document["_index"]?.string ?? call.index ?? "",
                    document["_id"]?.string ?? document["_id"]?.text() ?? "",
                    document["fields"]?.array?.compactMap(\.string) ?? fields
                )
            } ?? []
        if wanted.isEmpty { throw .validation("multi term vectors: no documents requested") }
        var documents: [JSON] = []
        for (name, id, fields) in wanted {
            do {
                let index = try state.indices.resolveOne(name)
                try call.access?.require(["indices:data/read/mtv[shard]"], on: [index.name])
                documents.append(try json(name, id, fields, call, state))
            } catch {
                guard ["index_not_found_exception", "security_exception"].contains(error.type) else { throw error }
                // One that fails does not fail the others; it names only the index.
                var problem = error
                problem.details.removeAll { $0.0.hasPrefix("resource.") }
                documents.append([
                    "_index": .string(name), "_type": "_doc", "_id": .string(id),
                    "error": .object(problem.body["error"]?.object ?? JSONObject()),
                ])
            }
        }
        return Answer(["docs": .array(documents)])
    }

    private static func json(
        _ name: String, _ id: String, _ wanted: [String]?, _ call: Call, _ state: ClusterState
    ) throws(ElasticError) -> JSON {
        let index = try state.indices.resolveOne(name)
        let key = try call.document(id, in: index, named: name, writes: false)
        let entry = state.indices.document(key)
        var members = key.members(call.profile)
        if let entry { members.append(("_version", JSON(entry.version))) }
        members += [("found", .bool(entry != nil)), ("took", 1)]
        guard let entry else { return .object(JSONObject(members)) }
        let offsets = AnalysisChain(analyzer: "standard")
        let document = try? JSON(bytes: entry.source)
        let vectors = entry.fields.sorted { $0.key < $1.key }.compactMap { field, value -> (String, JSON)? in
            // Without names the response has only fields that keep their vectors, which a mapping has to ask for.
            guard let wanted else { return nil }
            if !wanted.contains(where: { Wildcard.matches($0, field) }) { return nil }
            guard case .text(let terms) = value else { return nil }
            let text = document?[field]?.string
            let tokens = text.flatMap { try? offsets?.tokens(of: $0) } ?? []
            return (
                field, vector(terms, tokens.map { ($0.start, $0.end) }, in: state.statistics(of: field, in: index.name))
            )
        }
        members.append(("term_vectors", .object(JSONObject(vectors))))
        return .object(JSONObject(members))
    }

    private static func vector(_ terms: [String], _ offsets: [(Int, Int)], in statistics: [Int]) -> JSON {
        let places = Dictionary(grouping: terms.enumerated()) { $0.element }.mapValues { $0.map(\.offset) }
        let list = places.sorted { $0.key < $1.key }.map { term, places -> (String, JSON) in
            (
                term,
                [
                    "term_freq": JSON(places.count), "tokens": .array(places.map { token($0, offsets) }),
                ]
            )
        }
        return [
            "field_statistics": [
                "sum_doc_freq": JSON(statistics[0]), "doc_count": JSON(statistics[1]), "sum_ttf": JSON(statistics[2]),
            ], "terms": .object(JSONObject(list)),
        ]
    }

    private static func token(_ place: Int, _ offsets: [(Int, Int)]) -> JSON {
        guard offsets.indices.contains(place) else { return ["position": JSON(place)] }
        return [
            "position": JSON(place), "start_offset": JSON(offsets[place].0), "end_offset": JSON(offsets[place].1),
        ]
    }
}

extension ClusterState {
    /// How many different terms the documents of an index have in a field together, how many documents have it, and how
    /// many terms there are in all.
    fileprivate func statistics(of field: String, in index: String) -> [Int] {
        let entries = indices[index]?.shards.flatMap { shard in shard.visible.filter { !shard.isDeleted($0) } } ?? []
        let terms = entries.compactMap { entry -> [String]? in
            if case .text(let terms)? = entry.fields[field] { terms } else { nil }
        }
        return [terms.map { Set($0).count }.reduce(0, +), terms.count, terms.map(\.count).reduce(0, +)]
    }
}
