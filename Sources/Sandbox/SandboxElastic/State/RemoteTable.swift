internal import SandboxWorld

/// A cluster's connections to remote ones.
struct RemoteTable: Sendable {
    /// Connections by alias.
    private var byAlias: [String: RemoteConnection] = [:]

    subscript(alias: String) -> RemoteConnection? {
        get { byAlias[alias] }
        set { byAlias[alias] = newValue }
    }

    /// The aliases, sorted.
    var aliases: [String] { byAlias.keys.sorted() }

    /// The connections with their aliases, sorted by these.
    var sorted: [(alias: String, remote: RemoteConnection)] {
        byAlias.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Makes the connections what the settings say, after these have changed.
    mutating func update(from settings: ClusterSettings, at now: SandboxInstant) {
        var next: [String: RemoteConnection] = [:]
        for name in settings.names {
            guard let remote = RemoteSettingName(name), remote.property == "seeds" else { continue }
            let seeds = elements(settings.text(name) ?? "")
            if seeds.isEmpty { continue }
            let skips = settings.text("cluster.remote.\(remote.alias).skip_unavailable") == "true"
            if var known = byAlias[remote.alias], known.seeds == seeds {
                known.skipsUnavailable = skips
                next[remote.alias] = known
            } else {
                next[remote.alias] = RemoteConnection(
                    seeds: seeds, skipsUnavailable: skips, attemptEnds: now + RemoteConnection.delay)
            }
        }
        byAlias = next
    }
}
