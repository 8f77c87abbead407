internal import OrderedJSON
internal import SandboxWorld

/// What is done with whole indices.
enum IndexOperations {
    static func get(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let withType = try MappingOperations.includesType(call, "get indices requests")
        let options = try ExpansionOptions(call.query, default: .init())
        let isFlat = try call.query.bool("flat_settings")
        var answer = JSONObject()
        let indices = try state.indices.resolve(call.index, options)
        try IndexBlock.check(.readMetadata, indices, call.profile)
        for index in indices {
            answer.append(
                index.name,
                [
                    "aliases": index.aliasesJSON(), "mappings": index.mapping.json(withType: withType),
                    "settings": index.settings.json(flat: isFlat),
                ])
            if try call.query.bool("include_defaults") {
                let defaults = IndexSettingDefaults.of(call.profile, settings: index.settings, shards: index.shardCount)
                if defaults == nil { call.unemulated.add("parameter include_defaults") }
                var shown = answer[index.name]?.object ?? JSONObject()
                shown.append("defaults", (defaults ?? SettingsMap()).json(flat: isFlat))
                answer[index.name] = .object(shown)
            }
        }
        return Answer(.object(answer))
    }

    static func exists(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        try get(call, &state)
    }

    static func delete(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        guard let expression = call.index, !elements(expression).isEmpty else {
            throw .validation("index / indices is missing")
        }
        let options = try ExpansionOptions(call.query, default: .init(open: true, closed: true))
        try refuseAliases(in: expression, state)
        try refusePatterns(in: expression, state, call.profile)
        let indices = try state.indices.resolve(expression, options)
        try IndexBlock.check(.delete, indices, call.profile)
        try state.refuseInSnapshot("delete", indices, call)
        for index in indices { state.remove(index.name) }
        return .acknowledged
    }

    private static func refuseAliases(in expression: String, _ state: ClusterState) throws(ElasticError) {
        for name in elements(expression) where state.indices[name] == nil {
            if state.indices.values.contains(where: { $0.aliases[name] != nil }) {
                throw .illegalArgument(
                    "The provided expression [\(name)] matches an alias, specify the corresponding concrete indices "
                        + "instead.")
            }
        }
    }

    /// With `action.destructive_requires_name` every index must be named.
    private static func refusePatterns(
        in expression: String, _ state: ClusterState, _ profile: Profile
    ) throws(ElasticError) {
        let needsNames = profile.has(.destructionNeedsNames) ? "true" : "false"
        guard state.settings.text("action.destructive_requires_name") ?? needsNames == "true" else { return }
        if expression.isEmpty || expression.contains("*") || expression == "_all" {
            throw .illegalArgument("Wildcard expressions or all indices are not allowed")
        }
    }

    static func close(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        guard let expression = call.index else { throw .validation("index is missing") }
        try refusePatterns(in: expression, state, call.profile)
        let options = try ExpansionOptions(call.query, default: .init())
        let indices = try state.indices.resolve(expression, options)
        try IndexBlock.check(.changeMetadata, indices, call.profile)
        try state.refuseInSnapshot("close", indices, call)
        let restoring = indices.filter { !$0.recovery.isDone(at: call.now) }
        if !restoring.isEmpty {
            throw .illegalArgument("Cannot close indices that are being restored: \(restoring.errorList)")
        }
        let keepsShards = call.profile.has(.closeNamesIndices)
        let open = indices.filter(\.isOpen)
        for index in open {
            state.indices.change(index.name) { $0.close(at: keepsShards ? call.now : nil) }
        }
        if !keepsShards { return .acknowledged }
        let closed = open.map { ($0.name, JSON.object(JSONObject([("closed", true)]))) }
        return Answer([
            "acknowledged": true, "shards_acknowledged": .bool(!closed.isEmpty),
            "indices": .object(JSONObject(closed)),
        ])
    }

    static func open(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        guard let expression = call.index else { throw .validation("index is missing") }
        try refusePatterns(in: expression, state, call.profile)
        let options = try ExpansionOptions(call.query, default: .init(open: false, closed: true))
        let indices = try state.indices.resolve(expression, options)
        try IndexBlock.check(.changeMetadata, indices, call.profile)
        try ShardLimit.check(adding: indices.filter { !$0.isOpen }.map(\.allShards).reduce(0, +), state, call)
        for index in indices { state.indices.change(index.name) { $0.open(at: call.now) } }
        return Answer(["acknowledged": true, "shards_acknowledged": true])
    }

    static func flush(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let isForced = try call.query.bool("force")
        let waits = try call.query.bool("wait_if_ongoing", default: true)
        if isForced, !waits, call.profile.has(.forceFlushWaits) {
            throw .validation("wait_if_ongoing must be true for a force flush")
        }
        return try refresh(call, &state)
    }

    /// Marks the shards of indices that are there; what is not there is passed over.
    static func flushSynced(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        if call.profile.has(.syncedFlushIsDeprecated) {
            call.warnings.add(
                "Synced flush is deprecated and will be removed in 8.0. Use flush at _/flush or /{index}/_flush instead."
            )
        }
        var options = try ExpansionOptions(call.query, default: .init())
        options.ignoreUnavailable = true
        let indices = try state.indices.resolve(call.index, options)
        func counts(_ indices: [Index]) -> JSONObject {
            let open = indices.filter(\.isOpen)
            return [
                "total": JSON(indices.map(\.allShards).reduce(0, +)),
                "successful": JSON(open.map(\.shardCount).reduce(0, +)),
                "failed": JSON(indices.filter { !$0.isOpen }.map(\.allShards).reduce(0, +)),
            ]
        }
        var answer = JSONObject([("_shards", .object(counts(indices)))])
        for index in indices {
            var own = counts([index])
            if !index.isOpen {
                let shards = (0..<index.shardCount).map { JSON.object(["shard": JSON($0), "reason": "closed"]) }
                own.append("failures", .array(shards))
            }
            answer.append(index.name, .object(own))
            state.indices.change(index.name) { $0.refresh() }
        }
        return Answer(status: indices.allSatisfy(\.isOpen) ? 200 : 409, .object(answer))
    }

    static func forceMerge(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        if try call.query.bool("only_expunge_deletes"), call.query["max_num_segments"] != nil {
            let sentence =
                "set only_expunge_deletes and max_num_segments at the same time, those two parameters are mutually exclusive"
            if call.profile.has(.mergesOneWay) { throw .validation("cannot \(sentence)") }
        }
        let options = try ExpansionOptions(call.query, default: .init(forbidsClosed: true))
        try IndexBlock.check(.changeMetadata, try state.indices.resolve(call.index, options), call.profile)
        return try check(call, &state)
    }

    static func refresh(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let answer = try check(call, &state)
        let options = try ExpansionOptions(call.query, default: .init(forbidsClosed: true))
        for index in try state.indices.resolve(call.index, options) {
            state.indices.change(index.name) { index in
                index.hurryRecovery()
                index.refresh()
            }
        }
        return answer
    }

    /// Answers for all shards of indices without doing anything to them.
    static func check(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let options = try ExpansionOptions(call.query, default: .init(forbidsClosed: true))
        let indices = try state.indices.resolve(call.index, options)
        let successful = indices.map(\.shardCount).reduce(0, +)
        let total = indices.map(\.allShards).reduce(0, +)
        return Answer(["_shards": ["total": JSON(total), "successful": JSON(successful), "failed": 0]])
    }
}
