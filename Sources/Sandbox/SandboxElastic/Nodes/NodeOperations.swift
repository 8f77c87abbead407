internal import OrderedJSON
internal import SandboxWorld

/// `_nodes`: the one node of a cluster, whose machine is made up.
enum NodeOperations {
    private static let metrics: Set<String> = [
        "settings", "os", "process", "jvm", "thread_pool", "transport", "http", "plugins", "ingest", "indices",
    ]

    static func get(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        var nodes = elements(call.arguments["node"] ?? "_all")
        var wanted = Set(elements(call.arguments["metric"] ?? "_all"))
        // A single part of the path means metrics if it can.
        if call.arguments["metric"] == nil, metrics.isSuperset(of: nodes) { (nodes, wanted) = (["_all"], Set(nodes)) }
        if wanted.contains("_all") { wanted = metrics }
        let isMeant = nodes.contains { matches($0, call, state) }
        let shown = try node(wanted, call)
        return answer(call, state, isMeant: isMeant) { shown }
    }

    /// The answer about the node, where it is meant.
    static func answer(
        _ call: Call, _ state: ClusterState, isMeant: Bool? = nil, _ node: () -> JSON
    ) -> Answer {
        let names = elements(call.arguments["node"] ?? "_all")
        let isShown = isMeant ?? names.contains { matches($0, call, state) }
        let found: [(String, JSON)] = isShown ? [(state.nodeID, node())] : []
        return Answer([
            "_nodes": ["total": JSON(found.count), "successful": JSON(found.count), "failed": 0],
            "cluster_name": .string(call.system.name), "nodes": .object(JSONObject(found)),
        ])
    }

    /// What the node may be.
    static func roles(_ profile: Profile) -> JSON {
        profile.has(.remoteModes)
            ? ["data", "ingest", "master", "remote_cluster_client"] : ["master", "data", "ingest"]
    }

    /// Whether a name means the node.
    static func matches(_ name: String, _ call: Call, _ state: ClusterState) -> Bool {
        switch name {
        case "_all", "_local", "_master", "master:true", "data:true", "ingest:true", "127.0.0.1", state.nodeID: true
        default: Wildcard.matches(name, call.nodeName)
        }
    }

    private static func node(_ metrics: Set<String>, _ call: Call) throws(ElasticError) -> JSON {
        let build = call.profile.build
        var object = JSONObject([
            ("name", .string(call.nodeName)), ("transport_address", .string(call.transport.description)),
            ("host", "127.0.0.1"), ("ip", "127.0.0.1"), ("version", .string(build.number)),
            ("build_flavor", .string(build.flavor)), ("build_type", .string(build.type)),
            ("build_hash", .string(build.hash)),
        ])
        if metrics.contains("indices") { object.append("total_indexing_buffer", 107_374_182) }
        object.append("roles", roles(call.profile))
        let details = details(call, flat: try call.query.bool("flat_settings"))
        for (name, detail) in details where metrics.contains(name) { object.append(name, detail) }
        return .object(object)
    }

    private static func details(_ call: Call, flat: Bool) -> [(String, JSON)] {
        var settings = SettingsMap()
        settings["cluster.name"] = .text(call.system.name)
        settings["node.name"] = .text(call.nodeName)
        settings["client.type"] = .text("node")
        settings["network.host"] = .text("127.0.0.1")
        settings["transport.port"] = .text(String(call.transport.port))
        return [
            ("settings", settings.json(flat: flat)),
            (
                "os",
                [
                    "refresh_interval_in_millis": 1000, "name": "Linux", "pretty_name": "Linux", "arch": "amd64",
                    "version": "5.10", "available_processors": 2, "allocated_processors": 2,
                ]
            ),
            ("process", ["refresh_interval_in_millis": 1000, "id": 1, "mlockall": false]),
            (
                "jvm",
                [
                    "pid": 1, "version": "17", "vm_name": "OpenJDK 64-Bit Server VM", "bundled_jdk": false,
                    "mem": ["heap_init_in_bytes": 1_073_741_824, "heap_max_in_bytes": 1_073_741_824],
                ]
            ),
            ("thread_pool", [:]),
            (
                "transport",
                [
                    "bound_address": [.string(call.transport.description)],
                    "publish_address": .string(call.transport.description), "profiles": [:],
                ]
            ),
            (
                "http",
                [
                    "bound_address": [.string(call.httpAddress)], "publish_address": .string(call.httpAddress),
                    "max_content_length_in_bytes": 104_857_600,
                ]
            ),
            ("plugins", []),
            ("ingest", ["processors": []]),
        ]
    }
}
