internal import OrderedJSON
internal import SandboxWorld

/// `_tasks`: what was asked for without waiting is done at once, and kept.
enum TaskOperations {
    /// The answer to a request that may have asked not to wait.
    static func answer(
        _ counts: ByQueryCounts, creates: Bool, action: String, description: String, _ call: Call, _ host: ClusterHost
    ) -> Answer {
        let response = counts.json(creates: creates)
        guard call.query["wait_for_completion"] == "false" else { return Answer(status: counts.status, response) }
        let status = JSON.object(JSONObject(counts.members(creates: creates)))
        let (node, number) = host.withState { state in
            let number = state.tasks.add(
                action: action, description: description, start: call.now, status: status, response: response)
            return (state.nodeID, number)
        }
        return Answer(["task": .string("\(node):\(number)")])
    }

    static func get(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let name = call.arguments["task_id"] ?? ""
        let parts = name.split(separator: ":").map(String.init)
        guard parts.count == 2 else { throw .illegalArgument("malformed task id \(name)") }
        guard let number = Int(parts[1]) else {
            throw .illegalArgument("malformed task id \(name)", cause: .numberFormat(parts[1]))
        }
        guard parts[0] == state.nodeID, let task = state.tasks.done[number] else {
            let reason =
                parts[0] == state.nodeID
                ? "task [\(name)] isn't running and hasn't stored its results"
                : "task [\(name)] belongs to the node [\(parts[0])] which isn't part of the cluster and there is no "
                    + "record of the task"
            throw ElasticError("resource_not_found_exception", reason, status: 404)
        }
        return Answer([
            "completed": true,
            "task": [
                "node": .string(state.nodeID), "id": JSON(number), "type": "transport", "action": .string(task.action),
                "status": task.status, "description": .string(task.description),
                "start_time_in_millis": JSON(task.start.milliseconds), "running_time_in_nanos": 1_000_000,
                "cancellable": true, "headers": [:],
            ], "response": task.response,
        ])
    }
}
