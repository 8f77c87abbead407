internal import OrderedJSON
internal import SandboxWorld

/// `_remote/info`.
enum RemoteInfo {
    static func get(_ call: Call, _ cluster: ClusterHost) throws(ElasticError) -> Answer {
        let remotes = cluster.withState { $0.remotes }
        var answer = JSONObject()
        for (alias, remote) in remotes.sorted {
            let isConnected = cluster.isConnected(alias, remote, at: call.now)
            answer.append(alias, .object(members(remote, isConnected, call.profile)))
        }
        return Answer(.object(answer))
    }

    private static func members(
        _ remote: RemoteConnection, _ isConnected: Bool, _ profile: Profile
    ) -> JSONObject {
        let addresses = JSON.array(remote.addresses.map { .string($0) })
        let nodes = JSON(isConnected ? 1 : 0)
        var object = JSONObject()
        if profile.has(.remotesTellHTTP) {
            // The HTTP port is a hundred below that of transport, as everywhere in the sandbox.
            let ports = remote.addresses.compactMap { SystemAddress($0) }.map { address -> JSON in
                .string("127.0.0.1:\(address.port - 100)")
            }
            object.append("seeds", isConnected ? addresses : [])
            object.append("http_addresses", isConnected ? .array(ports) : [])
        } else if !profile.has(.remoteModes) {
            object.append("seeds", addresses)
        }
        object.append("connected", .bool(isConnected))
        switch remote.mode {
        case .proxy:
            object.append("mode", "proxy")
            object.append("proxy_address", .string(remote.addresses.first ?? ""))
            object.append("server_name", .string(remote.serverName))
            object.append("num_proxy_sockets_connected", JSON(isConnected ? remote.maximumConnections : 0))
            object.append("max_proxy_socket_connections", JSON(remote.maximumConnections))
        case .sniff:
            if profile.has(.remoteModes) {
                object.append("mode", "sniff")
                object.append("seeds", addresses)
            }
            object.append("num_nodes_connected", nodes)
            object.append("max_connections_per_cluster", JSON(remote.maximumConnections))
        }
        object.append("initial_connect_timeout", "30s")
        object.append("skip_unavailable", .bool(remote.skipsUnavailable))
        return object
    }
}
