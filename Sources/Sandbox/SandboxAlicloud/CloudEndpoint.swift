package import SandboxWorld

/// The endpoint of a region: where requests to one cloud of the sandbox arrive.
package final class CloudEndpoint: Network {
    /// The account behind it.
    package let cloud: Cloud
    /// The region it is in.
    package let region: String
    private let world: SandboxWorld

    /// Makes an endpoint.
    package init(cloud: Cloud, region: String, world: SandboxWorld) {
        self.cloud = cloud
        self.region = region
        self.world = world
    }

    /// Answers a request; never waits.
    package func respond(to request: SandboxRequest) -> SandboxResponse {
        cloud.respond(to: request, region: region, now: world.clock.now, wall: world.clock.wall)
    }

    /// The whole account, whose endpoint in a region this is.
    package func picture(_ connections: [PictureConnection]) -> NetworkPicture? {
        let own = connections.compactMap { connection -> (instance: String, connection: PictureConnection)? in
            let system = world.systems.first { $0.name == connection.system }
            return system?.property("instance").map { ($0, connection) }
        }
        return cloud.picture(own, now: world.clock.now)
    }

    /// What becomes of a packet between instances: through a private connection where the path is whole, to another one
    /// of the network where the service connected the two, and else nowhere.
    package func route(from system: String, to address: SystemAddress) -> NetworkRoute {
        guard let source = world.systems.first(where: { $0.name == system }), let own = source.property("cloud"),
            let instance = source.property("instance")
        else { return .unknown }
        let now = world.clock.now
        if let way = cloud.reach(from: instance, mode: "proxy", host: address.host, port: address.port, now: now) {
            guard let leader = way.leader,
                let target = world.systems.first(where: { $0.property("instance") == leader }),
                let inside = target.property("private_ip")
            else { return .dropped }
            return .delivered(SystemAddress(host: inside, port: 9300))
        }
        let target = world.systems.first { $0.addresses.contains(address) }
        guard let target, target.name != system, let other = target.property("cloud"),
            let peer = target.property("instance")
        else { return .unknown }
        let isReached = own == other && cloud.areConnected(instance, peer, now: now)
        return isReached ? .delivered(address) : .dropped
    }
}
