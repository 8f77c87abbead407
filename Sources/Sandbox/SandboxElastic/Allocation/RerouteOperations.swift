internal import OrderedJSON

/// `_cluster/reroute`: with one node there is nowhere to move a shard to, so each command is explained or refused.
enum RerouteOperations {
    static func reroute(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        var explanations: [JSON] = []
        let explains = try call.query.bool("explain")
        for command in try commands(call) {
            let objection = try command.objection(call, state)
            if !explains { throw .illegalArgument("[\(command.name)_allocation] \(objection)") }
            explanations.append(command.explanation(objection))
        }
        var metrics = Set(elements(call.query["metric"] ?? ""))
        if call.query["metric"] == nil {
            metrics = ["version", "master_node", "blocks", "nodes", "routing_table", "routing_nodes", "customs"]
        }
        var answer = JSONObject([("acknowledged", true)])
        let isBare = call.profile.has(.rerouteTellsNothing) && metrics == ["none"]
        if !isBare { answer.append("state", .object(StateOperations.parts(metrics, call, state))) }
        if explains { answer.append("explanations", .array(explanations)) }
        var result = Answer(.object(answer))
        result.didNothing = !explanations.isEmpty
        return result
    }

    private static func commands(_ call: Call) throws(ElasticError) -> [RerouteCommand] {
        if call.body.isEmpty { return [] }
        let body = try call.json()
        let known: Set<String> = ["commands", "dry_run"]
        if let unknown = body.object?.names.first(where: { !known.contains($0) }) {
            let place = SourceMap(call.body).name(unknown)
            throw .xContent("[cluster_reroute] \(call.profile.unknownField(unknown))", at: place)
        }
        guard let value = body["commands"] else { return [] }
        guard let list = value.array else {
            let token = JSONToken.name(of: value)
            throw RerouteCommand.failed(
                .parse("expected either field name [commands], or start array, got [\(token)] instead"),
                at: SourceMap(call.body).value("commands"))
        }
        var commands: [RerouteCommand] = []
        for (number, command) in list.enumerated() {
            commands.append(try RerouteCommand(command, number: number, call))
        }
        return commands
    }
}
