internal import OrderedJSON
internal import SandboxWorld

/// `_cluster/stats`.
enum ClusterStats {
    static func get(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let indices = state.indices.values.sorted { $0.name < $1.name }
        let profile = call.profile
        return Answer([
            "_nodes": ["total": 1, "successful": 1, "failed": 0], "cluster_name": .string(call.system.name),
            "cluster_uuid": .string(state.uuid), "timestamp": JSON(call.now.milliseconds),
            "status": .string(Health(indices, at: call.now).status),
            "indices": counts(indices.filter(\.hasShards), profile),
            "nodes": nodes(call),
        ])
    }

    private static func counts(_ indices: [Index], _ profile: Profile) -> JSON {
        let open = indices.filter(\.isOpen)
        let statistics = Statistics(open)
        let metrics = ["docs", "store", "fielddata", "query_cache", "completion", "segments"]
        var object = JSONObject([("count", JSON(indices.count)), ("shards", shards(indices))])
        for metric in metrics { object.append(metric, statistics.part(metric, profile)) }
        guard profile.has(.clusterStatsTellMappings) else { return .object(object) }
        object.append("mappings", ["field_types": fieldTypes(open)])
        object.append(
            "analysis",
            [
                "char_filter_types": [], "tokenizer_types": [], "filter_types": [], "analyzer_types": [],
                "built_in_char_filters": [], "built_in_tokenizers": [], "built_in_filters": [],
                "built_in_analyzers": [],
            ])
        return .object(object)
    }

    private static func shards(_ indices: [Index]) -> JSON {
        let counts = indices.map(\.shardCount)
        guard let least = counts.min(), let most = counts.max() else { return [:] }
        let sum = counts.reduce(0, +)
        let spread: JSON = [
            "min": JSON(least), "max": JSON(most), "avg": .float(Double(sum) / Double(counts.count)),
        ]
        return [
            "total": JSON(sum), "primaries": JSON(sum), "replication": .float(Double(0)),
            "index": [
                "shards": spread, "primaries": spread,
                "replication": ["min": .float(Double(0)), "max": .float(Double(0)), "avg": .float(Double(0))],
            ],
        ]
    }

    private static func fieldTypes(_ indices: [Index]) -> JSON {
        var fields: [String: Int] = [:]
        var users: [String: Int] = [:]
        for index in indices {
            let types = index.mapping.fieldNames.compactMap { index.mapping.field($0)?.type }
            for type in types { fields[type, default: 0] += 1 }
            for type in Set(types) { users[type, default: 0] += 1 }
        }
        return .array(
            fields.sorted { $0.key < $1.key }.map { type, count in
                ["name": .string(type), "count": JSON(count), "index_count": JSON(users[type] ?? 0)]
            })
    }

    private static func nodes(_ call: Call) -> JSON {
        let kinds = ["total", "coordinating_only", "data", "ingest", "master"]
        var count = JSONObject(kinds.map { ($0, $0 == "coordinating_only" ? 0 : 1) })
        if call.profile.has(.remoteModes) { count.append("remote_cluster_client", 1) }
        let machine = NodeMachine(call)
        return [
            "count": .object(count), "versions": [.string(call.profile.build.number)],
            "os": [
                "available_processors": 2, "allocated_processors": 2, "names": [["name": "Linux", "count": 1]],
                "pretty_names": [["pretty_name": "Linux", "count": 1]], "mem": machine.memory,
            ], "process": ["cpu": ["percent": 0], "open_file_descriptors": ["min": 200, "max": 200, "avg": 200]],
            "jvm": [
                "max_uptime_in_millis": JSON(machine.uptime),
                "versions": [
                    [
                        "version": "17", "vm_name": "OpenJDK 64-Bit Server VM", "vm_version": "17",
                        "vm_vendor": "Debian", "count": 1,
                    ]
                ], "mem": ["heap_used_in_bytes": 268_435_456, "heap_max_in_bytes": 1_073_741_824], "threads": 40,
            ], "fs": machine.disk, "plugins": [],
            "network_types": [
                "transport_types": ["netty4": 1], "http_types": ["netty4": 1],
            ], "discovery_types": ["zen": 1],
            "packaging_types": [
                [
                    "flavor": .string(call.profile.build.flavor), "type": .string(call.profile.build.type), "count": 1,
                ]
            ],
        ]
    }
}
