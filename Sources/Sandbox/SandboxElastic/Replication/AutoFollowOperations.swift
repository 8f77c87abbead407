internal import OrderedJSON
internal import SandboxWorld

/// Patterns by which new indices are followed: `_ccr/auto_follow`.
enum AutoFollowOperations {
    static func put(_ call: Call, _ host: ClusterHost) throws(ElasticError) -> Answer {
        if call.body.isEmpty { throw .bodyRequired }
        let body = try call.json()
        var known = FollowParameters.names.union([
            "remote_cluster", "leader_index_patterns", "follow_index_pattern",
        ])
        if call.profile.has(.followSettings) { known.insert("settings") }
        if call.profile.has(.followExclusions) { known.insert("leader_index_exclusion_patterns") }
        try FollowOperations.refuseUnknown(body, known, "put_auto_follow_pattern_request", call)
        let name = call.arguments["name"] ?? ""
        try check(name, body)
        let alias = body["remote_cluster"]?.string ?? ""
        let leaders = try indices(of: alias, host)
        var pattern = AutoFollowPattern(
            remote: alias, leaderPatterns: texts(body["leader_index_patterns"]),
            exclusions: texts(body["leader_index_exclusion_patterns"]),
            followPattern: body["follow_index_pattern"]?.string, parameters: try FollowParameters(body))
        host.withState { state in
            let old = state.follows.patterns[name]
            // What is there already is never followed; of a pattern that is put again only what is new in it.
            pattern.known = old?.known ?? []
            for leader in leaders where pattern.matches(leader.name) && old?.matches(leader.name) != true {
                pattern.known.insert(leader.uuid)
            }
            state.follows.patterns[name] = pattern
        }
        return .acknowledged
    }

    private static func check(_ name: String, _ body: JSON) throws(ElasticError) {
        var problems: [String] = []
        if name.contains(",") { problems.append("[name] name must not contain a ','") }
        if name.hasPrefix("_") { problems.append("[name] name must not start with '_'") }
        if body["remote_cluster"]?.string == nil { problems.append("[remote_cluster] is missing") }
        if texts(body["leader_index_patterns"]).isEmpty { problems.append("[leader_index_patterns] is missing") }
        if !problems.isEmpty { throw .validation(problems) }
    }

    private static func texts(_ json: JSON?) -> [String] { json?.array?.compactMap(\.string) ?? [] }

    private static func indices(of alias: String, _ host: ClusterHost) throws(ElasticError) -> [Index] {
        try host.peer(of: alias).withState { state in state.indices.values.map(\.withoutDocuments) }
    }

    static func get(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let wanted = call.arguments["name"]
        if let wanted, state.follows.patterns[wanted] == nil { throw missing(wanted) }
        let patterns = state.follows.patterns.filter { wanted == nil || $0.key == wanted }
        let list = patterns.sorted { $0.key < $1.key }.map { name, pattern -> JSON in
            ["name": .string(name), "pattern": json(pattern, call)]
        }
        return Answer(["patterns": .array(list)])
    }

    private static func json(_ pattern: AutoFollowPattern, _ call: Call) -> JSON {
        var object = JSONObject()
        if call.profile.has(.pausesPatterns) { object.append("active", .bool(pattern.isActive)) }
        object.append("remote_cluster", .string(pattern.remote))
        object.append("leader_index_patterns", .array(pattern.leaderPatterns.map(JSON.string)))
        if call.profile.has(.followExclusions) {
            object.append("leader_index_exclusion_patterns", .array(pattern.exclusions.map(JSON.string)))
        }
        if let follow = pattern.followPattern { object.append("follow_index_pattern", .string(follow)) }
        for (name, value) in pattern.parameters.own { object.append(name, value) }
        return .object(object)
    }

    static func delete(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let name = call.arguments["name"] ?? ""
        guard state.follows.patterns.removeValue(forKey: name) != nil else { throw missing(name) }
        return .acknowledged
    }

    static func pause(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        try setActive(false, call, &state)
    }

    static func resume(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        try setActive(true, call, &state)
    }

    private static func setActive(
        _ isActive: Bool, _ call: Call, _ state: inout ClusterState
    ) throws(ElasticError) -> Answer {
        let name = call.arguments["name"] ?? ""
        guard state.follows.patterns[name] != nil else { throw missing(name) }
        state.follows.patterns[name]?.isActive = isActive
        return .acknowledged
    }

    private static func missing(_ name: String) -> ElasticError {
        ElasticError(
            "resource_not_found_exception", "auto-follow pattern [\(name)] is missing", status: 404)
    }

    /// What `_ccr/stats` tells of patterns.
    static func stats(_ call: Call, _ state: ClusterState) -> JSON {
        let errors = state.follows.errors.map { error -> JSON in
            [
                "leader_index": .string("\(error.pattern):\(error.leaderIndex)"),
                "timestamp": JSON(error.at.milliseconds), "auto_follow_exception": .object(error.error.full),
            ]
        }
        let remotes = Set(state.follows.patterns.values.filter(\.isActive).map(\.remote)).sorted()
        return [
            "number_of_failed_follow_indices": JSON(state.follows.errors.count),
            "number_of_failed_remote_cluster_state_requests": 0,
            "number_of_successful_follow_indices": JSON(state.follows.successes),
            "recent_auto_follow_errors": .array(errors),
            "auto_followed_clusters": .array(
                remotes.map { name -> JSON in
                    [
                        "cluster_name": .string(name), "time_since_last_check_millis": 0,
                        "last_seen_metadata_version": JSON(state.version),
                    ]
                }),
        ]
    }
}
