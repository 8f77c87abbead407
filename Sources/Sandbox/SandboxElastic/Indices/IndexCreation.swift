internal import OrderedJSON
internal import SandboxWorld

/// Creates indices, asked for or by the way.
enum IndexCreation {
    static func create(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let name = call.index ?? ""
        let withType = try MappingOperations.includesType(call, "create index requests")
        let body = try definition(call)
        var settings = SettingsMap()
        var mapping: (type: String, json: JSON)?
        var aliases: [(String, JSON)] = []
        for member in body.members {
            switch member.name {
            case "settings": settings = SettingsMap(member.value)
            case "mappings":
                let type = withType ? member.value.object?.first?.name ?? "_doc" : "_doc"
                mapping = (type, withType ? member.value[type] ?? [:] : member.value)
            case "aliases":
                for alias in member.value.object?.members ?? [] {
                    if alias.value.object == nil { throw .illegalArgument("No alias is specified") }
                    aliases.append((alias.name, alias.value))
                }
            default: throw .parse("unknown key [\(member.name)] for create index")
            }
        }
        try IndexName.check(name)
        if let index = state.indices[name] {
            throw ElasticError(
                "resource_already_exists_exception", "index [\(index.name)/\(index.uuid)] already exists",
                details: index.errorDetails)
        }
        if state.indices.values.contains(where: { $0.aliases[name] != nil }) {
            throw IndexName.invalid(name, "already exists as alias")
        }
        var index = try make(name, settings.prefixed("index."), call, provided: call.arguments["index"])
        for (alias, definition) in aliases {
            try AliasName.check(alias, state)
            index.aliases[alias] = try Alias(alias, definition, call)
            try AliasName.checkWriteIndices(of: alias, in: Array(state.indices.values) + [index])
        }
        if let mapping, mapping.json.object?.isEmpty == false {
            do {
                let addition = try MappingReader.mapping(
                    mapping.json, type: mapping.type, unemulated: call.unemulated)
                try index.mapping.merge(addition)
            } catch {
                throw ElasticError(
                    "mapper_parsing_exception", "Failed to parse mapping [\(mapping.type)]: \(error.reason)",
                    cause: error)
            }
        }
        try ShardLimit.check(creating: index, state)
        state.indices[name] = index
        return Answer(["acknowledged": true, "shards_acknowledged": true, "index": .string(name)])
    }

    /// The body as an object; settings may stand in it without their name around them.
    private static func definition(_ call: Call) throws(ElasticError) -> JSONObject {
        if call.body.isEmpty { return JSONObject() }
        do {
            if let object = try JSON(bytes: call.body).object { return object }
        } catch {
            var problem = ElasticError.parse("Failed to parse content to map")
            problem.causes = [.unreadable(error, in: call.body)]
            throw problem
        }
        var problem = ElasticError.notContent
        problem.status = 500
        throw problem
    }

    /// Creates the index that a document is written to, when it is not there.
    static func createIfAbsent(_ name: String, _ call: Call, _ state: inout ClusterState) throws(ElasticError) {
        let isThere = state.indices[name] != nil || state.indices.values.contains { $0.aliases[name] != nil }
        if isThere { return }
        try IndexName.check(name)
        if state.settings.text("action.auto_create_index") == "false" {
            throw .indexNotFound(name, resource: "index_expression")
        }
        let index = try make(name, SettingsMap(), call)
        try ShardLimit.check(creating: index, state)
        state.indices[name] = index
    }

    private static func make(
        _ name: String, _ wanted: SettingsMap, _ call: Call, provided: String? = nil
    ) throws(ElasticError) -> Index {
        if name.hasPrefix("."), call.profile.has(.dotNamesWarn) {
            call.warnings.add(
                "index name [\(name)] starts with a dot '.', in the next major version, index names starting with a dot "
                    + "are reserved for hidden indices and system indices")
        }
        try call.profile.indexSettings.check(wanted)
        let uuid = call.makeIdentifier(22)
        var settings = wanted.withoutNulls
        if settings["index.number_of_shards"] == nil, call.profile.has(.fiveShards) {
            call.warnings.add(
                "the default number of shards will change from [5] to [1] in 7.0.0; if you wish to continue using the "
                    + "default of [5] shards, you must manage this on the create index request or with an index template"
            )
        }
        settings["index.number_of_shards"] =
            settings["index.number_of_shards"] ?? .text(call.profile.has(.fiveShards) ? "5" : "1")
        settings["index.number_of_replicas"] = settings["index.number_of_replicas"] ?? .text("1")
        settings["index.creation_date"] = .text(String(call.now.milliseconds))
        settings["index.uuid"] = .text(uuid)
        settings["index.version.created"] = .text(call.profile.versionCreated)
        for (name, value) in call.profile.givenIndexSettings where wanted[name] == nil { settings[name] = .text(value) }
        settings["index.provided_name"] = .text(provided ?? name)
        return Index(name: name, uuid: uuid, settings: settings, at: call.now)
    }
}
