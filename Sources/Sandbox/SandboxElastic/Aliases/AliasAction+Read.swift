internal import OrderedJSON

extension AliasAction {
    /// Reads the body of `_aliases`.
    static func read(_ call: Call) throws(ElasticError) -> [AliasAction] {
        if call.body.isEmpty { throw .bodyRequired }
        let body = try call.json()
        guard let object = body.object else {
            throw parsing("Expected START_OBJECT but was: \(JSONToken.name(of: body))", at: places(call).value())
        }
        var actions: [AliasAction] = []
        for member in object.members {
            guard member.name == "actions" else {
                throw parsing(call.profile.unknownField(member.name), at: places(call).name(member.name))
            }
            for (number, entry) in (member.value.array ?? [member.value]).enumerated() {
                actions.append(try read(entry, number, call))
            }
        }
        if actions.isEmpty { throw .illegalArgument("No action specified") }
        return actions
    }

    private static func places(_ call: Call) -> SourceMap { SourceMap(call.body) }

    private static func parsing(_ reason: String, at place: SourcePlace, in parser: String = "aliases") -> ElasticError
    {
        ElasticError.xContent("[\(parser)] \(reason)", at: place)
    }

    /// An error inside an action, which is the cause in that of the whole list.
    private static func failed(_ cause: ElasticError, at place: SourcePlace) -> ElasticError {
        var error = parsing("failed to parse field [actions]", at: place)
        error.causes = [cause]
        if cause.type == error.type { error.rootCauses = [cause.causes.last ?? cause] }
        return error
    }

    private static func read(_ entry: JSON, _ number: Int, _ call: Call) throws(ElasticError) -> AliasAction {
        // Places are looked for only when something is wrong.
        let end = { places(call).end("actions") }
        guard let member = entry.object?.first else {
            throw failed(.illegalArgument("an action is empty"), at: end())
        }
        let path = ["actions", String(number)]
        guard let kind = Kind(rawValue: member.name) else {
            let place = places(call).name(at: path + [member.name])
            throw failed(
                parsing(call.profile.unknownField(member.name), at: place, in: "alias_action"), at: place)
        }
        let action = try read(kind, member.value, path + [member.name], call)
        if let second = entry.object?.dropFirst().first {
            let cause = ElasticError(
                "x_content_parse_exception", "Failed to build [alias_action] after last required field arrived",
                cause: .illegalArgument("Too many operations declared on operation entry"))
            var error = failed(cause, at: places(call).after(path + [second.name]))
            error.rootCauses = [ElasticError(cause.type, cause.reason)]
            throw error
        }
        if action.indices.isEmpty {
            throw failed(.illegalArgument("One of [index] or [indices] is required"), at: end())
        }
        if action.aliases.isEmpty, kind != .removeIndex {
            throw failed(.illegalArgument("One of [alias] or [aliases] is required"), at: end())
        }
        return action
    }

    private static func read(
        _ kind: Kind, _ json: JSON, _ path: [String], _ call: Call
    ) throws(ElasticError) -> AliasAction {
        var indices: [String] = []
        var aliases: [String] = []
        for member in json.object?.members ?? [] {
            let values = member.value.array?.compactMap(\.string) ?? [member.value.string ?? member.value.text()]
            switch member.name {
            case "index", "indices":
                if !indices.isEmpty {
                    throw unsupported("Only one of [index] and [indices] is supported", member, path, call)
                }
                indices = values
            case "alias", "aliases":
                if kind == .removeIndex {
                    throw unsupported("[\(member.name)] is unsupported for [REMOVE_INDEX]", member, path, call)
                }
                if !aliases.isEmpty {
                    throw unsupported("Only one of [alias] and [aliases] is supported", member, path, call)
                }
                aliases = values
            case let name where kind == .add && definitionNames.contains(name): break
            default:
                let place = places(call).name(at: path + [member.name])
                throw nested(
                    parsing(call.profile.unknownField(member.name), at: place, in: path[2]), path, place)
            }
        }
        return AliasAction(kind: kind, indices: indices, aliases: aliases, definition: json)
    }

    /// What an added alias stands for is read with the alias.
    private static let definitionNames: Set<String> = [
        "filter", "routing", "index_routing", "indexRouting", "index-routing", "search_routing", "searchRouting",
        "search-routing", "is_write_index",
    ]

    /// A member that cannot be beside another one.
    private static func unsupported(
        _ reason: String, _ member: JSONObject.Member, _ path: [String], _ call: Call
    ) -> ElasticError {
        let inner = path + [member.name]
        let place = member.value.array == nil ? places(call).value(at: inner) : places(call).end(at: inner)
        var error = parsing("failed to parse field [\(member.name)]", at: place, in: path[2])
        error.causes = [.illegalArgument(reason)]
        return nested(error, path, place)
    }

    /// An error inside the object of an action.
    private static func nested(_ cause: ElasticError, _ path: [String], _ place: SourcePlace) -> ElasticError {
        var middle = parsing("failed to parse field [\(path[2])]", at: place, in: "alias_action")
        middle.causes = [cause]
        var error = failed(middle, at: place)
        error.rootCauses = [ElasticError(cause.type, cause.reason)]
        return error
    }
}
