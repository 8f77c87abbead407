internal import OrderedJSON
internal import SandboxWorld

/// Patterns of the replication plugin, by which indices are followed.
enum PluginRules {
    static func put(_ call: Call, _ host: ClusterHost) throws(ElasticError) -> Answer {
        guard let plugin = call.profile.plugin else { return .acknowledged }
        let (remote, name, pattern) = try read(call, plugin, needsPattern: true)
        let access = try PluginRights.follow((try? call.json()) ?? [:], plugin, call)
        _ = try host.peer(of: remote)
        let key = "\(remote):\(name)"
        if plugin == .openSearch, host.withState({ $0.follows.rules[key] != nil }) {
            let cause = ElasticError(
                "resource_already_exists_exception", "task with id {autofollow:\(key)} already exist")
            var error = ElasticError(
                "exception", "Exisiting autofollow replication rule cannot be recreated/updated", status: 500,
                cause: cause)
            error.rootCauses = [cause]
            throw error
        }
        host.withState { state in
            state.follows.rules[key] = PluginRule(
                name: name, remote: remote, pattern: pattern ?? "", due: call.now, access: access)
        }
        _ = host.catchUpPlugin(plugin, to: call.now)
        return .acknowledged
    }

    static func delete(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        guard let plugin = call.profile.plugin else { return .acknowledged }
        let (remote, name, _) = try read(call, plugin, needsPattern: false)
        try call.access?.require(["cluster:admin/\(plugin.product)/replication/autofollow/update"], on: nil)
        let key = "\(remote):\(name)"
        let removed = state.follows.rules.removeValue(forKey: key)
        if removed == nil, plugin == .openSearch {
            throw ElasticError("exception", "Autofollow replication rule \(key) does not exist", status: 500)
        }
        return .acknowledged
    }

    /// Cluster, name and pattern of a request.
    private static func read(
        _ call: Call, _ plugin: ReplicationPlugin, needsPattern: Bool
    ) throws(ElasticError) -> (String, String, String?) {
        if call.body.isEmpty { throw .bodyRequired }
        let body = try call.json()
        let pattern = body["pattern"]?.string
        if plugin == .openDistro {
            guard let remote = body["connection"]?.string else { throw .illegalArgument("missing connection") }
            guard let name = body["name"]?.string else { throw .illegalArgument("missing pattern name") }
            if needsPattern, pattern == nil { throw .illegalArgument("missing pattern") }
            if !needsPattern, pattern != nil { throw .illegalArgument("unexpected pattern provided") }
            return (remote, name, pattern)
        }
        try FollowOperations.refuseUnknown(
            body, ["leader_alias", "name", "pattern", "use_roles"], "AutoFollowRequestParser", call)
        guard let name = body["name"]?.string else {
            throw ElasticError(
                "uninitialized_property_access_exception", "lateinit property patternName has not been initialized",
                status: 500)
        }
        var problems: [String] = []
        let remote = body["leader_alias"]?.string
        if remote == nil { problems.append("Missing connection or name in the request") }
        problems += nameProblems(name)
        if needsPattern {
            if let pattern { problems += patternProblems(pattern) } else { problems.append("Missing pattern") }
        }
        if !problems.isEmpty { throw .validation(problems) }
        return (remote ?? "", name, pattern)
    }

    private static let characters = "must not contain the following characters [ , \", *, \\, <, |, ,, >, /, ?]"

    private static func nameProblems(_ name: String) -> [String] {
        var problems: [String] = []
        if name != name.lowercased() { problems.append("Value \(name) must be lowercase") }
        if name.contains(where: { " \"*\\<|,>/?".contains($0) }) { problems.append("Value \(name) \(characters)") }
        return problems
    }

    private static func patternProblems(_ pattern: String) -> [String] {
        var problems: [String] = []
        let subject = "Autofollow pattern: \(pattern)"
        if pattern.contains(where: { " \"\\<|,>/?".contains($0) }) { problems.append("\(subject) \(characters)") }
        if pattern.contains("#") || pattern.contains(":") { problems.append("\(subject) must not contain '#' or ':'") }
        if pattern.hasPrefix("_") || pattern.hasPrefix("-") {
            problems.append("\(subject) must not start with '_' or '-'")
        }
        return problems
    }
}
