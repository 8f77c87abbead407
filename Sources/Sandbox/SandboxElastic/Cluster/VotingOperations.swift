internal import OrderedJSON
internal import SandboxWorld

/// Small endpoints of a cluster: what waits for the master, who may not vote, indices that nobody knows.
enum VotingOperations {
    static func pendingTasks(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        Answer(["tasks": []])
    }

    /// With one node there is nobody who could vote in its place; names of nodes that are not there are taken.
    static func exclude(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let names = ["node_names", "node_ids", "node_name"].filter {
            call.query[$0] != nil || call.arguments[$0] != nil
        }
        guard names.count == 1 else {
            throw .illegalArgument(
                "Please set node identifiers correctly. One and only one of [node_name], [node_names] and [node_ids] has to "
                    + "be set")
        }
        return Answer(text: "")
    }

    static func include(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer { Answer(text: "") }

    static func dangling(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        Answer([
            "_nodes": ["total": 1, "successful": 1, "failed": 0], "cluster_name": .string(call.system.name),
            "dangling_indices": [],
        ])
    }

    static func unknownDangling(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        // That it is not there is noticed before anything else.
        throw .illegalArgument("No dangling index found for UUID [\(call.arguments["uuid"] ?? "")]")
    }
}
