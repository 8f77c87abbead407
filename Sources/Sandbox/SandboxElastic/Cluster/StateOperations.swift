internal import OrderedJSON
internal import SandboxWorld

/// `_cluster/state`.
enum StateOperations {
    static func get(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        var metrics = Set(elements(call.arguments["metric"] ?? "_all"))
        let isWhole = metrics.contains("_all")
        if isWhole {
            metrics = [
                "version", "master_node", "blocks", "nodes", "metadata", "routing_table", "routing_nodes", "customs",
            ]
        }
        let options = try ExpansionOptions(
            call.query, default: .init(ignoreUnavailable: true, open: true, closed: false))
        let indices =
            call.index == nil
            ? state.indices.values.sorted { $0.name < $1.name } : try state.indices.resolve(call.index, options)
        var answer = JSONObject([("cluster_name", .string(call.system.name))])
        let view = StateView(state: state, indices: indices, call: call)
        let isFlat = try call.query.bool("flat_settings")
        for member in parts(metrics, view, flat: isFlat).members { answer.append(member.name, member.value) }
        return Answer(.object(answer))
    }

    /// Parts of the state with all indices.
    static func parts(_ metrics: Set<String>, _ call: Call, _ state: ClusterState) -> JSONObject {
        let indices = state.indices.values.sorted { $0.name < $1.name }
        return parts(metrics, StateView(state: state, indices: indices, call: call), flat: false)
    }

    private static func parts(_ metrics: Set<String>, _ view: StateView, flat isFlat: Bool) -> JSONObject {
        let state = view.state
        var answer = JSONObject([("cluster_uuid", .string(state.uuid))])
        if metrics.contains("version") {
            answer.append("version", JSON(state.version))
            answer.append("state_uuid", .string(MadeUpIdentifier.of("state \(state.version)")))
        }
        if metrics.contains("master_node") { answer.append("master_node", .string(state.nodeID)) }
        if metrics.contains("blocks") { answer.append("blocks", view.blocks) }
        if metrics.contains("nodes") { answer.append("nodes", view.nodes) }
        if metrics.contains("metadata") {
            answer.append("metadata", view.metadata(flat: isFlat))
        }
        if metrics.contains("routing_table") { answer.append("routing_table", view.routingTable) }
        if metrics.contains("routing_nodes") { answer.append("routing_nodes", view.routingNodes) }
        if metrics.contains("customs") {
            answer.append("snapshots", ["snapshots": view.runningSnapshots])
            answer.append("snapshot_deletions", ["snapshot_deletions": []])
            answer.append("restore", ["snapshots": []])
        }
        return answer
    }
}
