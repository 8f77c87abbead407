internal import OrderedJSON

/// Repositories of snapshots.
enum RepositoryOperations {
    static func get(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let isFlat = try call.query.bool("flat_settings")
        var answer = JSONObject()
        for name in try names(call.arguments["repository"], state) {
            guard let repository = state.snapshots.repositories[name] else { continue }
            answer.append(name, ["type": .string(repository.type), "settings": repository.settings.json(flat: isFlat)])
        }
        return Answer(.object(answer))
    }

    private static func names(_ list: String?, _ state: ClusterState) throws(ElasticError) -> [String] {
        let all = state.snapshots.repositories.keys.sorted()
        let wanted = elements(list ?? "_all")
        if wanted == ["_all"] || wanted == ["*"] { return all }
        var names: [String] = []
        for name in wanted {
            if state.snapshots.repositories[name] != nil {
                names.append(name)
            } else if name.contains("*") {
                names += all.filter { Wildcard.matches(name, $0) && !names.contains($0) }
            } else {
                throw .repositoryMissing(name)
            }
        }
        return names
    }

    static func put(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let name = call.arguments["repository"] ?? ""
        if call.body.isEmpty { throw .bodyRequired }
        if call.profile.has(.repositoriesHaveNames), let rule = brokenRule(name) {
            throw ElasticError("repository_exception", "[\(name)] \(rule)", status: 500)
        }
        let body = try call.json()
        if let settings = body["settings"], settings.object == nil {
            throw .illegalArgument("Malformed settings section, should include an inner object")
        }
        if let settings = body["settings"], settings.holdsNestedLists {
            throw ElasticError(
                "settings_exception", "Failed to load settings from [\(settings.text())]", status: 500,
                cause: ElasticError(
                    "illegal_state_exception", "only value lists are allowed in serialized settings"))
        }
        guard let kind = body["type"] else { throw .validation("type is missing") }
        let type = kind.string ?? kind.text()
        let repository = try Repository(name, type: type, settings: SettingsMap(body["settings"] ?? [:]), call.profile)
        try refuseInUse(name, call, state)
        state.snapshots.repositories[name] = repository
        if repository.isForeign {
            call.hints.add("the sandbox keeps this repository in its memory, and nothing outside is used")
        }
        // It stays registered whatever comes of this.
        let verifies = call.query["verify"] == nil ? true : try call.query.bool("verify")
        if verifies {
            try state.snapshots.verify(name, call.profile)
        }
        return .acknowledged
    }

    /// The rule that a name breaks; nil when it keeps all.
    private static func brokenRule(_ name: String) -> String? {
        let forbidden: [Character] = [" ", "\"", "*", "\\", "<", "|", ",", ">", "/", "?"]
        if name.isEmpty { return "cannot be empty" }
        if name.contains("#") { return "must not contain '#'" }
        if name.contains(where: forbidden.contains) {
            return "must not contain the following characters [ , \", *, \\, <, |, ,, >, /, ?]"
        }
        return nil
    }

    static func delete(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let pattern = call.arguments["repository"] ?? ""
        let names = state.snapshots.repositories.keys.filter { Wildcard.matches(pattern, $0) }
        if names.isEmpty, pattern != "*" { throw .repositoryMissing(pattern) }
        for name in names { try refuseInUse(name, call, state) }
        for name in names { state.snapshots.repositories[name] = nil }
        return .acknowledged
    }

    static func verify(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        try state.snapshots.verify(call.arguments["repository"] ?? "", call.profile)
        let node: JSON = ["name": .string(call.nodeName)]
        return Answer(["nodes": .object(JSONObject([(state.nodeID, node)]))])
    }

    private static func refuseInUse(_ name: String, _ call: Call, _ state: ClusterState) throws(ElasticError) {
        guard state.isInUse(name, call) else { return }
        throw ElasticError(
            "illegal_state_exception", "trying to modify or unregister repository that is currently used ",
            status: 500)
    }
}

extension JSON {
    /// Whether a list in it holds more than single values, which settings cannot.
    fileprivate var holdsNestedLists: Bool {
        switch self {
        case .array(let elements): elements.contains { $0.array != nil || $0.object != nil }
        case .object(let object): object.members.contains { $0.value.holdsNestedLists }
        default: false
        }
    }
}
