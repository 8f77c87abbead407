/// What lies between a follower and a leader, as far as packets are concerned: one path, with what is missing left out.
///
/// *F* is the side of the follower, where load balancer and endpoint are, and *L* the side of the leader.
package struct Topology: Sendable, Hashable {
    /// One side of the path: a private network, its transit router and the attachment between them.
    package struct Side: Sendable, Hashable {
        /// The subnets by their names.
        package var vswitches: [String: VSwitch] = [:]
        /// Routes that somebody wrote into the network's table.
        package var staticRoutes: [Route] = []
        /// The state of the transit router; nil when there is none.
        package var router: String?
        /// Routes that somebody wrote into the transit router's table.
        package var routerRoutes: [Route] = []
        /// The connection of the network with the router; nil when there is none.
        package var attachment: Attachment?
        /// Whether the connection of the routers is associated with a table of this one.
        package var peerAssociated = false
        /// Whether the connection of the routers gives its routes to a table of this one.
        package var peerPropagated = false

        /// Makes a side without anything.
        package init() {}
    }

    /// A subnet.
    package struct VSwitch: Sendable, Hashable {
        /// Its zone.
        package var zone: String
        /// Its addresses.
        package var range: IPv4Range
        /// How many addresses are free.
        package var free: Int

        /// Makes a subnet.
        package init(zone: String, range: IPv4Range, free: Int) {
            self.zone = zone
            self.range = range
            self.free = free
        }
    }

    /// A route.
    package struct Route: Sendable, Hashable {
        /// Where it leads.
        package var range: IPv4Range
        /// Over what.
        package var hop: Hop

        /// Makes a route.
        package init(range: IPv4Range, hop: Hop) {
            self.range = range
            self.hop = hop
        }
    }

    /// Where a packet goes next.
    package enum Hop: Sendable, Hashable {
        /// It stays in its network.
        case local
        /// Over the connection of network and router.
        case attachment
        /// Over the connection of the routers.
        case peer
        /// Nowhere.
        case nowhere
    }

    /// The connection of a network with its router.
    package struct Attachment: Sendable, Hashable {
        /// Its state.
        package var status: String
        /// The subnets it has an address in.
        package var vswitches: [String]
        /// Whether the router's routes are written into the network's table.
        package var isPublished: Bool
        /// Whether it is associated with a table of the router.
        package var isAssociated: Bool
        /// Whether the network's ranges are written into a table of the router.
        package var isPropagated: Bool

        /// Makes a connection.
        package init(
            status: String, vswitches: [String], isPublished: Bool, isAssociated: Bool, isPropagated: Bool
        ) {
            self.status = status
            self.vswitches = vswitches
            self.isPublished = isPublished
            self.isAssociated = isAssociated
            self.isPropagated = isPropagated
        }
    }

    /// The connection of the two routers.
    package struct Peer: Sendable, Hashable {
        /// Its state.
        package var status: String
        /// Its bandwidth in Mbit/s; nil when none was allocated.
        package var bandwidth: Int?
        /// Whether each router learns the routes of the other.
        package var isPublished: Bool

        /// Makes a connection.
        package init(status: String, bandwidth: Int?, isPublished: Bool) {
            self.status = status
            self.bandwidth = bandwidth
            self.isPublished = isPublished
        }
    }

    /// The load balancer.
    package struct Balancer: Sendable, Hashable {
        /// Its state.
        package var status: String
        /// Whether it is in the network of the follower's side.
        package var isInNetwork: Bool
        /// Its address in each zone: what packets to the leader come from.
        package var addresses: [String: UInt32]

        /// The addresses in the order of their zones.
        var sources: [UInt32] { addresses.sorted { $0.key < $1.key }.map(\.value) }

        /// Makes a load balancer.
        package init(status: String, isInNetwork: Bool, addresses: [String: UInt32]) {
            self.status = status
            self.isInNetwork = isInNetwork
            self.addresses = addresses
        }
    }

    /// The listener.
    package struct Listener: Sendable, Hashable {
        /// Its state.
        package var status: String
        /// Its protocol.
        package var `protocol`: String
        /// The one port, or 0 for a range.
        package var port: Int
        /// The range of ports, where the port is 0.
        package var range: ClosedRange<Int>?

        /// Makes a listener.
        package init(status: String, protocol: String, port: Int, range: ClosedRange<Int>?) {
            self.status = status
            self.protocol = `protocol`
            self.port = port
            self.range = range
        }

        /// Whether it takes packets to a port.
        package func covers(_ wanted: Int) -> Bool { port == 0 ? range?.contains(wanted) == true : port == wanted }
    }

    /// The server group behind the listener.
    package struct ServerGroup: Sendable, Hashable {
        /// `Ip` or `Instance`.
        package var type: String
        /// Whether packets continue to the port they came to.
        package var forwardsAnyPort: Bool
        /// Its protocol.
        package var `protocol`: String
        /// Whether its servers are examined.
        package var isChecked: Bool
        /// The port that is examined; 0 for the server's own.
        package var checkPort: Int
        /// Its servers.
        package var servers: [Server]

        /// Makes a group.
        package init(
            type: String, forwardsAnyPort: Bool, protocol: String, isChecked: Bool, checkPort: Int, servers: [Server]
        ) {
            self.type = type
            self.forwardsAnyPort = forwardsAnyPort
            self.protocol = `protocol`
            self.isChecked = isChecked
            self.checkPort = checkPort
            self.servers = servers
        }
    }

    /// A server of the group.
    package struct Server: Sendable, Hashable {
        /// Its address.
        package var address: UInt32?
        /// How much of the traffic it gets; 0 for none.
        package var weight: Int
        /// Its state.
        package var status: String

        /// Makes a server.
        package init(address: UInt32?, weight: Int, status: String) {
            self.address = address
            self.weight = weight
            self.status = status
        }
    }

    /// The endpoint service and the endpoint of the follower.
    package struct PrivateLink: Sendable, Hashable {
        /// The state of the service; nil when it was deleted.
        package var service: String?
        /// The zones in which the load balancer is a resource of the service.
        package var resourceZones: Set<String>
        /// Whether the service accepts connections by itself.
        package var acceptsAll: Bool
        /// The state of the endpoint; empty when somebody deleted it.
        package var endpoint: String
        /// The zone of the endpoint.
        package var zone: String
        /// Whether somebody accepted the connection.
        package var isAccepted: Bool

        /// Makes the two.
        package init(
            service: String?, resourceZones: Set<String>, acceptsAll: Bool, endpoint: String, zone: String,
            isAccepted: Bool
        ) {
            self.service = service
            self.resourceZones = resourceZones
            self.acceptsAll = acceptsAll
            self.endpoint = endpoint
            self.zone = zone
            self.isAccepted = isAccepted
        }
    }

    /// An Elasticsearch instance.
    package struct Instance: Sendable, Hashable {
        /// Its state.
        package var status: String
        /// Its architecture: `public` for the current one.
        package var architecture: String
        /// Its version.
        package var version: [Int]
        /// The address its domain leads to.
        package var address: UInt32?
        /// The ports it listens on.
        package var ports: [Int]
        /// Who may connect over private networks.
        package var whitelist: [IPv4Range]

        /// Makes an instance.
        package init(
            status: String, architecture: String, version: [Int], address: UInt32? = nil, ports: [Int] = [9200, 9300],
            whitelist: [IPv4Range] = []
        ) {
            self.status = status
            self.architecture = architecture
            self.version = version
            self.address = address
            self.ports = ports
            self.whitelist = whitelist
        }
    }

    /// How the follower addresses the leader.
    package struct Remote: Sendable, Hashable {
        /// `proxy` or `sniff`.
        package var mode: String
        /// Whether the host is the domain name of the endpoint.
        package var isEndpoint: Bool
        /// The port.
        package var port: Int

        /// Makes a remote cluster.
        package init(mode: String, isEndpoint: Bool, port: Int) {
            self.mode = mode
            self.isEndpoint = isEndpoint
            self.port = port
        }
    }

    /// Whether both ends are in one network, so that nothing lies between.
    package var isOneNetwork = false
    /// The state of the CEN instance; nil when there is none.
    package var cen: String?
    /// The side of the follower.
    package var near = Side()
    /// The side of the leader.
    package var far = Side()
    /// The connection of the routers; nil when there is none.
    package var peer: Peer?
    /// The load balancer; nil when there is none.
    package var balancer: Balancer?
    /// The listener; nil when there is none.
    package var listener: Listener?
    /// The server group; nil when there is none.
    package var group: ServerGroup?
    /// The endpoint service with the endpoint; nil when there is no endpoint.
    package var link: PrivateLink?
    /// The leader; nil when nobody has the address that the group leads to.
    package var leader: Instance?
    /// The follower; nil when it is not asked about.
    package var follower: Instance?
    /// What the follower has as its remote cluster; nil when it is not asked about.
    package var remote: Remote?

    /// Makes a topology without anything.
    package init() {}
}
