internal import OrderedJSON

/// `_mapping` of indices.
enum MappingOperations {
    /// - Throws: The server's error for a type in the path, where none is expected.
    static func checkRead(_ call: Call) throws(ElasticError) {
        guard call.arguments["type"] != nil, call.profile.has(.typesAreDeprecated) else { return }
        if try call.query.bool("include_type_name") { return }
        throw .illegalArgument(
            "Types cannot be provided in get mapping requests, unless include_type_name is set to true.")
    }

    /// - Throws: The server's error for a body that is not there or cannot be read, and for a type in the path.
    static func checkWrite(_ call: Call) throws(ElasticError) {
        guard call.arguments["type"] != nil, call.profile.has(.typesAreDeprecated) else { return }
        if try call.query.bool("include_type_name") { return }
        if call.body.isEmpty { throw .bodyRequired }
        _ = try call.json()
        throw .illegalArgument(
            "Types cannot be provided in put mapping requests, unless the include_type_name parameter is set to true.")
    }

    static func get(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let withType = try includesType(call, "get mapping requests")
        let wanted = call.arguments["type"].map(elements) ?? []
        let options = try ExpansionOptions(call.query, default: .init(open: true, closed: false))
        var answer = JSONObject()
        let indices = try state.indices.resolve(call.index, options)
        try IndexBlock.check(.readMetadata, indices, call.profile)
        for index in indices {
            if !wanted.isEmpty {
                guard let type = index.mapping.type, wanted.contains(where: { Wildcard.matches($0, type) }) else {
                    continue
                }
            }
            answer.append(index.name, ["mappings": index.mapping.json(withType: withType)])
        }
        if answer.isEmpty, !wanted.isEmpty {
            throw ElasticError(
                "type_missing_exception", "type[[\(wanted.joined(separator: ", "))]] missing", status: 404,
                details: [("index_uuid", "_na_"), ("index", "_all")])
        }
        return Answer(.object(answer))
    }

