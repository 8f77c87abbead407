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
        let persistent = upgraded(SettingsMap(json["persistent"] ?? [:]), call.profile)
        let transient = upgraded(SettingsMap(json["transient"] ?? [:]), call.profile)
        if persistent.isEmpty, transient.isEmpty { throw .validation("no settings to update") }
        try check(transient, "transient", call.profile)
        try check(persistent, "persistent", call.profile)
        var next = state
        next.settings.transient.apply(transient)
        next.settings.persistent.apply(persistent)
        try Watermarks.check(next.settings, changed: Set(transient.names + persistent.names))
        try checkRemotes(transient, in: next, call.profile)
        try checkRemotes(persistent, in: next, call.profile)
        state.settings.persistent = next.settings.persistent
        state.settings.transient = next.settings.transient
        state.remotes.update(from: state.settings, at: call.now)
        if state.settings.text("cluster.routing.allocation.enable") != "none" {
            for index in state.indices.values where index.isUnallocated {
                state.indices.change(index.name) { $0.allocate(at: call.now) }
            }
        }
        let isFlat = try call.query.bool("flat_settings")
        return Answer([
            "acknowledged": true, "persistent": persistent.withoutNulls.json(flat: isFlat),
            "transient": transient.withoutNulls.json(flat: isFlat),
        ])
    }

    /// Takes over settings of remote clusters by the names that they had before 6.5.
    private static func upgraded(_ settings: SettingsMap, _ profile: Profile) -> SettingsMap {
        guard profile.has(.upgradesRemoteNames), !profile.isOpenSearch else { return settings }
        var result = settings
        for name in settings.names where name.hasPrefix("search.remote.") {
            let current = "cluster" + name.dropFirst("search".count)
            guard let remote = RemoteSettingName(current), let value = settings[name],
                ["seeds", "proxy", "skip_unavailable"].contains(remote.property)
            else { continue }
            result[name] = nil
            // Seeds that are taken away stay as an empty list.
            result[current] = remote.property == "seeds" && value == .null ? .list([]) : value
        }
        return result
    }

    private static func check(
        _ settings: SettingsMap, _ scope: String, _ profile: Profile
    ) throws(ElasticError) {
        for name in settings.names {
            guard let value = settings[name] else { continue }
            if value == .null, name.contains("*") || name.hasPrefix("archived.") { continue }
            switch profile.clusterSettings.isDynamic(name) {
            case nil:
                throw .illegalArgument("\(scope) setting [\(name)], not recognized").lacking(.clusterSetting(name))
            case false?: throw .illegalArgument("\(scope) setting [\(name)], not dynamically updateable")
            case true?:
                try checkRemote(name, value, profile)
                if let text = value.text, let problem = SettingRules.problem(name, text) { throw problem }
            }
        }
    }

    private static func checkRemote(
        _ name: String, _ value: SettingsMap.Value, _ profile: Profile
    ) throws(ElasticError) {
        guard let remote = RemoteSettingName(name), let text = value.text else { return }
        switch remote.property {
        case "seeds":
            for seed in elements(text) {
                try RemoteSeed.check(
                    seed, mayBeAnyPort: profile.isOpenSearch, mustBePort: profile.has(.remotePortsAreChecked))
            }
        case "mode":
            guard ["sniff", "proxy"].contains(text.lowercased()) else {
                throw .illegalArgument(
                    "No enum constant org.elasticsearch.transport.RemoteConnectionStrategy.ConnectionStrategy."
                        + text.uppercased())
            }
        case "node_connections", "proxy_socket_connections":
            guard let count = Int(text) else {
                throw .illegalArgument(
                    "Failed to parse value [\(text)] for setting [\(name)]", cause: .numberFormat(text))
            }
            if count < 1 {
                throw .illegalArgument("Failed to parse value [\(text)] for setting [\(name)] must be >= 1")
            }
        case "proxy_address": if !text.isEmpty { try RemoteSeed.check(text, mayBeAnyPort: true) }
        case "transport.ping_schedule":
            if let problem = TimeValue.problem(name, text) { throw problem }
        case "skip_unavailable", "transport.compress":
            guard ["true", "false"].contains(text) else {
                throw .noTruthValue(text)
            }
        default: break
        }
    }

    /// Checks that the settings of remote clusters go together.
    private static func checkRemotes(
        _ changes: SettingsMap, in state: ClusterState, _ profile: Profile
    ) throws(ElasticError) {
        if !profile.has(.remoteModes) { return try checkSeeds(changes, in: state) }
        for alias in Set(changes.names.compactMap { RemoteSettingName($0)?.alias }).sorted() {
            let remote = RemoteSettings(alias, state.settings)
            let other: RemoteConnection.Mode = remote.mode == .proxy ? .sniff : .proxy
            if let property = remote.bound(to: other).sorted().last {
                let (required, configured) = other == .sniff ? ("SNIFF", "PROXY") : ("PROXY", "SNIFF")
                throw .illegalArgument(
                    "Setting \"\(remote.name(property))\" cannot be used with the configured "
                        + "\"\(remote.name("mode"))\" [required=\(required), configured=\(configured)]")
            }
            if !remote.addresses.isEmpty { continue }
            for property in ["skip_unavailable", "transport.compress", "transport.ping_schedule"]
            where remote.text(property) != nil {
                throw .illegalArgument(
                    "Cannot configure setting [\(remote.name(property))] if remote cluster is not enabled.")
            }
        }
    }

    /// Other settings of a remote cluster need its seeds.
    private static func checkSeeds(_ changes: SettingsMap, in state: ClusterState) throws(ElasticError) {
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
