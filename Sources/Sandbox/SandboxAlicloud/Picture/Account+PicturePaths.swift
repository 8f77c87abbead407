import OrderedJSON
import SandboxWorld

/// The ways between instances, stop by stop.
extension Account {
    /// The most ways that are drawn.
    private static let mostPaths = 20

    /// The ways of private connections; where there is none yet, those of load balancers, else of networks.
    func paths(_ connections: [(instance: String, connection: PictureConnection)]) -> [PicturePath] {
        let endpoints = all("privatelink.VpcEndpoint").filter { !$0.text("instance").isEmpty }
        let ends = endpoints.compactMap { path(from: $0, connections) } + lostPaths(connections, endpoints)
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
        let user = own.first { $0.address?.host == host }
        // One that does not come through may have been meant for this endpoint.
        let connection = user ?? own.first { !$0.isConnected }
        let way = way(
            from: follower, mode: connection?.mode ?? "proxy", host: host, port: connection?.address?.port ?? 9300)
        guard var way else { return nil }
        if connection != nil, user == nil { way.path.remote?.isEndpoint = false }
        let use = connection.map { connection in
            user == nil
                ? "the remote cluster \(connection.name) has another address: "
                    + (connection.address?.description ?? "none")
                : "used as remote cluster \(connection.name) (\(connection.mode))"
        }
        return picture(
            of: way.path, from: follower, to: way.leader, isWhole: true,
            facts: [use ?? "no remote cluster uses it yet"])
    }

    /// The ways of remote clusters whose address was an endpoint that somebody has deleted.
    private func lostPaths(
        _ connections: [(instance: String, connection: PictureConnection)], _ endpoints: [Resource]
    ) -> [PicturePath] {
        connections.compactMap { instance, connection in
            guard !connection.isConnected, let address = connection.address,
                address.host.hasSuffix(".privatelink.aliyuncs.com"),
                !endpoints.contains(where: { $0.text("instance") == instance })
            else { return nil }
            let way = lostWay(from: instance, mode: connection.mode, host: address.host, port: address.port)
            return picture(
                of: way.path, from: instance, to: way.leader, isWhole: true,
                facts: ["used as remote cluster \(connection.name) (\(connection.mode)); its endpoint was deleted"])
        }
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
