internal import OrderedJSON

/// Reads documents, also those that searches do not see yet.
enum DocumentReading {
    static func get(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        if call.arguments["type"] != nil {
            call.warnings.add(
                "[types removal] Specifying types in document get requests is deprecated, use the /{index}/_doc/{id} "
                    + "endpoint instead.")
        }
        let (key, entry) = try find(call, &state)
        guard let entry else {
            return Answer(status: 404, .object(JSONObject(key.members + [("found", false)])))
        }
        var members =
            key.members + [
                ("_version", JSON(entry.version)), ("_seq_no", JSON(entry.sequenceNumber)),
                ("_primary_term", JSON(entry.primaryTerm)), ("found", true),
            ]
        let selection = SourceSelection(call.query)
        if let source = selection.apply(to: entry.source) { members.append(("_source", source)) }
        return Answer(.object(JSONObject(members)))
    }

    static func source(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        if call.arguments["type"] != nil {
            call.warnings.add(
                "[types removal] Specifying types in get_source and exist_sourcerequests is deprecated.")
        }
        let (key, entry) = try find(call, &state)
        guard let entry else {
            throw ElasticError(
                "resource_not_found_exception", "Document not found [\(key.index)]/[\(key.type)]/[\(key.id)]",
                status: 404)
        }
        let selection = SourceSelection(call.query)
        if selection.isWhole { return Answer(source: entry.source) }
        return Answer(selection.apply(to: entry.source) ?? [:])
    }

    private static func find(
        _ call: Call, _ state: inout ClusterState
    ) throws(ElasticError) -> (DocumentKey, Shard.Entry?) {
        let index = try state.resolveOne(call.index ?? "")
        try IndexBlock.check(.read, index)
        if try call.query.bool("refresh") { state.change(index.name) { $0.refresh() } }
        let key = DocumentKey(index, id: call.arguments["id"] ?? "", type: call.arguments["type"] ?? "_doc")
        if key.type != "_doc", key.type != index.mapping.type { return (key, nil) }
        let entry = state.document(key)
        if let version = try call.query.int("version"), let entry, entry.version != version {
            throw key.conflict(
                "current version [\(entry.version)] is different than the one provided [\(version)]", index)
        }
        return (key, entry)
    }
}
