internal import OrderedJSON
internal import SandboxWorld

/// Creates indices, asked for or by the way.
enum IndexCreation {
    /// What a new index is to be.
    struct Definition {
        var settings = SettingsMap()
        var mapping: (type: String, json: JSON)?
        var aliases: [(name: String, definition: JSON)] = []
    }

    static func create(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let name = call.index ?? ""
        let withType = try MappingOperations.includesType(call, "create index requests")
        let body = try body(call)
        // A mapping below a type's name is one of an older version, and not a field called so.
        if !withType, body["mappings"]?.object?.names == ["_doc"] {
            throw .typedMapping(call.profile)
        }
        let wanted = try definition(body, withType: withType)
        if let old = state.indices[name] { try IndexBlock.check(.changeMetadata, old, call.profile) }
        let copies = call.query["wait_for_active_shards"]
        let index = try create(name, wanted, call, provided: call.arguments["index"], waitingFor: copies, &state)
        // The one node has the primary shards alone; the server would wait for others until its time is over.
        let needed = copies == "all" ? index.replicas + 1 : copies.flatMap(Int.init) ?? 1
        let isStarted = needed == 0 || !index.isUnallocated && needed < 2
        return Answer(["acknowledged": true, "shards_acknowledged": .bool(isStarted), "index": .string(name)])
    }

    /// Reads `settings`, `mappings` and `aliases` of a body.
    static func definition(_ body: JSONObject, withType: Bool) throws(ElasticError) -> Definition {
        var definition = Definition()
        for member in body.members {
            switch member.name {
            case "settings":
                if member.value.array != nil { throw .parse("key [settings] must be an object") }
                definition.settings = SettingsMap(member.value).prefixed("index.")
            case "mappings":
                let type = withType ? member.value.object?.first?.name ?? "_doc" : "_doc"
                definition.mapping = (type, withType ? member.value[type] ?? [:] : member.value)
            case "aliases":
                for alias in member.value.object?.members ?? [] {
                    if alias.value.object == nil { throw .illegalArgument("No alias is specified") }
                    definition.aliases.append((alias.name, alias.value))
                }
            default: throw .parse("unknown key [\(member.name)] for create index")
            }
        }
        return definition
    }

    /// Creates an index; what templates say counts where the definition says nothing.
    @discardableResult
    static func create(
        _ name: String, _ wanted: Definition, _ call: Call, provided: String? = nil, waitingFor copies: String? = nil,
        _ state: inout ClusterState
    ) throws(ElasticError) -> Index {
        try checkNew(name, call, state)
        let template = state.templates.definition(for: name)
        var settings = template.settings
        settings.apply(wanted.settings)
        // What was asked for is checked with what is taken away by `null`.
        try call.profile.indexSettings.check(wanted.settings)
        try IndexRules.checkTranslog(settings, creating: true, call)
        try IndexRules.check(settings)
        var index = try make(name, settings, call, provided: provided)
        if let copies {
            try IndexRules.checkCopies(copies, called: "wait_for_active_shards", replicas: index.replicas)
        }
        index.isUnallocated = ["none"].contains(state.settings.text("cluster.routing.allocation.enable"))
        let own = Set(wanted.aliases.map(\.name))
        let inherited = template.aliases.filter { !own.contains($0.name) }.map {
            ($0.name.replacing("{index}", with: name), $0.definition)
        }
        for (alias, definition) in wanted.aliases + inherited {
            try AliasName.check(alias, state)
            index.aliases[alias] = try Alias(alias, definition, call)
            try AliasName.checkWriteIndices(of: alias, in: Array(state.indices.values) + [index])
        }
        if let mapping = joined(wanted.mapping, template), mapping.json.object?.isEmpty == false {
            try define(mapping, of: &index, call)
        }
        try IndexRules.checkSort(index)
        try ShardLimit.check(creating: index, state, call)
        state.indices[name] = index
        return index
    }

    private static func joined(
        _ wanted: (type: String, json: JSON)?, _ template: TemplateContent
    ) -> (type: String, json: JSON)? {
        guard let base = template.mapping else { return wanted }
        guard let wanted else { return (template.type, base) }
        return (wanted.type, TemplateContent.merged(base, wanted.json))
    }

    private static func define(
        _ mapping: (type: String, json: JSON), of index: inout Index, _ call: Call
    ) throws(ElasticError) {
        do {
            let rules = IndexRules.mapping(index.settings, call)
            let addition = try MappingReader.mapping(
                mapping.json, type: mapping.type, rules, unemulated: call.unemulated)
            try index.mapping.merge(addition)
        } catch {
            throw ElasticError(
                "mapper_parsing_exception", "Failed to parse mapping [\(mapping.type)]: \(error.reason)", cause: error)
        }
    }

    /// - Throws: The server's error when no index can be created under a name.
    static func checkNew(_ name: String, _ call: Call, _ state: ClusterState) throws(ElasticError) {
        try IndexName.check(name, call)
        if let index = state.indices[name] {
            throw ElasticError(
                "resource_already_exists_exception", "index [\(index.name)/\(index.uuid)] already exists",
                details: index.errorDetails)
        }
        if state.indices.values.contains(where: { $0.aliases[name] != nil }) {
            throw IndexName.invalid(name, "already exists as alias")
        }
    }

    /// The body as an object; settings may be in it without their name around them.
    private static func body(_ call: Call) throws(ElasticError) -> JSONObject {
        if call.body.isEmpty { return JSONObject() }
        do {
            if let object = try JSON(bytes: call.body).object { return object }
        } catch {
            if call.profile.has(.unreadableIsContent) {
                throw ElasticError.unreadable(error, in: call.body, status: 400).asContent(of: call.body, error)
            }
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
        if try call.query.bool("require_alias"), state.indices[name] != nil || !isThere {
            throw ElasticError(
                "index_not_found_exception",
                "no such index [\(name)] and [require_alias] request flag is [true] and [\(name)] is not an alias",
                status: 404, details: [("index_uuid", "_na_"), ("index", .string(name))])
        }
        if isThere { return }
        try IndexName.check(name, call)
        try AutoCreation.check(name, state, call.profile)
        try create(name, Definition(), call, &state)
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
        if call.profile.has(.needsSoftDeletes), wanted.text("index.soft_deletes.enabled") == "false" {
            throw .illegalArgument(
                "Creating indices with soft-deletes disabled is no longer supported. Please do not specify a value for "
                    + "setting [index.soft_deletes.enabled].")
        }
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
        let slots =
            call.profile.has(.splitsByDefault) ? nil : settings.text("index.number_of_shards").flatMap { Int($0) }
        return Index(name: name, uuid: uuid, settings: settings, routingShards: slots, at: call.now)
    }
}

extension ElasticError {
    /// What a mapping gets that is inside an object named for a type.
    static func typedMapping(_ profile: Profile) -> ElasticError {
        let remedy = profile.hasNoTypes ? "" : " [_doc] unless include_type_name is set to true."
        return .illegalArgument("The mapping definition cannot be nested under a type\(remedy)")
    }
}
