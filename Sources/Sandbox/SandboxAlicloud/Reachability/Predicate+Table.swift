extension Predicate {
    /// All of them, in the order in which they are asked.
    package static let table =
        instances + network.map(\.betweenNetworks) + balancing + [health] + admission + privateLink + remote

    private static let instances: [Predicate] = [
        .one(
            "P0.architecture-v3",
            "Both clusters need the cloud-native control plane: an older one has no private connections."
        ) { topology in
            [topology.leader, topology.follower].compactMap(\.self).allSatisfy { $0.architecture == "public" }
        },
        .one(
            "P0.version", "Both are 7.10.0 or later, and the follower is not older than the leader it reads from."
        ) { topology in
            let versions = [topology.leader, topology.follower].compactMap { $0?.version }
            guard versions.allSatisfy({ !$0.lexicographicallyPrecedes([7, 10, 0]) }) else { return false }
            return versions.count < 2 || !versions[1].lexicographicallyPrecedes(versions[0])
        },
        .one("P0.follower-active", "The follower must be active to connect to anybody.") {
            $0.follower.map { $0.status == "active" } ?? true
        },
    ]

    private static let network: [Predicate] = [
        .one("P1.cen-active", "Transit routers connect only inside an active CEN instance.") {
            $0.cen == "Active"
        },
        .each("P2.tr-active", "Each region needs its transit router.") { topology in
            sides(topology).filter { $0.side.router != "Active" }.map { "T\($0.name)" }
        },
        .each("P3.attached", "Each network must be attached to the router of its region.") { topology in
            sides(topology).filter { $0.side.attachment?.status != "Attached" }.map { "A\($0.name)" }
        },
        .each("P3.two-zones", "An attachment needs vSwitches in two zones.") { topology in
            sides(topology).filter { _, side in
                guard let attachment = side.attachment else { return false }
                return Set(attachment.vswitches.compactMap { side.vswitches[$0]?.zone }).count < 2
            }.map { "A\($0.name)" }
        },
        .each("P3.free-address", "The router takes an address of each vSwitch it is attached to.") { topology in
            sides(topology).filter { _, side in
                (side.attachment?.vswitches ?? []).contains { side.vswitches[$0]?.free ?? 1 < 1 }
            }.map { "A\($0.name)" }
        },
        .one("P4.peer-attached", "The two routers must be connected.") { $0.peer?.status == "Attached" },
        .one(
            "P4.peer-bandwidth", "Without bandwidth the connection of the routers carries 1 kbit/s, for tests only."
        ) { $0.peer.map { $0.bandwidth ?? 0 > 0 } ?? true },
        routing("P7.vpc-route", "The table of each network must lead to the other side over its attachment."),
        routing("P5.association", "A router looks up packets in the table that their connection is associated with."),
        routing("P6.tr-route", "The table of each router must lead on to the other side."),
    ]

    /// A predicate about tables; where a connection itself is missing, its tables are not asked.
    private static func routing(_ id: String, _ explanation: String) -> Predicate {
        .each(id, explanation) { topology in
            guard topology.near.attachment != nil, topology.far.attachment != nil, topology.peer != nil else {
                return []
            }
            return RouteTrace(topology: topology).breaks.filter { $0.hasPrefix("\(id):") }
                .map { String($0.dropFirst(id.count + 1)) }
        }
    }

    private static let balancing: [Predicate] = [
        .one("P8.nlb-active", "The load balancer must be active, and in the network of the follower's side.") {
            $0.balancer?.status == "Active" && $0.balancer?.isInNetwork == true
        },
        .one("P8.listener-running", "The listener must be running, and speak TCP.") {
            $0.listener?.status == "Running" && $0.listener?.protocol == "TCP"
        },
        .one(
            "P8.listener-range", "The listener should cover 9200 for requests and 9300 for transport.", weight: .finding
        ) { topology in
            topology.listener.map { $0.covers(9200) && $0.covers(9300) } ?? true
        },
        .one("P9.server-group-ip", "Only a server group of the type Ip can hold an address of another network.") {
            $0.group?.type == "Ip"
        },
        .one("P9.any-port", "A listener on a range of ports needs a group that forwards any port.") {
            topology in
            topology.group.map { $0.forwardsAnyPort || topology.listener?.port ?? 0 != 0 } ?? true
        },
        .one("P9.protocol", "The group must forward TCP.") {
            $0.group.map { $0.protocol.hasPrefix("TCP") } ?? true
        },
        .one("P9.backend-missing", "The group needs a server that is available and gets traffic.") {
            $0.group.map { !$0.useful.isEmpty } ?? true
        },
        .one("P9.backend-ip", "The server must be the address that the leader's domain leads to.") { topology in
            guard let group = topology.group, !group.useful.isEmpty else { return true }
            guard let address = topology.leader?.address else { return false }
            return group.useful.contains { $0.address == address }
        },
    ]

    private static let health = Predicate.one(
        "P10.health-check", "The health check should be on, on port 9300: it tells a broken path from a good one.",
        weight: .finding
    ) { topology in
        topology.group.map { $0.isChecked && $0.checkPort == 9300 } ?? true
    }

    private static let admission: [Predicate] = [
        .one("P11.leader-active", "A leader that is frozen takes no connection.") {
            $0.leader.map { !["inactive", "invalid"].contains($0.status) } ?? true
        },
        .one(
            "P11.leader-whitelist",
            "The leader lets in what its private whitelist holds: the load balancer's addresses."
        ) { topology in
            guard let leader = topology.leader, let balancer = topology.balancer else { return true }
            return balancer.addresses.values.allSatisfy { address in
                leader.whitelist.contains { $0.contains(address) }
            }
        },
    ]

    private static let privateLink: [Predicate] = [
        .one("P12.service-active", "The endpoint service must be active.") {
            $0.link.map { $0.service == "Active" } ?? false
        },
        .one("P12.service-has-nlb", "The load balancer must be a resource of the endpoint service.") {
            $0.link.map { !$0.resourceZones.isEmpty } ?? true
        },
        .one("P12.zone-match", "The service needs the load balancer in the zone of the endpoint.") {
            $0.link.map { $0.resourceZones.isEmpty || $0.resourceZones.contains($0.zone) } ?? true
        },
        .one("P13.endpoint-active", "The endpoint must be active.") { $0.link.map { $0.endpoint == "Active" } ?? true },
        .one("P13.connection-accepted", "The connection must be accepted, by the service itself or by a person.") {
            $0.link.map { $0.acceptsAll || $0.isAccepted } ?? true
        },
    ]

    private static let remote: [Predicate] = [
        .one("P14.proxy-mode", "Behind a load balancer only proxy mode works: sniffing needs the nodes' addresses.") {
            $0.remote.map { $0.mode == "proxy" } ?? true
        },
        .one("P14.proxy-address", "The proxy address must be the domain name of the endpoint.") {
            $0.remote.map(\.isEndpoint) ?? true
        },
        .one("P14.port-9300", "Clusters speak on 9300, and the listener must take it; 9200 is for HTTP.") {
            topology in
            guard let remote = topology.remote else { return true }
            return remote.port == 9300 && topology.listener?.covers(9300) ?? true
        },
    ]

    private static func sides(_ topology: Topology) -> [(name: String, side: Topology.Side)] {
        [("F", topology.near), ("L", topology.far)]
    }
}

extension Topology.ServerGroup {
    /// The servers that get traffic.
    var useful: [Topology.Server] { servers.filter { $0.status == "Available" && $0.weight > 0 } }
}
