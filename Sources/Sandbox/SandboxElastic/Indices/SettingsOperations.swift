internal import OrderedJSON

/// `_settings` of indices.
enum SettingsOperations {
    static func get(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let options = try ExpansionOptions(call.query, default: .init(open: true, closed: true))
        let indices = try state.indices.resolve(call.index, options)
        try IndexBlock.check(.readMetadata, indices, call.profile)
        let patterns = call.arguments["name"].map(elements)?.filter { $0 != "_all" && $0 != "*" } ?? []
        let isFlat = try call.query.bool("flat_settings")
        var answer = JSONObject()
        for index in indices {
            let settings = patterns.isEmpty ? index.settings : index.settings.filtered(patterns)
            var shown = JSONObject([("settings", settings.json(flat: isFlat))])
            if try call.query.bool("include_defaults") {
                let all = IndexSettingDefaults.of(call.profile, settings: settings, shards: index.shardCount)
                if all == nil { call.unemulated.add("parameter include_defaults") }
                let defaults = all.map { patterns.isEmpty ? $0 : $0.filtered(patterns) } ?? SettingsMap()
                shown.append("defaults", defaults.json(flat: isFlat))
                if settings.isEmpty, defaults.isEmpty { continue }
            } else if !patterns.isEmpty, settings.isEmpty {
                continue
            }
            answer.append(index.name, .object(shown))
        }
        return Answer(.object(answer))
    }

    static func put(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        if call.body.isEmpty { throw .bodyRequired }
        let json = try call.json()
        let wrapped = json.object.flatMap { $0.count == 1 ? $0["settings"] : nil }
        let changes = (json.object == nil ? SettingsMap() : SettingsMap(wrapped ?? json)).prefixed("index.")
        if changes.isEmpty { throw .validation("no settings to update") }
        let options = try ExpansionOptions(
            call.query, default: .init(allowNone: false, open: true, closed: true))
        let indices = try state.indices.resolve(call.index, options)
        // Who sets or frees one of these blocks may change other settings too, but for that of metadata.
        let frees = ["index.blocks.read_only", "index.blocks.read_only_allow_delete"].contains { changes[$0] != nil }
        if !frees, changes.names != ["index.blocks.metadata"] {
            try IndexBlock.check(.changeMetadata, indices, call.profile)
        }
        let catalog = call.profile.indexSettings
        try catalog.check(changes)
        try IndexRules.checkTranslog(changes, creating: false, call)
        let keeps = try call.query.bool("preserve_existing")
        try checkTimes(changes, on: indices, catalog)
        if let replicas = changes.text("index.number_of_replicas").flatMap(Int.init) {
            let added = indices.filter(\.isOpen).map { $0.shardCount * (replicas - $0.replicas) }.reduce(0, +)
            try ShardLimit.check(adding: added, state, call)
        }
        for index in indices {
            let replicas = changes.text("index.number_of_replicas").flatMap { Int($0) } ?? index.replicas
            try IndexRules.checkStore(changes)
            try IndexRules.checkCopies(changes, replicas: replicas)
        }
        for index in indices {
            state.indices.change(index.name) { index in
                let kept = keeps ? Set(index.settings.names) : []
                var own = SettingsMap()
                for name in changes.names where !kept.contains(name) { own[name] = changes[name] }
                index.update(own)
            }
        }
        return .acknowledged
    }

    private static func checkTimes(
        _ changes: SettingsMap, on indices: [Index], _ catalog: IndexSettingCatalog
    ) throws(ElasticError) {
        let fixed = changes.names.filter { catalog.kind(of: $0) != .dynamic && !$0.hasSuffix("*") }
        let open = indices.filter(\.isOpen)
        if !fixed.isEmpty, !open.isEmpty {
            let list = open.map { "[\($0.name)/\($0.uuid)]" }.joined(separator: ", ")
            throw .illegalArgument(
                "Can't update non dynamic settings [[\(fixed.joined(separator: ", "))]] for open indices [\(list)]")
        }
        if let final = fixed.first(where: { catalog.kind(of: $0) == .final }), let index = indices.first {
            throw .illegalArgument("final \(index.name) setting [\(final)], not updateable")
        }
    }
}
