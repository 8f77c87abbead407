import OrderedJSON
import SandboxWorld

/// The ways between instances, stop by stop.
extension Account {
    /// The most ways that are drawn.
    private static let mostPaths = 20

    /// The ways of private connections; where there is none yet, those of load balancers, else of networks.
    func paths(_ connections: [(instance: String, connection: PictureConnection)]) -> [PicturePath] {
        let endpoints = all("privatelink.VpcEndpoint").filter { !$0.text("instance").isEmpty }
        let ends = endpoints.compactMap { path(from: $0, connections) }
        if !ends.isEmpty { return Array(ends.prefix(Self.mostPaths)) }
        let listeners = all("nlb.Listener").flatMap { listener in
            (find("nlb.ServerGroup", listener.text("ServerGroupId")).map { servers(of: $0) } ?? [])
                .map { path(of: listener, to: $0) }
        }
        if !listeners.isEmpty { return listeners.prefix(Self.mostPaths).map { picture(of: $0, isWhole: false) } }
        return networkPaths()
    }

    private func path(
        from endpoint: Resource, _ connections: [(instance: String, connection: PictureConnection)]
    ) -> PicturePath? {
        let (follower, host) = (endpoint.text("instance"), endpoint.text("EndpointDomain"))
        let own = connections.filter { $0.instance == follower }.map(\.connection)
        let connection = own.first { $0.address?.host == host }
        // One that does not come through may have been meant for this endpoint.
        let stray = connection == nil ? own.first { !$0.isConnected } : nil
        let way = way(
            from: follower, mode: (connection ?? stray)?.mode ?? "proxy", host: host,
            port: (connection ?? stray)?.address?.port ?? 9300)
        guard var way else { return nil }
        if stray != nil { way.path.remote?.isEndpoint = false }
        let used = connection.map { "used as remote cluster \($0.name) (\($0.mode))" }
        let other = stray.map {
            "the remote cluster \($0.name) has another address: \($0.address?.description ?? "none")"
        }
        return picture(
            of: way.path, from: follower, to: way.leader, isWhole: true,
            facts: [used ?? other ?? "no remote cluster uses it yet"])
    }

    /// Between each two instances of different networks, as far as anything is built.
    private func networkPaths() -> [PicturePath] {
        let instances = all("elasticsearch.Instance")
        return instances.enumerated().flatMap { number, near in
            instances.dropFirst(number + 1).filter { $0.text("vpcId") != near.text("vpcId") }.map { far in
                var topology = Topology()
                connect(&topology, near: near.text("vpcId"), far: far.text("vpcId"))
                let picture = PathPicture(topology, account: self, isWhole: false)
                return PicturePath(
                    title: "\(near.id) ↔ \(far.id)", facts: ["only the network; no load balancer yet"], isOpen: nil,
                    hops: picture.network)
            }
        }.prefix(Self.mostPaths).map(\.self)
    }

    private func picture(
        of topology: Topology, from follower: String? = nil, to leader: String? = nil, isWhole: Bool,
        facts: [String] = []
    ) -> PicturePath {
        let leader =
            leader
            ?? all("elasticsearch.Instance").first {
                topology.leader?.address != nil && IPv4Range.address($0.text("privateIP")) == topology.leader?.address
            }?.id
        let picture = PathPicture(topology, account: self, isWhole: isWhole)
        return PicturePath(
            title: "\(follower ?? "load balancer") → \(leader ?? "nobody")",
            facts: facts + ["health check: \(picture.reachability.health.rawValue)"],
            isOpen: isWhole ? picture.reachability.isConnected : nil, hops: picture.hops)
    }
}
