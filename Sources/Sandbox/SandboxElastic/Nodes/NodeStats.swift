internal import OrderedJSON
internal import SandboxWorld

/// `_nodes/stats`, `_nodes/usage` and `_nodes/hot_threads`.
enum NodeStats {
    private static let metrics: Set<String> = [
        "indices", "os", "process", "jvm", "thread_pool", "fs", "transport", "http", "breaker", "script", "discovery",
        "ingest", "adaptive_selection",
    ]

    /// The parts of `indices`, which count things that the other parts do not have.
    private static let indexMetrics = Set(Statistics.metrics + ["merges", "suggest", "bulk", "shards", "mappings"])

    static func stats(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        var wanted = Set(elements(call.arguments["metric"] ?? "_all"))
        var known = metrics
        if call.profile.has(.countsIndexingPressure) { known.formUnion(["indexing_pressure", "script_cache"]) }
        if wanted == ["_all"] {
            wanted = metrics
        } else if wanted.contains("_all") {
            throw .illegalArgument(
                "request [\(call.path)] contains _all and individual metrics [\(wanted.sorted().joined(separator: ","))]"
            )
        }
        let unknown = wanted.subtracting(known).sorted()
        if !unknown.isEmpty { throw .unrecognized(unknown, known: known.sorted(), "metric", call.path) }
        if let level = call.query["level"], !["indices", "node", "shards"].contains(level) {
            throw .illegalArgument(
                "level parameter must be one of [indices] or [node] or [shards] but was [\(level)]")
        }
        var parts = Set(Statistics.metrics)
        if let list = call.arguments["index_metric"].map(elements), list != ["_all"] {
            let strange = Set(list).subtracting(indexMetrics).sorted()
            if !strange.isEmpty {
                throw .unrecognized(strange, known: indexMetrics.sorted(), "index metric", call.path)
            }
            parts = Set(list.map { $0 == "merges" ? "merge" : $0 })
        }
        let node = NodeStats.node(wanted, parts, call, state)
        return NodeOperations.answer(call, state) { node }
    }

    private static func node(
        _ wanted: Set<String>, _ parts: Set<String>, _ call: Call, _ state: ClusterState
    ) -> JSON {
        var object = JSONObject([
            ("timestamp", JSON(call.now.milliseconds)), ("name", .string(call.nodeName)),
            ("transport_address", .string(call.transport.description)), ("host", "127.0.0.1"),
            ("ip", .string(call.transport.description)), ("roles", NodeOperations.roles(call.profile)),
        ])
        for (name, value) in sections(parts, call, state) where wanted.contains(name == "breakers" ? "breaker" : name) {
            object.append(name, value)
        }
        return .object(object)
    }

    private static func sections(
        _ parts: Set<String>, _ call: Call, _ state: ClusterState
    ) -> [(String, JSON)] {
        let machine = NodeMachine(call)
        let now = JSON(call.now.milliseconds)
        return [
            ("indices", Statistics(state.indices.values.filter(\.isOpen)).json(parts, call.profile)),
            (
                "os",
                [
                    "timestamp": now, "cpu": ["percent": 1, "load_average": ["1m": .float(0.1)]],
                    "mem": machine.memory,
                    "swap": ["total_in_bytes": 0, "free_in_bytes": 0, "used_in_bytes": 0],
                ]
            ),
            (
                "process",
                [
                    "timestamp": now, "open_file_descriptors": 200, "max_file_descriptors": 1_048_576,
                    "cpu": ["percent": 0, "total_in_millis": 10_000],
                    "mem": ["total_virtual_in_bytes": 4_294_967_296],
                ]
            ),
            (
                "jvm",
                [
                    "timestamp": now, "uptime_in_millis": JSON(machine.uptime),
                    "mem": [
                        "heap_used_in_bytes": 268_435_456, "heap_used_percent": 25,
                        "heap_committed_in_bytes": 1_073_741_824, "heap_max_in_bytes": 1_073_741_824,
                        "non_heap_used_in_bytes": 134_217_728, "non_heap_committed_in_bytes": 134_217_728,
                    ], "threads": ["count": 40, "peak_count": 40],
                ]
            ), ("thread_pool", [:]),
            (
                "fs", ["timestamp": now, "total": machine.disk, "data": [machine.disk]]
            ),
            (
                "transport",
                ["server_open": 0, "rx_count": 0, "rx_size_in_bytes": 0, "tx_count": 0, "tx_size_in_bytes": 0]
            ), ("http", ["current_open": 1, "total_opened": 1]), ("breakers", [:]),
            ("script", ["compilations": 0, "cache_evictions": 0, "compilation_limit_triggered": 0]),
            ("discovery", ["cluster_state_queue": ["total": 0, "pending": 0, "committed": 0]]),
            (
                "ingest",
                ["total": ["count": 0, "time_in_millis": 0, "current": 0, "failed": 0], "pipelines": [:]]
            ), ("adaptive_selection", [:]),
        ]
    }

    static func usage(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let metrics = Set(elements(call.arguments["metric"] ?? "_all"))
        // Other names are passed over.
        if metrics.count > 1, metrics.contains("_all") {
            throw .illegalArgument(
                "request [\(call.path)] contains _all and individual metrics [\(metrics.sorted().joined(separator: ","))]"
            )
        }
        let start = call.now.milliseconds - NodeMachine(call).uptime
        return NodeOperations.answer(call, state) {
            var object = JSONObject([("timestamp", JSON(call.now.milliseconds)), ("since", JSON(start))])
            if !metrics.isDisjoint(with: ["_all", "rest_actions"]) { object.append("rest_actions", [:]) }
            return .object(object)
        }
    }

    static func hotThreads(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        for name in ["interval", "timeout"] {
            if let text = call.query[name], let problem = TimeValue.problem(name, text) { throw problem }
        }
        let threads = try call.query.count("threads") ?? 3
        let interval = call.query["interval"] ?? "500ms"
        let letters = call.profile.nodeRoles
        let node =
            "{\(call.nodeName)}{\(state.nodeID)}{\(MadeUpIdentifier.of(state.nodeID))}{127.0.0.1}{\(call.transport)}"
        return Answer(
            text: "::: \(node){\(letters)}\n   Hot threads at \(ISODate.text(call.now.milliseconds)), "
                + "interval=\(interval), busiestThreads=\(threads), ignoreIdleThreads=true:\n\n\n")
    }
}
