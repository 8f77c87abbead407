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
        for alias in Set(settings.names.compactMap { RemoteSettingName($0)?.alias }) {
            let configured = RemoteSettings(alias, settings)
            if configured.addresses.isEmpty { continue }
            let isProxy = configured.mode == .proxy
            var remote = RemoteConnection(
                mode: configured.mode, addresses: configured.addresses,
                skipsUnavailable: configured.text("skip_unavailable") == "true",
                attemptEnds: now + RemoteConnection.delay,
                maximumConnections: configured.text(isProxy ? "proxy_socket_connections" : "node_connections")
                    .flatMap(Int.init) ?? (isProxy ? 18 : 3),
                serverName: configured.text("server_name") ?? "")
            if let known = byAlias[alias], known.mode == remote.mode, known.addresses == remote.addresses {
                remote.attemptEnds = known.attemptEnds
                remote.isConnected = known.isConnected
            }
            next[alias] = remote
        }
        byAlias = next
    }
}
