extension Predicate {
    /// All of them, in the order in which they are asked.
    package static let table =
        instances + network.map(\.betweenNetworks) + balancing + [health] + admission + privateLink + remote

    private static let instances: [Predicate] = [
        .one(
            "P0.architecture-v3",
            "Both clusters need the cloud-native control plane: an older one has no private connections.",
            fact: { _ in "One cluster has another architecture." }
        ) { topology in
            [topology.leader, topology.follower].compactMap(\.self).allSatisfy { $0.architecture == "public" }
        },
        .one(
            "P0.version", "Both are 7.10.0 or later, and the follower is not older than the leader it reads from.",
            fact: { topology in
                let texts = versions(topology).map { $0.map(String.init).joined(separator: ".") }
                return "The versions are \(texts.joined(separator: " and "))."
            }
        ) { topology in
            let versions = versions(topology)
            guard versions.allSatisfy({ !$0.lexicographicallyPrecedes([7, 10, 0]) }) else { return false }
            return versions.count < 2 || !versions[1].lexicographicallyPrecedes(versions[0])
        },
        .one(
            "P0.follower-active", "The follower must be active to connect to anybody.",
            fact: { FactText.state("The follower", $0.follower?.status) }
        ) {
            $0.follower.map { $0.status == "active" } ?? true
        },
    ]

    private static func versions(_ topology: Topology) -> [[Int]] {
        [topology.leader, topology.follower].compactMap { $0?.version }
    }

    private static let network: [Predicate] = [
        .one(
            "P1.cen-active", "Transit routers connect only inside an active CEN instance.",
            fact: { FactText.state("The CEN instance", $0.cen) }
        ) {
            $0.cen == "Active"
        },
        .each(
            "P2.tr-active", "Each region needs its transit router.",
            fact: { FactText.state("The router of the \($0.owner)'s region", $0.side.router) }
        ) { topology in
            sides(topology).filter { $0.side.router != "Active" }.map { "T\($0.name)" }
        },
        .each(
            "P3.attached", "Each network must be attached to the router of its region.",
            fact: { FactText.state("The attachment of the \($0.owner)'s network", $0.side.attachment?.status) }
        ) { topology in
            sides(topology).filter { $0.side.attachment?.status != "Attached" }.map { "A\($0.name)" }
        },
        .each(
            "P3.two-zones", "An attachment needs vSwitches in two zones.",
            fact: { end in
                let vswitches = FactText.list(end.side.attachment?.vswitches ?? [], of: "vSwitches")
                return "The attachment of the \(end.owner)'s network has \(vswitches)."
            }
        ) { topology in
            sides(topology).filter { _, side in
                guard let attachment = side.attachment else { return false }
                return Set(attachment.vswitches.compactMap { side.vswitches[$0]?.zone }).count < 2
            }.map { "A\($0.name)" }
        },
        .each(
            "P3.free-address", "The router takes an address of each vSwitch it is attached to.",
            fact: { "A vSwitch of the \($0.owner)'s attachment has no free address." }
        ) { topology in
            sides(topology).filter { _, side in
                (side.attachment?.vswitches ?? []).contains { side.vswitches[$0]?.free ?? 1 < 1 }
            }.map { "A\($0.name)" }
        },
        .one(
            "P4.peer-attached", "The two routers must be connected.",
            fact: { FactText.state("The connection of the routers", $0.peer?.status) }
        ) { $0.peer?.status == "Attached" },
        .one(
            "P4.peer-bandwidth", "Without bandwidth the connection of the routers carries 1 kbit/s, for tests only.",
            fact: { _ in "The connection has no bandwidth." }
        ) { $0.peer.map { $0.bandwidth ?? 0 > 0 } ?? true },
        routing("P7.vpc-route", "The table of each network must lead to the other side over its attachment.") {
            "The table of the \($0.owner)'s network has no route to \($0.destination)."
        },
        routing("P5.association", "A router looks up packets in the table that their connection is associated with.") {
            "`\($0.name)` is associated with no table, on the way to \($0.destination)."
        },
        routing("P6.tr-route", "The table of each router must lead on to the other side.") {
            "The table of the router in the \($0.owner)'s region has no route to \($0.destination)."
        },
    ]

    /// A predicate about tables; where a connection itself is missing, its tables are not asked.
    private static func routing(
        _ id: String, _ explanation: String, fact: @escaping @Sendable (PathEnd) -> String
    ) -> Predicate {
        .each(id, explanation, fact: fact) { topology in
            guard topology.near.attachment != nil, topology.far.attachment != nil, topology.peer != nil else {
                return []
            }
            return RouteTrace(topology: topology).breaks.filter { $0.hasPrefix("\(id):") }
                .map { String($0.dropFirst(id.count + 1)) }
        }
    }

