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

    init(_ json: JSON, _ call: Call) throws(ElasticError) {
        guard let member = json.object?.first else {
            throw .parse("command name is missing")
        }
        guard let known = RerouteCommand.members[member.name] else {
            throw ElasticError(
                "named_object_not_found_exception",
                "unable to parse AllocationCommand with name [\(member.name)]: parser "
                    + "not found")
        }
        name = member.name
        parameters = member.value.object ?? JSONObject()
        if let unknown = parameters.names.first(where: { !known.contains($0) }) {
            throw ElasticError(
                "x_content_parse_exception", "[\(name)] \(call.profile.unknownField(unknown))")
        }
        for required in ["index", "shard"] where parameters[required] == nil {
            throw .illegalArgument("Required [\(required)]")
        }
    }

    private var index: String { parameters["index"]?.string ?? "" }
    private var shard: Int { parameters["shard"]?.int ?? 0 }

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
