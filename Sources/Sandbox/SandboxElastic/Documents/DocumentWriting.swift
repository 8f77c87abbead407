internal import OrderedJSON

/// Writes and deletes documents.
enum DocumentWriting {
    static let typesInIndexRequests =
        "[types removal] Specifying types in document index requests is deprecated, use the typeless endpoints "
        + "instead (/{index}/_doc/{id}, /{index}/_doc, or /{index}/_create/{id})."

    static func index(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        try write(call, &state, options: try WriteOptions(call.query, mustCreate: false))
    }

    static func create(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        try write(call, &state, options: try WriteOptions(call.query, mustCreate: true))
    }

    private static func write(
        _ call: Call, _ state: inout ClusterState, options: WriteOptions
    ) throws(ElasticError) -> Answer {
        if call.arguments["type"] != nil { call.warnOfTypes(typesInIndexRequests) }
        if call.body.isEmpty { throw .bodyRequired }
        if call.arguments["id"] == nil, call.query["op_type"] == "create" {
            throw .validation("an id must be provided if version type or value are set")
        }
        let name = call.index ?? ""
        try IndexCreation.createIfAbsent(name, call, &state)
        let index = try state.indices.resolveOne(name, writes: true)
        try IndexBlock.check(.write, index, call.profile)
        let id = call.arguments["id"] ?? call.makeIdentifier(20)
        if id.utf8.count > 512 {
            throw .validation("id is too long, must be no longer than 512 bytes but was: \(id.utf8.count)")
        }
        let key = try call.document(id, in: index, named: name, writes: true)
        return try put(call.body, key, index, options, call, &state)
    }

    /// Writes a document that is at hand, for requests of both kinds.
    static func put(
        _ source: [UInt8], _ key: DocumentKey, _ index: Index, _ options: WriteOptions, _ call: Call,
        _ state: inout ClusterState
    ) throws(ElasticError) -> Answer {
        let type = key.type == "_doc" ? index.mapping.type ?? "_doc" : key.type
        try MappingOperations.checkType(type, of: index, call.profile)
        var parser = DocumentParser(
            mapping: index.mapping, id: key.id, source: source, showsValue: call.profile.has(.previewsValues))
        do throws(ElasticError) {
            try parser.parse(try parse(source))
        } catch {
            throw call.profile.has(.documentErrorsHavePlaces) ? placed(error, in: source) : error
        }
        var mapping = index.mapping
        mapping.type = type
        try mapping.merge(parser.additions)
        let old = state.indices.document(key)
        try index.refuseFollower()
        try check(old, key, index, options)
        let fields = parser.fields
        guard
            let entry = state.indices.change(
                index.name,
                { index in
                    index.mapping = mapping
                    let term = index.primaryTerm
                    let entry = index.write(toShard: key.shard, at: call.now) { shard in
                        shard.put(
                            key.id, source: source, fields: fields, version: options.externalVersion,
                            primaryTerm: term, routing: key.routing, at: call.now)
                    }
                    if options.refresh != .none { index.refresh() }
                    return entry
                })
        else { throw .indexNotFound(index.name) }
        return key.answer(
            entry, result: old == nil ? "created" : "updated", status: old == nil ? 201 : 200, index: index,
            forcedRefresh: options.refresh == .now, call.profile)
    }

    /// The error for a document as newer versions tell it: with the place of what is wrong.
    private static func placed(_ error: ElasticError, in source: [UInt8]) -> ElasticError {
        guard error.type == "mapper_parsing_exception" else { return error }
        var placed = error
        placed.type = "document_parsing_exception"
        let place: SourcePlace
        if let name = error.reason.split(separator: "[").dropFirst().first?.split(separator: "]").first {
            place = SourceMap(source).value(at: name.split(separator: ".").map(String.init))
        } else {
            place = SourcePlace(of: 0, in: source)
        }
        let detail = error.reason == "failed to parse" ? error.causes.first.map { ": \($0.reason)" } ?? "" : ""
        placed.reason = "[\(place.line):\(place.column)] \(error.reason)\(detail)"
        placed.rootCauses = [ElasticError(placed.type, placed.reason)]
        return placed
    }

    private static func parse(_ source: [UInt8]) throws(ElasticError) -> JSONObject {
        let cause: ElasticError
        switch Result(catching: { () throws(JSONError) in try JSON(bytes: source) }) {
        case .failure(let error): cause = .unreadable(error, in: source)
        case .success(let json):
            if let name = json.firstDuplicate {
                cause = .duplicate(name, status: 400)
            } else if let object = json.object {
                return object
            } else {
                cause = .notContent
            }
        }
        var problem = ElasticError("mapper_parsing_exception", "failed to parse", cause: cause)
        problem.rootCauses = [ElasticError("mapper_parsing_exception", "failed to parse")]
        throw problem
    }

    private static func check(
        _ old: Shard.Entry?, _ key: DocumentKey, _ index: Index, _ options: WriteOptions
    ) throws(ElasticError) {
        if options.mustCreate, let old {
            throw key.conflict("document already exists (current version [\(old.version)])", index)
        }
        if let wanted = options.ifSequenceNumber, let term = options.ifPrimaryTerm {
            guard let old else {
                throw key.conflict(
                    "required seqNo [\(wanted)], primary term [\(term)]. but no document was found", index)
            }
            if old.sequenceNumber != wanted || old.primaryTerm != term {
                throw key.conflict(
                    "required seqNo [\(wanted)], primary term [\(term)]. current document has seqNo "
                        + "[\(old.sequenceNumber)] and primary term [\(old.primaryTerm)]", index)
            }
        }
        if let version = options.externalVersion, let old {
            if options.allowsEqualVersion ? old.version > version : old.version >= version {
                let relation = options.allowsEqualVersion ? "higher than" : "higher or equal to"
                throw key.conflict(
                    "current version [\(old.version)] is \(relation) the one provided [\(version)]", index)
            }
        }
    }

    static func delete(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        if call.arguments["type"] != nil {
            call.warnOfTypes(
                "[types removal] Specifying types in document index requests is deprecated, use the /{index}/_doc/{id} "
                    + "endpoint instead.")
        }
        let options = try WriteOptions(call.query)
        let index = try state.indices.resolveOne(call.index ?? "", writes: true)
        try IndexBlock.check(.write, index, call.profile)
        let key = try call.document(call.arguments["id"] ?? "", in: index, named: call.index ?? "", writes: true)
        if key.type != "_doc" { try MappingOperations.checkType(key.type, of: index, call.profile) }
        let old = state.indices.document(key)
        try index.refuseFollower()
        try check(old, key, index, options)
        guard
            let entry = state.indices.change(
                index.name,
                { index in
                    let term = index.primaryTerm
                    let entry = index.write(toShard: key.shard, at: call.now) { shard in
                        shard.delete(
                            key.id, version: options.externalVersion, primaryTerm: term, at: call.now)
                    }
                    if options.refresh != .none { index.refresh() }
                    return entry
                })
        else { throw .indexNotFound(index.name) }
        return key.answer(
            entry, result: old == nil ? "not_found" : "deleted", status: old == nil ? 404 : 200, index: index,
            forcedRefresh: options.refresh == .now, call.profile)
    }
}
