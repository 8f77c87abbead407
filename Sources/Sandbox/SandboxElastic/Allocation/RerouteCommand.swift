internal import OrderedJSON
internal import SandboxWorld

/// One command of a reroute, and what comes of it where there is but one node.
struct RerouteCommand {
    let name: String
    let parameters: JSONObject

    private static let members: [String: [String]] = [
        "move": ["index", "shard", "from_node", "to_node"],
        "cancel": ["index", "shard", "node", "allow_primary"],
        "allocate_replica": ["index", "shard", "node"],
        "allocate_stale_primary": ["index", "shard", "node", "accept_data_loss"],
        "allocate_empty_primary": ["index", "shard", "node", "accept_data_loss"],
    ]

    /// - Parameter number: Its place in the list of the body.
    init(_ json: JSON, number: Int, _ call: Call) throws(ElasticError) {
        let path = ["commands", String(number)]
        let places = { SourceMap(call.body) }
        guard let member = json.object?.first else {
            throw RerouteCommand.failed(.parse("command name is missing"), at: places().end(at: path))
        }
        let own = path + [member.name]
        guard let known = RerouteCommand.members[member.name] else {
            let place = places().value(at: own)
            let what =
                call.profile.has(.unknownQueryHasCause)
                ? "unknown field [\(member.name)]"
                : "unable to parse AllocationCommand with name [\(member.name)]: parser not found"
            throw RerouteCommand.failed(
                ElasticError("named_object_not_found_exception", "[\(place.line):\(place.column)] \(what)"), at: place)
        }
        name = member.name
        parameters = member.value.object ?? JSONObject()
        for parameter in parameters.members {
            let place = { places().value(at: own + [parameter.name]) }
            if !known.contains(parameter.name) {
                throw RerouteCommand.failed(
                    .parse("[\(name)] command does not support field [\(parameter.name)]"), at: place())
            }
            let text = parameter.value.string ?? parameter.value.text()
            if parameter.name == "shard", Int(text) == nil {
                throw RerouteCommand.failed(.numberFormat(text), at: place())
            }
        }
        for required in ["index", "shard"] where parameters[required] == nil {
            throw RerouteCommand.failed(
                .parse("[\(name)] command missing the \(required) parameter"), at: places().end(at: own))
        }
    }

    /// An error in the list, which is the cause of that of the whole body.
    static func failed(_ cause: ElasticError, at place: SourcePlace) -> ElasticError {
        var error = ElasticError.xContent("[cluster_reroute] failed to parse field [commands]", at: place, cause: cause)
        if cause.type != "number_format_exception" { error.rootCauses = [cause] }
        return error
    }

    private var index: String { parameters["index"]?.string ?? "" }
    private var shard: Int { parameters["shard"].flatMap { Int($0.string ?? $0.text()) } ?? 0 }

    /// What the server says against it.
    ///
    /// - Throws: An error that is one whether or not the request asks for explanations.
    func objection(_ call: Call, _ state: ClusterState) throws(ElasticError) -> String {
        for member in ["node", "from_node", "to_node"] {
            guard let node = parameters[member]?.string else { continue }
            if ![call.nodeName, state.nodeID, "127.0.0.1", "_local", "_master"].contains(node) {
                throw .illegalArgument("failed to resolve [\(node)], no matching nodes")
            }
        }
        guard let found = state.indices[index] else { throw .indexNotFound(index, resource: nil) }
        let node =
            "{\(call.nodeName)}{\(state.nodeID)}{\(MadeUpIdentifier.of(state.nodeID))}{127.0.0.1}{\(call.transport)}"
            + (call.profile.has(.nodesTellRoles) ? "{\(call.profile.nodeRoles)}" : "")
        switch name {
        case "cancel":
            if !(0..<found.shardCount).contains(shard) {
                return "can't cancel \(shard), failed to find it on node \(node)"
            }
            return "can't cancel \(shard) on node \(node), shard is primary and started"
        case "move":
            return
                "shard cannot be moved: a copy of this shard is already allocated to this node [[\(index)][\(shard)]]"
        case "allocate_replica":
            return "all copies of [\(index)][\(shard)] are already assigned. Use the move allocation command instead"
        default: return "primary [\(index)][\(shard)] is already assigned"
        }
    }

    /// The command with its objection, as an explanation shows it.
    func explanation(_ objection: String) -> JSON {
        var shown = parameters
        if name == "cancel", shown["allow_primary"] == nil { shown.append("allow_primary", false) }
        return [
            "command": .string(name), "parameters": .object(shown),
            "decisions": [
                [
                    "decider": .string("\(name)_allocation_command"), "decision": "NO",
                    "explanation": .string(objection),
                ]
            ],
        ]
    }
}
