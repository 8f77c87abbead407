package import SandboxWorld
internal import Synchronization

/// The emulator of one Elasticsearch cluster of one node.
///
/// Its state is one value behind one lock, which is never held while a peer is asked.
package final class ElasticCluster: Emulator {
    /// What it is called and where.
    package let cluster: SandboxCluster
    /// The version it emulates.
    package let profile: Profile
    private let world: SandboxWorld
    private let state: Mutex<ClusterState>

    /// Makes an empty cluster.
    package init(_ cluster: SandboxCluster, profile: Profile, world: SandboxWorld) {
        self.cluster = cluster
        self.profile = profile
        self.world = world
        state = Mutex(
            ClusterState(
                uuid: world.makeIdentifier(count: 22), nodeID: world.makeIdentifier(count: 22),
                store: world.shared { SnapshotStore() }))
    }

    /// Answers a request as a server of the profile's version does.
    package func respond(to request: SandboxRequest) -> SandboxResponse {
        let notes = Warnings()
        let warnings = Warnings()
        let query = QueryParameters(request.query, accept: request.header("accept"))
        let path = String(request.path)
        let writer = AnswerWriter(query: query, profile: profile, path: path)
        let method = HTTPMethod(rawValue: request.method)
        let decision = RouteTable.router.decide(method, path)
        if UnemulatedEndpoints.contains(method, path) { notes.add(path) }
        var response: SandboxResponse
        do {
            let route = try RoutingError.route(decision, request, profile)
            let call = Call(
                method: route.method, path: path, arguments: route.arguments(in: path), query: query,
                body: try route.body(of: request, query), now: world.clock.now, profile: profile, cluster: cluster,
                httpAddress: request.header("host") ?? "127.0.0.1:\(cluster.transport.port - 100)",
                makeIdentifier: { [world] in world.makeIdentifier(count: $0) }, warnings: warnings,
                unemulated: notes)
            for (name, _) in query.all where QueryParameters.unemulated.contains(name) { notes.add(name) }
            try route.check(query, path: path)
            response = writer.write(try perform(route.operation, call), warnings: warnings.all)
        } catch let error as RoutingError {
            response = error.response
        } catch let error as ElasticError {
            let withTraces = ["", "true"].contains(query["error_trace"])
            var answer = Answer(status: error.status, error.body(withTraces: withTraces))
            answer.isFiltered = false
            response = writer.write(answer, warnings: warnings.all)
        } catch {
            response = SandboxResponse(status: 500)
        }
        response.isEmulated = notes.all.isEmpty
        return response
    }

    private func perform(_ operation: Operation, _ call: Call) throws(ElasticError) -> Answer {
        switch operation {
        case .federated(let operation): return try operation(call, self)
        case .local(let operation):
            let result = withState { state -> Result<Answer, ElasticError> in
                if call.method != .get, call.method != .head { state.version += 1 }
                return Result { () throws(ElasticError) in try operation(call, &state) }
            }
            return try result.get()
        }
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
        let found = withState { state -> Result<([Index], [String: Query], String), ElasticError> in
            Result { () throws(ElasticError) in
                let indices = try state.resolve(expression, options)
                var filters: [String: Query] = [:]
                for index in indices {
                    guard let narrowing = state.filters(of: index, in: expression) else { continue }
                    filters[index.name] = try QueryReader(call).any(of: narrowing)
                }
                return (indices, filters, state.nodeID)
            }
        }
        let (indices, filters, node) = try found.get()
        return try Searcher(request: request, filters: filters, node: node, now: call.now).search(indices)
    }

    /// Whether the connection to a remote cluster stands, once its first attempt has ended.
    func isConnected(_ alias: String, _ remote: RemoteConnection, at now: SandboxInstant) -> Bool {
        let isReachable = peer(remote) != nil
        if let known = remote.isConnected { return known && isReachable }
        guard remote.attemptEnds <= now else { return false }
        withState { $0.remotes[alias]?.isConnected = isReachable }
        return isReachable
    }

    /// The remote cluster, connected now if need be; nil when nobody answers.
    func connect(_ alias: String, _ remote: RemoteConnection) -> ElasticCluster? {
        let peer = peer(remote)
        withState { $0.remotes[alias]?.isConnected = peer != nil }
        return peer
    }

    private func peer(_ remote: RemoteConnection) -> ElasticCluster? {
        remote.seeds.lazy.compactMap { [world, cluster] seed -> ElasticCluster? in
            guard let address = ClusterAddress(seed) else { return nil }
            return world.peer(at: address, from: cluster.name)?.emulator as? ElasticCluster
        }.first
    }
}
