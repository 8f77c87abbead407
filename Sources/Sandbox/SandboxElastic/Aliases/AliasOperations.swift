internal import OrderedJSON

/// `_alias` and `_aliases`.
enum AliasOperations {
    static func get(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let options = try ExpansionOptions(call.query, default: .init(open: true, closed: true))
        let indices = try state.indices.resolve(call.index, options)
        try IndexBlock.check(.readMetadata, indices, call.profile)
        guard let wanted = call.arguments["name"].map(elements) else {
            return Answer(.object(JSONObject(indices.map { ($0.name, ["aliases": $0.aliasesJSON()]) })))
        }
        let patterns = AliasPatterns(wanted)
        var answer = JSONObject()
        var found: Set<String> = []
        for index in indices {
            let names = index.aliases.keys.filter(patterns.contains)
            if names.isEmpty { continue }
            found.formUnion(names)
            answer.append(index.name, ["aliases": index.aliasesJSON { names.contains($0) }])
        }
        let missing = patterns.missing(found)
        if missing.isEmpty { return Answer(.object(answer)) }
        let subject = missing.count == 1 ? "alias" : "aliases"
        var error = JSONObject([
            ("error", .string("\(subject) [\(missing.joined(separator: ","))] missing")), ("status", 404),
        ])
        for member in answer.members { error.append(member.name, member.value) }
        return Answer(status: 404, .object(error))
    }

    /// - Throws: The server's error for a request that does not say which alias of what.
    static func checkNames(_ call: Call) throws(ElasticError) { _ = try names(call) }

    private static func names(_ call: Call) throws(ElasticError) -> (index: String, alias: String, body: JSON) {
        let body = call.body.isEmpty ? [:] : try call.json()
        let index = body["index"]?.string ?? call.index ?? ""
        let alias = body["alias"]?.string ?? call.arguments["name"] ?? ""
        if index.isEmpty { throw .illegalArgument("[indices] can't be empty") }
        if alias.isEmpty { throw .illegalArgument("[alias] can't be empty string") }
        return (index, alias, body)
    }

    static func put(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let (index, alias, body) = try names(call)
        let action = AliasAction(kind: .add, indices: elements(index), aliases: [alias], definition: body)
        return try apply([action], call, &state)
    }

    static func delete(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let action = AliasAction(
            kind: .remove, indices: elements(call.index ?? ""), aliases: elements(call.arguments["name"] ?? ""),
            definition: [:])
        return try apply([action], call, &state)
    }

    static func update(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        try apply(try AliasAction.read(call), call, &state)
    }

    /// Carries out all changes or none.
    private static func apply(
        _ actions: [AliasAction], _ call: Call, _ state: inout ClusterState
    ) throws(ElasticError) -> Answer {
        let options = ExpansionOptions(allowNone: false, open: true, closed: true)
        var isEffective = false
        // Removed indices are looked for before anything changes, and give their names free.
        var removed: Set<String> = []
        var targets: [[Index]] = []
        for action in actions {
            let indices = try state.indices.resolve(action.indices.joined(separator: ","), options).map(
                \.withoutDocuments)
            if call.profile.has(.followsAliases) { try Index.refuseAliases(indices) }
            try IndexBlock.check(action.kind == .removeIndex ? .delete : .changeMetadata, indices, call.profile)
            if action.kind == .removeIndex {
                try state.refuseInSnapshot("delete", indices, call)
                removed.formUnion(indices.map(\.name))
            }
            targets.append(indices)
        }
        var next: [String: [String: Alias]] = [:]
        for index in state.indices.values where !removed.contains(index.name) { next[index.name] = index.aliases }
        for (action, indices) in zip(actions, targets) {
            if action.kind == .removeIndex { isEffective = true }
            for index in indices where action.kind == .add {
                isEffective = true
                try add(action, to: index.name, &next, call, state, removed)
            }
            for index in indices where action.kind == .remove {
                let patterns = AliasPatterns(action.aliases)
                let gone = (next[index.name] ?? [:]).keys.filter(patterns.contains)
                for name in gone { next[index.name]?[name] = nil }
                isEffective = isEffective || !gone.isEmpty
            }
        }
        if !isEffective { throw missing(actions.flatMap(\.aliases)) }
        try checkWriteIndices(actions, next, state)
        for name in removed { state.remove(name) }
        for (name, aliases) in next { state.indices.change(name) { $0.change(aliases: aliases) } }
        return call.profile.has(.aliasesTellErrors) ? Answer(["acknowledged": true, "errors": false]) : .acknowledged
    }

    private static func add(
        _ action: AliasAction, to index: String, _ next: inout [String: [String: Alias]], _ call: Call,
        _ state: ClusterState, _ removed: Set<String>
    ) throws(ElasticError) {
        for name in action.aliases {
            if !removed.contains(name) { try AliasName.check(name, state) }
            next[index]?[name] = try Alias(name, action.definition, call)
        }
    }

    private static func checkWriteIndices(
        _ actions: [AliasAction], _ next: [String: [String: Alias]], _ state: ClusterState
    ) throws(ElasticError) {
        let indices = next.compactMap { name, aliases -> Index? in
            var index = state.indices[name]?.withoutDocuments
            index?.aliases = aliases
            return index
        }
        for name in Set(actions.flatMap(\.aliases)).sorted() {
            try AliasName.checkWriteIndices(of: name, in: indices)
        }
    }

    private static func missing(_ names: [String]) -> ElasticError {
        let ids: JSON = names.count == 1 ? .string(names[0]) : .array(names.map { .string($0) })
        return ElasticError(
            "aliases_not_found_exception", "aliases [\(names.joined(separator: ", "))] missing", status: 404,
            details: [("resource.type", "aliases"), ("resource.id", ids)])
    }
}
