internal import OrderedJSON

/// `_update` with a part of a document.
enum DocumentUpdating {
    static func update(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        if call.arguments["type"] != nil {
            call.warnOfTypes(
                "[types removal] Specifying types in document update requests is deprecated, use the endpoint "
                    + "/{index}/_update/{id} instead.")
        }
        let options = try WriteOptions(call.query)
        if call.body.isEmpty { throw .validation("script or doc is missing") }
        let request = try call.json()
        for name in ["script", "_source", "scripted_upsert"] where request[name] != nil {
            call.unemulated.add("update \(name)")
        }
        try check(request, call.body, call.profile)
        let name = call.index ?? ""
        try IndexCreation.createIfAbsent(name, call, &state)
        let index = try state.indices.resolveOne(name, writes: true)
        try IndexBlock.check(.write, index, call.profile)
        let key = try call.document(call.arguments["id"] ?? "", in: index, named: name, writes: true)
        guard let old = state.indices.document(key) else {
            let upsert = request["doc_as_upsert"]?.bool == true ? request["doc"] : request["upsert"]
            guard let upsert else {
                throw ElasticError(
                    "document_missing_exception", "[\(key.type)][\(key.id)]: document missing", status: 404,
                    details: key.errorDetails(index))
            }
            return try DocumentWriting.put(upsert.bytes(), key, index, options, call, &state)
        }
        let before = (try? JSON(bytes: old.source)) ?? [:]
        let after = merged(before, request["doc"] ?? [:])
        if after.isEquivalent(to: before), request["detect_noop"]?.bool != false {
            return Answer(noop(key, old, index, call.profile))
        }
        return try DocumentWriting.put(after.bytes(), key, index, options, call, &state)
    }

    private static func noop(_ key: DocumentKey, _ entry: Shard.Entry, _ index: Index, _ profile: Profile) -> JSON {
        let sequence: [(String, JSON)] = [
            ("_seq_no", JSON(entry.sequenceNumber)), ("_primary_term", JSON(index.primaryTerm)),
        ]
        return .object(
            JSONObject(
                key.members(profile) + [
                    ("_version", JSON(entry.version)), ("result", "noop"),
                    ("_shards", ["total": 0, "successful": 0, "failed": 0]),
                ] + (profile.has(.noopTellsSequence) ? sequence : [])))
    }

    private static func check(_ request: JSON, _ body: [UInt8], _ profile: Profile) throws(ElasticError) {
        let known: Set<String> = ["doc", "upsert", "doc_as_upsert", "detect_noop"]
        for name in request.object?.names ?? [] where !known.contains(name) {
            let place = SourceMap(body).name(name)
            throw .xContent("[UpdateRequest] \(profile.unknownField(name, among: known))", at: place)
        }
        for name in ["doc", "upsert"] {
            guard let value = request[name], value.object == nil else { continue }
            throw unsupported(value, name, body)
        }
        for name in ["doc_as_upsert", "detect_noop"] {
            guard let value = request[name], value.object != nil || value.array != nil || value.isNull else { continue }
            throw unsupported(value, name, body)
        }
        if request["doc"] == nil { throw .validation("script or doc is missing") }
    }

    private static func unsupported(_ value: JSON, _ name: String, _ body: [UInt8]) -> ElasticError {
        let place = SourceMap(body).value(name)
        return ElasticError.xContent(
            "[UpdateRequest] \(name) doesn't support values of type: "
                + JSONToken.name(of: value), at: place)
    }

    /// A document with a part of it replaced: objects are joined, everything else is taken from the part.
    private static func merged(_ document: JSON, _ part: JSON) -> JSON {
        guard var object = document.object, let changes = part.object else { return part }
        for member in changes.members {
            object[member.name] = object[member.name].map { merged($0, member.value) } ?? member.value
        }
        return .object(object)
    }
}
