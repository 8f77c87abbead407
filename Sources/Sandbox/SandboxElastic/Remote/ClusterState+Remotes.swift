internal import SandboxWorld

extension ClusterState {
    /// Makes the connections what the settings say, after these have changed.
    mutating func updateRemotes(at now: SandboxInstant) {
        let names = Set(persistent.names).union(transient.names)
        var next: [String: RemoteConnection] = [:]
        for name in names {
            guard let remote = RemoteSettingName(name), remote.property == "seeds" else { continue }
            let seeds = elements(setting(name) ?? "")
            if seeds.isEmpty { continue }
            let skips = setting("cluster.remote.\(remote.alias).skip_unavailable") == "true"
            if var known = remotes[remote.alias], known.seeds == seeds {
                known.skipsUnavailable = skips
                next[remote.alias] = known
            } else {
                next[remote.alias] = RemoteConnection(
                    seeds: seeds, skipsUnavailable: skips, attemptEnds: now + RemoteConnection.delay)
            }
        }
        remotes = next
    }
}
