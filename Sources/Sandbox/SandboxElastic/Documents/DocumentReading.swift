internal import OrderedJSON

/// Reads documents, also those that searches do not see yet.
enum DocumentReading {
    /// - Throws: The server's error for parameters that are not what they should be.
    static func check(_ call: Call) throws(ElasticError) {
        _ = try call.query.bool("refresh")
        if let text = call.query["version"], Int(text) == nil {
            throw .illegalArgument(
                "Failed to parse long parameter [version] with value [\(text)]", cause: .numberFormat(text))
        }
    }

    static func get(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        if call.arguments["type"] != nil {
            call.warnOfTypes(
                "[types removal] Specifying types in document get requests is deprecated, use the /{index}/_doc/{id} "
                    + "endpoint instead.")
        }
        let (key, entry) = try find(call, &state)
        guard let entry else {
            return Answer(status: 404, .object(JSONObject(key.members(call.profile) + [("found", false)])))
        }
        var members =
            key.members(call.profile) + [
                ("_version", JSON(entry.version)), ("_seq_no", JSON(entry.sequenceNumber)),
                ("_primary_term", JSON(entry.primaryTerm)),
            ]
        if let routing = entry.routing { members.append(("_routing", .string(routing))) }
        members.append(("found", true))
        let selection = SourceSelection(call.query)
        if let source = selection.apply(to: entry.source) { members.append(("_source", source)) }
        return Answer(.object(JSONObject(members)))
    }

    static func source(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        if call.arguments["type"] != nil {
            call.warnOfTypes(
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

    private static func notStarted(_ key: DocumentKey, _ index: Index) -> ElasticError {
        let cause = ElasticError(
            "illegal_index_shard_state_exception",
            "CurrentState[RECOVERING] operations only allowed when shard state is one of [POST_RECOVERY, STARTED]",
            status: 503, details: key.errorDetails(index))
        return ElasticError(
            "no_shard_available_action_exception",
            "No shard available for [get [\(key.index)][\(key.type)][\(key.id)]: routing [null]]", status: 503,
            cause: cause)
    }

    private static func find(
        _ call: Call, _ state: inout ClusterState
    ) throws(ElasticError) -> (DocumentKey, Shard.Entry?) {
        let index = try state.indices.resolveOne(call.index ?? "")
        try IndexBlock.check(.read, index, call.profile)
        if try call.query.bool("refresh") { state.indices.change(index.name) { $0.refresh() } }
        let key = try call.document(call.arguments["id"] ?? "", in: index, named: call.index ?? "", writes: false)
        if index.isUnallocated || !index.recovery.isDone(key.shard, at: call.now) { throw notStarted(key, index) }
        if key.type != "_doc", key.type != index.mapping.type { return (key, nil) }
        let entry = state.indices.document(key)
        if let version = try call.query.int("version"), let entry, entry.version != version {
            throw key.conflict(
                "current version [\(entry.version)] is different than the one provided [\(version)]", index)
        }
        return (key, entry)
    }
}