    private static let balancing: [Predicate] = [
        .one(
            "P8.nlb-active", "The load balancer must be active, and in the network of the follower's side.",
            fact: { FactText.state("The load balancer", $0.balancer?.status) }
        ) {
            $0.balancer?.status == "Active" && $0.balancer?.isInNetwork == true
        },
        .one(
            "P8.listener-running", "The listener must be running, and speak TCP.",
            fact: { topology in
                topology.listener.map { "The status of the listener is \($0.status), its protocol is \($0.protocol)." }
                    ?? FactText.state("The listener", nil)
            }
        ) {
            $0.listener?.status == "Running" && $0.listener?.protocol == "TCP"
        },
        .one(
            "P8.listener-range", "The listener should cover 9200 for requests and 9300 for transport.",
            weight: .finding,
            fact: { "The listener covers \(FactText.ports(of: $0.listener))." }
        ) { topology in
            topology.listener.map { $0.covers(9200) && $0.covers(9300) } ?? true
        },
        .one(
            "P9.server-group-ip", "Only a server group of the type Ip can hold an address of another network.",
            fact: { topology in
                topology.group.map { "The type of the server group is \($0.type)." }
                    ?? FactText.state("The server group", nil)
            }
        ) {
            $0.group?.type == "Ip"
        },
        .one(
            "P9.any-port", "A listener on a range of ports needs a group that forwards any port.",
            fact: { _ in "The group forwards one port only." }
        ) {
            topology in
            topology.group.map { $0.forwardsAnyPort || topology.listener?.port ?? 0 != 0 } ?? true
        },
        .one(
            "P9.protocol", "The group must forward TCP.",
            fact: { "The protocol of the group is \($0.group?.protocol ?? "unknown")." }
        ) {
            $0.group.map { $0.protocol.hasPrefix("TCP") } ?? true
        },
        .one(
            "P9.backend-missing", "The group needs a server that is available and gets traffic.",
            fact: { topology in
                topology.group?.servers.first.map {
                    "The status of its server is \($0.status), the weight is \($0.weight)."
                }
                    ?? "The group has no server."
            }
        ) {
            $0.group.map { !$0.useful.isEmpty } ?? true
        },
        .one(
            "P9.backend-ip", "The server must be the address that the leader's domain leads to.",
            fact: { topology in
                let servers = (topology.group?.servers ?? []).map { FactText.address($0.address) }
                return "The group has \(FactText.list(servers, of: "servers")); the leader has "
                    + "\(FactText.address(topology.leader?.address))."
            }
        ) { topology in
            guard let group = topology.group, !group.useful.isEmpty else { return true }
            guard let address = topology.leader?.address else { return false }
            return group.useful.contains { $0.address == address }
        },
    ]

    private static let health = Predicate.one(
        "P10.health-check", "The health check should be on, on port 9300: it tells a broken path from a good one.",
        weight: .finding,
        fact: { topology in
            topology.group?.isChecked == true
                ? "The health check uses port \(topology.group?.checkPort ?? 0)." : "The health check is off."
        }
    ) { topology in
        topology.group.map { $0.isChecked && $0.checkPort == 9300 } ?? true
    }

    private static let admission: [Predicate] = [
        .one(
            "P11.leader-active", "A leader that is frozen takes no connection.",
            fact: { FactText.state("The leader", $0.leader?.status) }
        ) {
            $0.leader.map { !["inactive", "invalid"].contains($0.status) } ?? true
        },
        .one(
            "P11.leader-whitelist",
            "The leader lets in what its private whitelist holds: the load balancer's addresses.",
            fact: { topology in
                let ranges = topology.leader?.whitelist.map(\.description) ?? []
                return "Not in it: \(strangers(topology).map(IPv4Range.text).joined(separator: ", ")). It holds "
                    + "\(FactText.list(ranges, of: "ranges"))."
            }
        ) { strangers($0).isEmpty },
    ]

    /// The addresses of the load balancer that the leader does not let in.
    private static func strangers(_ topology: Topology) -> [UInt32] {
        guard let leader = topology.leader, let balancer = topology.balancer else { return [] }
        return balancer.sources.filter { address in
            !leader.whitelist.contains { $0.contains(address) }
        }
    }

    private static let privateLink: [Predicate] = [
        .one(
            "P12.service-active", "The endpoint service must be active.",
            fact: { FactText.state("The endpoint service", $0.link?.service) }
        ) {
            $0.link.map { $0.service == "Active" } ?? false
        },
        .one(
            "P12.service-has-nlb", "The load balancer must be a resource of the endpoint service.",
            fact: { _ in "The service has no resource." }
        ) {
            $0.link.map { !$0.resourceZones.isEmpty } ?? true
        },
        .one(
            "P12.zone-match", "The service needs the load balancer in the zone of the endpoint.",
            fact: { topology in
                let zones = FactText.list(topology.link?.resourceZones.sorted() ?? [], of: "zones")
                return "The endpoint is in \(topology.link?.zone ?? "no zone"); the service has \(zones)."
            }
        ) {
            $0.link.map { $0.resourceZones.isEmpty || $0.resourceZones.contains($0.zone) } ?? true
        },
        .one(
            "P13.endpoint-active", "The endpoint must be active.",
            fact: { topology in
                FactText.state("The endpoint", topology.link.flatMap { $0.endpoint.isEmpty ? nil : $0.endpoint })
            }
        ) { $0.link.map { $0.endpoint == "Active" } ?? true },
        .one(
            "P13.connection-accepted", "The connection must be accepted, by the service itself or by a person.",
            fact: { _ in "Nobody has accepted the connection." }
        ) {
            // Without an endpoint there is nothing to accept.
            $0.link.map { $0.acceptsAll || $0.isAccepted || $0.endpoint.isEmpty } ?? true
        },
    ]

    private static let remote: [Predicate] = [
        .one(
            "P14.proxy-mode", "Behind a load balancer only proxy mode works: sniffing needs the nodes' addresses.",
            fact: { "The mode of the remote cluster is \($0.remote?.mode ?? "unknown")." }
        ) {
            $0.remote.map { $0.mode == "proxy" } ?? true
        },
        .one(
            "P14.proxy-address", "The proxy address must be the domain name of the endpoint.",
            fact: { _ in "The remote cluster has another address." }
        ) {
            $0.remote.map(\.isEndpoint) ?? true
        },
        .one(
            "P14.port-9300", "Clusters speak on 9300, and the listener must take it; 9200 is for HTTP.",
            fact: { topology in
                "The remote cluster has port \(topology.remote?.port ?? 0); the listener covers "
                    + "\(FactText.ports(of: topology.listener))."
            }
        ) {
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