    static func put(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let withType = try includesType(call, "put mapping requests")
        let path = call.arguments["type"]
        if call.body.isEmpty { throw .bodyRequired }
        if !call.profile.has(.typesAreDeprecated), withType, path == nil {
            throw .validation("mapping type is missing")
        }
        guard call.body.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") else {
            var problem = ElasticError.notContent
            problem.status = 500
            throw problem
        }
        var json = try call.json()
        let type = path ?? (withType ? json.object?.first?.name : nil) ?? "_doc"
        if withType, let inner = json.object?[type] { json = inner }
        let options = try ExpansionOptions(
            call.query, default: .init(allowNone: false, open: true, closed: true))
        var merged: [(String, Mapping)] = []
        let indices = try state.indices.resolve(call.index, options)
        try IndexBlock.check(.changeMetadata, indices, call.profile)
        try Index.refuseMapping(indices)
        for index in indices {
            let rules = IndexRules.mapping(index.settings, call)
            var addition = try MappingReader.mapping(json, type: type, rules, unemulated: call.unemulated)
            let own = path == nil && !withType ? index.mapping.type ?? type : type
            try checkType(own, of: index, call.profile)
            var mapping = index.mapping
            addition.type = own
            try keepFixed(index.mapping, &addition, call.profile)
            try mapping.merge(addition, wordedShortly: call.profile.has(.fieldTypesHaveParsers))
            try checkAliases(mapping, call.profile)
            merged.append((index.name, mapping))
        }
        for (name, mapping) in merged { state.indices.change(name) { $0.mapping = mapping } }
        return .acknowledged
    }

    /// What a mapping says of an index as a whole cannot be changed later, with what it is where nothing is said.
    private static let fixed: [(field: String, parameter: String, standard: Bool)] = [
        ("_routing", "required", false), ("_source", "enabled", true),
    ]

    /// Keeps what cannot be changed; older versions say nothing of it where it is about routing.
    ///
    /// - Throws: The server's error for a change.
    private static func keepFixed(
        _ old: Mapping, _ addition: inout Mapping, _ profile: Profile
    ) throws(ElasticError) {
        guard old.type != nil else { return }
        for (field, parameter, standard) in fixed {
            guard let new = addition.parameters[field] else { continue }
            let before = old.parameters[field]?[parameter]?.bool ?? standard
            let after = new[parameter]?.bool ?? standard
            if before == after { continue }
            if profile.has(.fieldTypesHaveParsers) {
                throw .illegalArgument(
                    "Mapper for [\(field)] conflicts with existing mapper:\n\tCannot update parameter [\(parameter)] from "
                        + "[\(before)] to [\(after)]")
            }
            if field == "_routing" { addition.parameters[field] = old.parameters[field] }
        }
    }

    /// - Throws: The server's error for a field that stands for one that is not there.
    private static func checkAliases(_ mapping: Mapping, _ profile: Profile) throws(ElasticError) {
        for (name, field) in mapping.properties.sorted(by: { $0.key < $1.key }) where field.type == "alias" {
            guard let path = field.parameters["path"]?.string else {
                throw ElasticError(
                    "mapper_parsing_exception", "The [path] property must be specified for field [\(name)].")
            }
            if mapping.field(path) == nil {
                throw ElasticError(
                    profile.has(.fieldTypesHaveParsers) ? "mapper_parsing_exception" : "illegal_argument_exception",
                    "Invalid [path] value [\(path)] for field alias [\(name)]: an alias must refer to an existing field "
                        + "in the mappings.")
            }
        }
    }

    /// Whether types are asked for, which the server warns of.
    static func includesType(_ call: Call, _ place: String) throws(ElasticError) -> Bool {
        if !call.profile.has(.typesAreDeprecated) { return try expectsType(call, place) }
        guard call.query["include_type_name"] != nil else { return false }
        let isAsked = try call.query.bool("include_type_name")
        let word = place.hasPrefix("get indices") ? "`include_type_name`" : "include_type_name"
        call.warnings.add(
            "[types removal] Using \(word) in \(place) is deprecated. The parameter will be removed in the next "
                + "major version.")
        return isAsked
    }

    /// Whether types are asked for where they are by default, and who says nothing is warned of the next version.
    private static func expectsType(_ call: Call, _ place: String) throws(ElasticError) -> Bool {
        let isAsked = try call.query.bool("include_type_name", default: true)
        if place.hasPrefix("put mapping"), isAsked {
            call.warnings.add(
                "[types removal] Specifying types in put mapping requests is deprecated. To be compatible with 7.0, the "
                    + "mapping definition should not be nested under the type name, and the parameter "
                    + "include_type_name must be provided and set to false.")
        } else if call.query["include_type_name"] == nil,
            !(place.hasPrefix("create") || place.hasPrefix("put template")) || call.hasMappings
        {
            let consequence =
                switch place.prefix(3) {
                case "get": "which means responses will omit the type name in mapping definitions."
                case "rol": "which means requests must omit the type name in mapping definitions."
                default: "and requests are expected to omit the type name in mapping definitions."
                }
            call.warnings.add(
                "[types removal] The parameter include_type_name should be explicitly specified in \(place) to prepare "
                    + "for 7.0. In 7.0 include_type_name will default to 'false', \(consequence)")
        }
        return isAsked
    }

    /// Checks that an index can hold documents of a type.
    ///
    /// - Throws: The server's error for a second type, or for a name no type may have.
    static func checkType(_ type: String, of index: Index, _ profile: Profile) throws(ElasticError) {
        if type.hasPrefix("_"), type != "_doc" {
            throw ElasticError(
                "invalid_type_name_exception",
                profile.has(.longTypeNameError)
                    ? "mapping type name [\(type)] can't start with '_' unless it is called [_doc]"
                    : "Document mapping type name can't start with '_', found: [\(type)]")
        }
        guard let own = index.mapping.type, own != type else { return }
        let types = [own, type].sorted().joined(separator: ", ")
        throw .illegalArgument(
            "Rejecting mapping update to [\(index.name)] as the final mapping would have more than 1 type: [\(types)]")
    }
}

extension Call {
    /// Whether the body of a request that creates an index defines a mapping.
    fileprivate var hasMappings: Bool { (try? JSON(bytes: body))?["mappings"] != nil }
}
