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
        let view = StateView(state: state, indices: indices, call: call)
        var answer = JSONObject([
            ("cluster_name", .string(call.system.name)), ("cluster_uuid", .string(state.uuid)),
        ])
        if metrics.contains("version") {
            answer.append("version", JSON(state.version))
            answer.append("state_uuid", .string(StateView.identifier("state \(state.version)")))
        }
        if metrics.contains("master_node") { answer.append("master_node", .string(state.nodeID)) }
        if metrics.contains("blocks") { answer.append("blocks", view.blocks) }
        if metrics.contains("nodes") { answer.append("nodes", view.nodes) }
        if metrics.contains("metadata") {
            answer.append("metadata", view.metadata(flat: try call.query.bool("flat_settings")))
        }
        if metrics.contains("routing_table") { answer.append("routing_table", view.routingTable) }
        if metrics.contains("routing_nodes") { answer.append("routing_nodes", view.routingNodes) }
        if metrics.contains("customs") {
            answer.append("snapshots", ["snapshots": view.runningSnapshots])
            answer.append("snapshot_deletions", ["snapshot_deletions": []])
            answer.append("restore", ["snapshots": []])
        }
        return Answer(.object(answer))
    }
}
