internal import OrderedJSON
internal import SandboxWorld

/// Endpoints that tell of a cluster and that only newer versions have.
enum NewerViews {
    static func health(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let health = Health(Array(state.indices.values), at: call.now)
        let status = health.status == "red" ? "red" : health.status
        func indicator(_ status: String, _ symptom: String) -> JSON {
            ["status": .string(status), "symptom": .string(symptom)]
        }
        var indicators = JSONObject([
            ("master_is_stable", indicator("green", "The cluster has a stable master node")),
            ("repository_integrity", indicator("green", "All repositories are healthy.")),
            ("disk", indicator("green", "The cluster has enough available disk space.")),
        ])
        let unassigned = health.unassigned
        indicators.append(
            "shards_availability",
            indicator(
                status,
                unassigned == 0
                    ? "This cluster has all shards available."
                    : "This cluster has \(unassigned) unavailable replica shards."))
        return Answer([
            "status": .string(status), "cluster_name": .string(call.system.name), "indicators": .object(indicators),
        ])
    }

    static func features(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        Answer([
            "features": [
                ["name": "tasks", "description": "Manages task results"],
                ["name": "synonyms", "description": "Manages synonyms"],
            ]
        ])
    }

    static func resetFeatures(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        Answer([
            "features": [
                ["feature_name": "synonyms", "status": "SUCCESS"], ["feature_name": "tasks", "status": "SUCCESS"],
            ]
        ])
    }

    static func synonyms(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        Answer(["count": 0, "results": []])
    }

    static func information(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        Answer([
            "cluster_name": .string(call.system.name),
            "http": ["current_open": 1, "total_opened": 1, "clients": []],
        ])
    }

    static func balance(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        Answer(["stats": ["computation_active": false, "computation_submitted": 0], "routing_table": [:]])
    }

    static func diskUsage(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        guard try call.query.bool("run_expensive_tasks") else {
            throw .illegalArgument(
                "analyzing the disk usage of an index is expensive and resource intensive, the parameter "
                    + "[run_expensive_tasks] must be set to [true] in order for the task to be performed.")
        }
        let indices = try state.indices.resolve(call.index, ExpansionOptions(call.query, default: .init()))
        let shards = JSON(indices.map(\.shardCount).reduce(0, +))
        var answer = JSONObject([("_shards", ["total": shards, "successful": shards, "failed": 0])])
        for index in indices {
            let bytes = index.shards.map(\.files.bytes).reduce(0, +)
            answer.append(
                index.name,
                ["store_size": .string(ByteSize.text(bytes)), "store_size_in_bytes": JSON(bytes), "all_fields": [:]])
        }
        return Answer(.object(answer))
    }

    static func fieldUsage(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let indices = try state.indices.resolve(call.index, ExpansionOptions(call.query, default: .init()))
        let shards = JSON(indices.map(\.shardCount).reduce(0, +))
        var answer = JSONObject([("_shards", ["total": shards, "successful": shards, "failed": 0])])
        for index in indices { answer.append(index.name, ["shards": []]) }
        return Answer(.object(answer))
    }

    /// Which clusters names and patterns mean, and whether they have such indices.
    static func resolveCluster(_ call: Call, _ host: ClusterHost) throws(ElasticError) -> Answer {
        let search = FederatedSearch(
            call: call.with(arguments: ["index": call.arguments["name"] ?? ""], query: call.query, body: []),
            cluster: host, request: SearchRequest())
        let remotes = host.withState { $0.remotes }
        try search.checkNames(remotes)
        let (local, remote) = search.targets(remotes)
        var answer = JSONObject()
        if let local { answer.append("(local)", try cluster(local, of: host, skips: false, call)) }
        for (alias, expression) in remote.sorted(by: { $0.key < $1.key }) {
            guard let connection = remotes[alias] else { continue }
            guard let peer = host.connect(alias, connection) else {
                answer.append(alias, ["connected": false, "skip_unavailable": .bool(connection.skipsUnavailable)])
                continue
            }
            answer.append(alias, try cluster(expression, of: peer, skips: connection.skipsUnavailable, call))
        }
        return Answer(.object(answer))
    }

    private static func cluster(
        _ expression: String, of host: ClusterHost, skips: Bool, _ call: Call
    ) throws(ElasticError) -> JSON {
        let options = try ExpansionOptions(call.query, default: .init())
        let found = host.withState { state in
            Result { () throws(ElasticError) in try state.indices.resolve(expression, options).map(\.withoutDocuments) }
        }
        var object = JSONObject([("connected", true), ("skip_unavailable", .bool(skips))])
        switch found {
        case .failure(let error): object.append("error", .string(error.reason))
        case .success(let indices):
            let build = host.profile.build
            object.append("matching_indices", .bool(!indices.isEmpty))
            object.append(
                "version",
                [
                    "number": .string(build.number), "build_flavor": .string(build.flavor),
                    "minimum_wire_compatibility_version": .string(build.minimumWire),
                    "minimum_index_compatibility_version": .string(build.minimumIndex),
                ])
        }
        return .object(object)
    }
}
