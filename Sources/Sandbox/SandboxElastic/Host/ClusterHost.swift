internal import SandboxWorld
internal import Synchronization

/// One cluster's state behind one lock, and its ways to other clusters; the lock is never held while a peer is asked.
final class ClusterHost: Sendable {
    /// What it is called and where.
    let system: SandboxSystem
    /// The version it emulates.
    let profile: Profile
    let world: SandboxWorld
    private let state: Mutex<ClusterState>

    /// Makes an empty cluster.
    init(_ system: SandboxSystem, profile: Profile, world: SandboxWorld) {
        self.system = system
        self.profile = profile
        self.world = world
        var state = ClusterState(
            uuid: world.makeIdentifier(count: 22), nodeID: world.makeIdentifier(count: 22),
            versionCreated: profile.versionCreated,
            store: world.shared { SnapshotStore() })
        if let access = system.access {
            state.security = SecurityState(profile.securityProduct, access: access)
            if profile.securityProduct != .elasticsearch { state.storeRights(at: world.clock.now) }
        }
        self.state = Mutex(state)
    }

    /// Looks at or changes the state, in which everything that is due has happened.
    func withState<Result>(_ body: (inout sending ClusterState) -> sending Result) -> sending Result {
        let now = world.clock.now
        return state.withLock { state in
            state.advance(to: now)
            return body(&state)
        }
    }

    /// Searches indices of this cluster.
    func search(_ expression: String?, _ call: Call, _ request: SearchRequest) throws(ElasticError) -> SearchResult {
        let options = try ExpansionOptions(call.query, default: .init(forbidsClosed: true))
        let found = withState { state -> Result<([Index], [String: Query], [String: Set<Int>], String), ElasticError> in
            Result { () throws(ElasticError) in
                let indices = try state.indices.resolve(expression, options)
                var filters: [String: Query] = [:]
                var shards: [String: Set<Int>] = [:]
                for index in indices {
                    shards[index.name] = index.shards(for: request.routing, askedBy: expression)
                    guard let narrowing = state.indices.filters(of: index, in: expression) else { continue }
                    filters[index.name] = try QueryReader(call).any(of: narrowing)
                }
                return (indices, filters, shards, state.nodeID)
            }
        }
        let (indices, filters, shards, node) = try found.get()
        let searcher = Searcher(
            request: request, filters: filters, shards: shards, node: node, now: call.now, profile: profile)
        return try searcher.search(indices)
    }

    /// Whether the connection to a remote cluster exists, once its first attempt has ended.
    func isConnected(_ alias: String, _ remote: RemoteConnection, at now: SandboxInstant) -> Bool {
        let isReachable = peer(remote) != nil
        if let known = remote.isConnected { return known && isReachable }
        guard remote.attemptEnds <= now else { return false }
        withState { $0.remotes[alias]?.isConnected = isReachable }
        return isReachable
    }

    /// The remote cluster, connected now if need be; nil when nobody answers.
    func connect(_ alias: String, _ remote: RemoteConnection) -> ClusterHost? {
        let peer = peer(remote)
        withState { $0.remotes[alias]?.isConnected = peer != nil }
        return peer
    }

    /// The cluster whose HTTP port an address is, a hundred below its transport port or as the world knows it.
    func peer(atHTTP address: SystemAddress) -> ClusterHost? {
        let known = world.httpAddress(address) ?? SystemAddress(host: address.host, port: address.port + 100)
        let host = (world.peer(at: known, from: system.name)?.emulator as? any HostedCluster)?.host
        return host === self ? nil : host
    }

    /// Whether documents may be copied from an address: it is the HTTP port of another cluster of the sandbox.
    func allows(_ address: SystemAddress) -> Bool {
        let host = address.host == "localhost" ? "127.0.0.1" : address.host
        let known = world.httpAddress(address) ?? SystemAddress(host: host, port: address.port + 100)
        return world.systems.contains { $0.name != system.name && $0.addresses.contains(known) }
    }

    private func peer(_ remote: RemoteConnection) -> ClusterHost? {
        remote.addresses.lazy.compactMap { [world, system] seed -> ClusterHost? in
            guard let address = SystemAddress(seed),
                let host = (world.peer(at: address, from: system.name)?.emulator as? any HostedCluster)?.host
            else { return nil }
            // A seed only names its nodes: sniffing then connects to their own addresses.
            guard remote.mode == .sniff, let own = host.system.addresses.first else { return host }
            return world.peer(at: own, from: system.name) == nil ? nil : host
        }.first
    }

    /// What a request gets that needs a remote cluster which nobody answers for.
    static func refused(_ connection: RemoteConnection, alias: String, _ profile: Profile) -> ElasticError {
        let seed = connection.addresses.first ?? ""
        let isNested = profile.has(.connectionErrorsAreNested)
        if connection.mode == .proxy, !isNested {
            return ElasticError(
                "illegal_state_exception", "Unable to open any proxy connections to remote cluster [\(alias)]",
                status: 500)
        }
        let refused = ElasticError(
            "annotated_connect_exception", "Connection refused: /\(seed)",
            cause: ElasticError("connect_exception", "Connection refused"))
        var cause = refused
        if isNested {
            let thread = ElasticError(
                "execution_exception",
                "io.netty.channel.AbstractChannel$AnnotatedConnectException: Connection refused: /\(seed)",
                cause: refused)
            cause = ElasticError("uncategorized_execution_exception", "Failed execution", cause: thread)
            cause.hidesCause = true
        }
        let failed = ElasticError(
            "connect_transport_exception", "[][\(seed)] connect_exception", status: 500, cause: cause)
        if connection.mode == .sniff { return failed }
        return ElasticError(
            "no_seed_node_left_exception",
            "Unable to open any proxy connections to cluster [\(alias)] at address [\(seed)]", status: 500,
            suppressed: [failed])
    }
}
