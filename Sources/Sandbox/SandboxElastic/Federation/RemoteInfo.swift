internal import OrderedJSON

/// `_remote/info`.
enum RemoteInfo {
    static func get(_ call: Call, _ cluster: ClusterHost) throws(ElasticError) -> Answer {
        let remotes = cluster.withState { $0.remotes }
        var answer = JSONObject()
        for (alias, remote) in remotes.sorted {
            let isConnected = cluster.isConnected(alias, remote, at: call.now)
            answer.append(
                alias,
                [
                    "seeds": .array(remote.seeds.map { .string($0) }), "connected": .bool(isConnected),
                    "num_nodes_connected": isConnected ? 1 : 0, "max_connections_per_cluster": 3,
                    "initial_connect_timeout": "30s", "skip_unavailable": .bool(remote.skipsUnavailable),
                ])
        }
        return Answer(.object(answer))
    }
}
