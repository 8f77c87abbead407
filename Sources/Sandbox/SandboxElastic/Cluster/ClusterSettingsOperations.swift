internal import OrderedJSON

/// `_cluster/settings`.
enum ClusterSettingsOperations {
    static func get(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let isFlat = try call.query.bool("flat_settings")
        return Answer([
            "persistent": state.settings.persistent.json(flat: isFlat),
            "transient": state.settings.transient.json(flat: isFlat),
        ])
    }

    static func put(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        if call.body.isEmpty { throw .bodyRequired }
        let json = try call.json()
        let persistent = SettingsMap(json["persistent"] ?? [:])
        let transient = SettingsMap(json["transient"] ?? [:])
        if persistent.isEmpty, transient.isEmpty { throw .validation("no settings to update") }
        let catalog = call.profile.clusterSettings
        try check(transient, "transient", catalog)
        try check(persistent, "persistent", catalog)
        var next = state
        next.settings.transient.apply(transient)
        next.settings.persistent.apply(persistent)
        try checkDependencies(transient, in: next)
        try checkDependencies(persistent, in: next)
        state.settings.persistent = next.settings.persistent
        state.settings.transient = next.settings.transient
        state.remotes.update(from: state.settings, at: call.now)
        let isFlat = try call.query.bool("flat_settings")
        return Answer([
            "acknowledged": true, "persistent": persistent.withoutNulls.json(flat: isFlat),
            "transient": transient.withoutNulls.json(flat: isFlat),
        ])
    }

    private static func check(
        _ settings: SettingsMap, _ scope: String, _ catalog: ClusterSettingCatalog
    ) throws(ElasticError) {
        for name in settings.names {
            guard let value = settings[name] else { continue }
            if value == .null, name.contains("*") { continue }
            switch catalog.isDynamic(name) {
            case nil: throw .illegalArgument("\(scope) setting [\(name)], not recognized")
            case false?: throw .illegalArgument("\(scope) setting [\(name)], not dynamically updateable")
            case true?: try checkRemote(name, value)
            }
        }
    }

    private static func checkRemote(_ name: String, _ value: SettingsMap.Value) throws(ElasticError) {
        guard let remote = RemoteSettingName(name), let text = value.text else { return }
        switch remote.property {
        case "seeds":
            for seed in elements(text) { try RemoteSeed.check(seed) }
        case "skip_unavailable", "transport.compress":
            guard ["true", "false"].contains(text) else {
                throw .illegalArgument("Failed to parse value [\(text)] as only [true] or [false] are allowed.")
            }
        default: break
        }
    }

    /// Other settings of a remote cluster need its seeds.
    private static func checkDependencies(_ changes: SettingsMap, in state: ClusterState) throws(ElasticError) {
        for name in changes.names where changes[name] != .null {
            guard let remote = RemoteSettingName(name), remote.property != "seeds" else { continue }
            let seeds = "cluster.remote.\(remote.alias).seeds"
            if state.settings.text(seeds) == nil {
                throw .illegalArgument("missing required setting [\(seeds)] for setting [\(name)]")
            }
        }
        for name in changes.names where changes[name] == .null {
            guard let remote = RemoteSettingName(name), remote.property == "seeds" else { continue }
            for property in ["proxy", "skip_unavailable", "transport.compress", "transport.ping_schedule"] {
                let dependent = "cluster.remote.\(remote.alias).\(property)"
                if state.settings.text(dependent) != nil {
                    throw .illegalArgument("missing required setting [\(name)] for setting [\(dependent)]")
                }
            }
        }
    }
}

extension SettingsMap {
    /// The settings that have a value.
    var withoutNulls: SettingsMap {
        var result = self
        for name in names where self[name] == .null { result[name] = nil }
        return result
    }
}
