internal import OrderedJSON
internal import SandboxWorld

/// `_shrink`, `_split` and `_clone`.
enum ResizeOperations {
    static func operation(
        _ kind: ResizeKind
    ) -> @Sendable (Call, inout ClusterState) throws(ElasticError) -> Answer {
        { (call, state) throws(ElasticError) in try resize(kind, call, &state) }
    }

    private static func resize(
        _ kind: ResizeKind, _ call: Call, _ state: inout ClusterState
    ) throws(ElasticError) -> Answer {
        let copies = try copiesSettings(call)
        let name = call.arguments["target"] ?? ""
        let wanted = try definition(kind, call)
        let options = ExpansionOptions(open: true, closed: false, forbidsClosed: true)
        let source = try state.indices.resolve(call.index, options).first
        guard let source else { throw .indexNotFound(call.index ?? "") }
        try IndexBlock.check(.readMetadata, [source], call.profile)
        try IndexCreation.checkNew(name, call, state)
        try call.profile.indexSettings.check(wanted.settings)
        if !source.isBlocked("write"), !source.isBlocked("read_only") {
            throw ElasticError(
                "illegal_state_exception",
                "index \(source.name) must be read-only to resize index. use \"index.blocks.write=true\"", status: 500)
        }
        let count = try shardCount(kind, wanted.settings, source)
        if source.mapping.type != nil, wanted.mapping != nil {
            throw .illegalArgument(
                "mappings are not allowed when resizing indices, all mappings are copied from the source "
                    + "index")
        }
        let settings = try settings(wanted.settings, count, kind, from: source, copies: copies, name, call, state)
        let slots = kind == .split && source.routingShards % count != 0 ? count : source.routingShards
        var index = Index(
            name: name, uuid: settings.text("index.uuid") ?? "", settings: settings, routingShards: slots, at: call.now)
        index.mapping = source.mapping
        for (alias, definition) in wanted.aliases {
            try AliasName.check(alias, state)
            index.aliases[alias] = try Alias(alias, definition, call)
        }
        try ShardLimit.check(creating: index, state, call)
        index.takeDocuments(of: source, at: call.now)
        state.indices[name] = index
        return Answer(["acknowledged": true, "shards_acknowledged": true, "index": .string(name)])
    }

    /// Whether the source's settings are taken over, which versions before 7.0 do only when asked.
    private static func copiesSettings(_ call: Call) throws(ElasticError) -> Bool {
        if call.profile.has(.resizeCopiesSettings) {
            if call.query["copy_settings"] == "false" {
                throw .illegalArgument("parameter [copy_settings] can not be explicitly set to [false]")
            }
            return true
        }
        if call.query["copy_settings"] == nil {
            call.warnings.add(
                "resize operations without copying settings is deprecated; set parameter [copy_settings] to [true] for "
                    + "future default behavior")
        }
        return try call.query.bool("copy_settings")
    }

    private static func definition(
        _ kind: ResizeKind, _ call: Call
    ) throws(ElasticError) -> IndexCreation.Definition {
        var definition = IndexCreation.Definition()
        if !call.body.isEmpty {
            let body = try call.json()
            for member in body.object?.members ?? []
            where !["settings", "aliases", "max_primary_shard_size"]
                .contains(member.name)
            {
                let place = SourceMap(call.body).name(member.name)
                throw .xContent("[resize_request] \(call.profile.unknownField(member.name))", at: place)
            }
            let known = JSONObject(
                (body.object?.members ?? []).filter { $0.name == "settings" || $0.name == "aliases" }
                    .map { ($0.name, $0.value) })
            definition = try IndexCreation.definition(known, withType: false)
        }
        if kind == .split, definition.settings["index.number_of_shards"] == nil {
            throw .validation("index.number_of_shards is required for split operations")
        }
        return definition
    }

    /// The number of shards of the new index.
    private static func shardCount(
        _ kind: ResizeKind, _ settings: SettingsMap, _ source: Index
    ) throws(ElasticError) -> Int {
        let wanted = settings.text("index.number_of_shards").flatMap { Int($0) }
        let own = source.shardCount
        switch kind {
        case .clone:
            if let wanted, wanted != own {
                throw .illegalArgument(
                    "the number of target shards (\(wanted)) must be the same as the number of source "
                        + "shards (\(own))")
            }
            return own
        case .shrink:
            // The settings were checked; whatever they say, nothing is divided by zero.
            let count = max(1, wanted ?? 1)
            if count >= own {
                throw .illegalArgument(
                    "the number of target shards [\(count)] must be less that the number of source shards [\(own)]")
            }
            if own % count != 0 {
                throw .illegalArgument("the number of source shards [\(own)] must be a multiple of [\(count)]")
            }
            return count
        case .split:
            let count = wanted ?? own
            if count <= own {
                throw .illegalArgument(
                    "the number of source shards [\(own)] must be less that the number of target shards [\(count)]")
            }
            if count % own != 0 {
                throw .illegalArgument("the number of source shards [\(own)] must be a factor of [\(count)]")
            }
            if own > 1, source.routingShards % count != 0 {
                throw ElasticError(
                    "illegal_state_exception",
                    "the number of routing shards [\(source.routingShards)] must be a multiple of the target shards "
                        + "[\(count)]", status: 500)
            }
            return count
        }
    }

    private static func settings(
        _ wanted: SettingsMap, _ count: Int, _ kind: ResizeKind, from source: Index, copies: Bool, _ name: String,
        _ call: Call, _ state: ClusterState
    ) throws(ElasticError) -> SettingsMap {
        var settings = SettingsMap()
        if copies {
            settings = source.settings
        } else {
            for name in source.settings.names where name.hasPrefix("index.soft_deletes") || name.hasPrefix("index.sort")
            {
                settings[name] = source.settings[name]
            }
        }
        settings["index.number_of_replicas"] = copies ? settings["index.number_of_replicas"] : .text("1")
        settings.apply(wanted)
        settings["index.number_of_shards"] = .text(String(count))
        settings["index.creation_date"] = .text(String(call.now.milliseconds))
        settings["index.uuid"] = .text(call.makeIdentifier(22))
        settings["index.provided_name"] = .text(name)
        settings["index.resize.source.name"] = .text(source.name)
        settings["index.resize.source.uuid"] = .text(source.uuid)
        settings["index.routing_partition_size"] = .text("1")
        settings["index.version.created"] = source.settings["index.version.created"]
        settings["index.version.upgraded"] = .text(call.profile.versionCreated)
        if kind == .shrink {
            settings["index.routing.allocation.initial_recovery._id"] = .text(state.nodeID)
            if !call.profile.has(.resizeRetries) { settings["index.allocation.max_retries"] = .text("1") }
            if !copies {
                settings["index.shrink.source.name"] = .text(source.name)
                settings["index.shrink.source.uuid"] = .text(source.uuid)
            }
        } else if call.profile.has(.resizeRetries) {
            settings["index.routing.allocation.initial_recovery._id"] = .null
        }
        return settings
    }
}

extension Index {
    /// Takes over the documents of another index, spread over its own shards.
    mutating func takeDocuments(of source: Index, at now: SandboxInstant) {
        for shard in source.shards {
            for entry in shard.entries where shard.document(entry.id)?.sequenceNumber == entry.sequenceNumber {
                let number = shardNumber(for: entry.routing ?? entry.id)
                _ = write(toShard: number, at: now) { shard in
                    shard.put(
                        entry.id, source: entry.source, fields: entry.fields, version: entry.version, primaryTerm: 1,
                        routing: entry.routing, at: now)
                }
            }
        }
        refresh()
    }
}
