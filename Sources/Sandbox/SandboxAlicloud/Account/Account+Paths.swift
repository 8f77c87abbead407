import OrderedJSON

/// Paths between instances, put together from what the account has.
extension Account {
    /// The path of a listener to one of its servers, as far as it exists; what is behind an endpoint is omitted.
    func path(of listener: Resource, to server: Resource) -> Topology {
        path(of: find("nlb.LoadBalancer", listener.text("LoadBalancerId")), listener, to: server)
    }

    /// The path of a load balancer, whatever of it exists.
    ///
    /// - Parameter network: The network that the load balancer should be in, where there is none.
    private func path(
        of balancer: Resource?, _ listener: Resource?, to server: Resource?, in network: String? = nil
    ) -> Topology {
        var topology = Topology()
        let network = balancer?.text("VpcId") ?? network
        let group = group(of: listener, in: network)
        let leader = leader(at: server?.text("ServerIp"), outside: network)
        topology.leader = leader.map { instance($0) }
        topology.balancer = balancer.map { balancer in
            var addresses: [String: UInt32] = [:]
            for zone in balancer.list(Account.zonesField) {
                addresses[zone["ZoneId"]?.string ?? ""] =
                    zone[Account.addressField]?.string.flatMap { IPv4Range.address($0) }
            }
            return Topology.Balancer(
                status: balancer.text("LoadBalancerStatus"), isInNetwork: true, addresses: addresses)
        }
        topology.listener = listener.map { listener in
            let ports = (Int(listener.text("StartPort")) ?? 0, Int(listener.text("EndPort")) ?? -1)
            return Topology.Listener(
                status: listener.text("ListenerStatus"), protocol: listener.text("ListenerProtocol"),
                port: listener.int("ListenerPort") ?? 0, range: ports.0 <= ports.1 ? ports.0...ports.1 : nil)
        }
        topology.group = group.map { self.group($0, [server].compactMap(\.self)) }
        guard let near = network else { return topology }
        if let far = leader?.text("vpcId"), far != near {
            connect(&topology, near: near, far: far)
        } else if leader != nil {
            topology.isOneNetwork = true
        }
        return topology
    }

    /// The server group of a listener; without one, the only group in the network of the load balancer.
    private func group(of listener: Resource?, in network: String?) -> Resource? {
        if let listener { return find("nlb.ServerGroup", listener.text("ServerGroupId")) }
        let groups = all("nlb.ServerGroup").filter { $0.text("VpcId") == network }
        return groups.count == 1 ? groups.first : nil
    }

    /// The instance at an address; where nobody has it, the one in another network that the load balancer is likely
    /// for, so that what is between them is seen all the same.
    private func leader(at address: String?, outside network: String?) -> Resource? {
        let instances = all("elasticsearch.Instance")
        let number = address.flatMap { IPv4Range.address($0) }
        if let number, let own = instances.first(where: { IPv4Range.address($0.text("privateIP")) == number }) {
            return own
        }
        let others = instances.filter { $0.text("vpcId") != network }
        let attached = Set(all("cbn.TransitRouterVpcAttachment").map { $0.text("VpcId") })
        return others.first { attached.contains($0.text("vpcId")) } ?? others.first
    }

    func instance(_ resource: Resource) -> Topology.Instance {
        Topology.Instance(
            status: resource.text("status"), architecture: resource.text("archType"), version: resource.version,
            address: IPv4Range.address(resource.text("privateIP")),
            whitelist: privateWhitelist(of: resource).compactMap { $0.string.flatMap { IPv4Range($0) } })
    }

    /// Who may connect to an instance over private networks.
    func privateWhitelist(of instance: Resource) -> [JSON] {
        let lists = instance.list("groups").filter { $0["whiteIpType"]?.string == "PRIVATE_ES" }
        return lists.flatMap { $0["ips"]?.array ?? [] }
    }

    private func group(_ resource: Resource, _ servers: [Resource]) -> Topology.ServerGroup {
        let check = resource.data["HealthCheck"]
        return Topology.ServerGroup(
            type: resource.text("ServerGroupType"), forwardsAnyPort: resource.isOn("AnyPortEnabled"),
            protocol: resource.text("Protocol"), isChecked: check?["HealthCheckEnabled"]?.bool ?? true,
            checkPort: check?["HealthCheckConnectPort"]?.int ?? 0,
            servers: servers.map {
                Topology.Server(
                    address: IPv4Range.address($0.text("ServerIp")), weight: $0.int("Weight") ?? 0,
                    status: $0.text("Status"))
            })
    }

    /// Fills in what lies between two networks: the routers that both are attached to, and the way packets take.
    func connect(_ topology: inout Topology, near: String, far: String) {
        let (nearAttachment, farAttachment) = attachments(near: near, far: far)
        let cen = nearAttachment ?? farAttachment
        let nearRouter = router(of: nearAttachment, vpc: near, cen?.text("CenId"))
        let farRouter = router(of: farAttachment, vpc: far, cen?.text("CenId"))
        let cenID = cen?.text("CenId") ?? nearRouter?.text("CenId") ?? farRouter?.text("CenId") ?? ""
        topology.cen = find("cbn.Cen", cenID)?.text("Status")
        let peer = peer(of: nearRouter?.id ?? "", farRouter?.id ?? "")
        topology.peer = peer.map {
            Topology.Peer(
                status: $0.text("Status"), bandwidth: $0.int("Bandwidth"),
                isPublished: $0.isOn("AutoPublishRouteEnabled"))
        }
        topology.near = side(vpc: near, nearAttachment, nearRouter, peer)
        topology.far = side(vpc: far, farAttachment, farRouter, peer)
    }

    /// The attachments that packets between two networks take: those whose routers are connected, else those of one CEN
    /// instance, else whatever there is.
    private func attachments(near: String, far: String) -> (near: Resource?, far: Resource?) {
        let all = all("cbn.TransitRouterVpcAttachment")
        let nears = all.filter { $0.text("VpcId") == near }
        let fars = all.filter { $0.text("VpcId") == far }
        let pairs = nears.flatMap { near in
            fars.filter { $0.text("CenId") == near.text("CenId") }.map { (near: near, far: $0) }
        }
        let linked = pairs.first { pair in
            let (one, other) = (pair.near.text("TransitRouterId"), pair.far.text("TransitRouterId"))
            return one == other || peer(of: one, other) != nil
        }
        if let pair = linked ?? pairs.first { return (pair.near, pair.far) }
        return (nears.first, nears.isEmpty ? fars.first : nil)
    }

    /// The connection of two routers, whichever of them it was made from.
    private func peer(of one: String, _ other: String) -> Resource? {
        all("cbn.TransitRouterPeerAttachment").first {
            Set([$0.text("TransitRouterId"), $0.text("PeerTransitRouterId")]) == Set([one, other])
        }
    }

    private func router(of attachment: Resource?, vpc: String, _ cen: String?) -> Resource? {
        if let attachment { return find("cbn.TransitRouter", attachment.text("TransitRouterId")) }
        let region = find("vpc.Vpc", vpc)?.region
        return all("cbn.TransitRouter").first { $0.region == region && (cen == nil || $0.text("CenId") == cen) }
    }

    private func side(vpc: String, _ attachment: Resource?, _ router: Resource?, _ peer: Resource?) -> Topology.Side {
        var side = Topology.Side()
        for vswitch in all("vpc.VSwitch") where vswitch.text("VpcId") == vpc {
            guard let range = IPv4Range(vswitch.text("CidrBlock")) else { continue }
            // An attachment has its addresses already; that none is left concerns the next one.
            let isAttached =
                attachment?.list("ZoneMappings").contains { $0["VSwitchId"]?.string == vswitch.id } ?? false
            side.vswitches[vswitch.id] = Topology.VSwitch(
                zone: vswitch.text("ZoneId"), range: range,
                free: isAttached ? 1 : freeAddresses(of: vswitch))
        }
        side.router = router?.text("Status")
        guard let router else { return side }
        let own = attachment.flatMap { association(of: $0.id, on: router.id)?.text("TransitRouterRouteTableId") }
        let peers = peer.flatMap { association(of: $0.id, on: router.id)?.text("TransitRouterRouteTableId") }
        side.attachment = attachment.map { attachment in
            Topology.Attachment(
                status: attachment.text("Status"),
                vswitches: attachment.list("ZoneMappings").compactMap { $0["VSwitchId"]?.string },
                isPublished: attachment.isOn("AutoPublishRouteEnabled"), isAssociated: own != nil,
                isPropagated: (peers ?? systemTable(of: router.id)?.id).map { isPropagated(attachment.id, into: $0) }
                    ?? false)
        }
        side.peerAssociated = peers != nil
        side.peerPropagated =
            peer.map { peer in (own ?? systemTable(of: router.id)?.id).map { isPropagated(peer.id, into: $0) } ?? false
            }
            ?? false
        for table in Set([own, peers, systemTable(of: router.id)?.id].compactMap(\.self)) {
            for route in routes(of: table) where route.type == "Static" && route.state == "Active" {
                let hop: Topology.Hop =
                    route.attachment == peer?.id && !route.attachment.isEmpty
                    ? .peer : route.attachment == attachment?.id && !route.attachment.isEmpty ? .attachment : .nowhere
                side.routerRoutes.append(Topology.Route(range: route.range, hop: hop))
            }
        }
        let table = all("vpc.RouteTable").first { $0.text("VpcId") == vpc }
        for entry in all("vpc.RouteEntry") where entry.text("RouteTableId") == table?.id {
            guard entry.text("Status") == "Available", let range = IPv4Range(entry.text("DestinationCidrBlock")) else {
                continue
            }
            let hop = entry.data["NextHops"]?["NextHop"]?[0]?["NextHopId"]?.string
            side.staticRoutes.append(
                Topology.Route(range: range, hop: hop == attachment?.id && hop != nil ? .attachment : .nowhere))
        }
        return side
    }
}

extension Account {
    /// Where a transport address leads that an instance has as a remote cluster, and what is on the way.
    ///
    /// - Returns: The instance at the other end, nil where none is known, and the path to it; nil when the host is no
    ///   endpoint.
    func way(from follower: String, mode: String, host: String, port: Int) -> (leader: String?, path: Topology)? {
        guard
            let endpoint = all("privatelink.VpcEndpoint").first(where: { endpoint in
                endpoint.text("EndpointDomain") == host
                    || shownZones(of: endpoint).contains { $0["ZoneDomain"]?.string == host }
            })
        else { return nil }
        let way = way(
            from: follower, by: endpoint.text("ServiceId"),
            to: resource(of: endpoint.text("ServiceId"))?.text("ResourceId"), port: port)
        var path = way.path
        // What the connection has come to says more than what the service would accept.
        path.link?.endpoint = endpoint.text("EndpointStatus")
        path.link?.zone = endpoint.list(Account.zonesField).first?["ZoneId"]?.string ?? ""
        path.link?.isAccepted = connection(of: endpoint.id)?.text("ConnectionStatus") == "Connected"
        path.remote = Topology.Remote(
            mode: mode, isEndpoint: endpoint.text("instance") == follower, port: port)
        return (way.leader, path)
    }

    /// Where the domain name of an endpoint led that somebody deleted: through the service that the name has in it, and
    /// its load balancer or else the only one in the follower's network, as far as they are still there.
    func lostWay(
        from follower: String, mode: String, host: String, port: Int
    ) -> (leader: String?, path: Topology) {
        let network = find("elasticsearch.Instance", follower)?.text("vpcId")
        let balancers = all("nlb.LoadBalancer").filter { $0.text("VpcId") == network }
        let service = host.split(separator: ".").dropFirst().first.map(String.init) ?? ""
        let only = balancers.count == 1 ? balancers.first?.id : nil
        let way = way(
            from: follower, by: service, to: resource(of: service)?.text("ResourceId") ?? only, port: port)
        var path = way.path
        path.link?.zone = way.path.link?.resourceZones.min() ?? ""
        path.remote = Topology.Remote(mode: mode, isEndpoint: true, port: port)
        return (way.leader, path)
    }

    private func resource(of service: String) -> Resource? {
        all("privatelink.ServiceResource").first { $0.text("ServiceId") == service }
    }

    /// The path of a follower through a service and a load balancer, without its endpoint.
    private func way(
        from follower: String, by service: String, to balancer: String?, port: Int
    ) -> (leader: String?, path: Topology) {
        let own = find("elasticsearch.Instance", follower)
        let balancer = balancer.flatMap { find("nlb.LoadBalancer", $0) }
        let listeners = all("nlb.Listener").filter { $0.text("LoadBalancerId") == balancer?.id }
        let listener = listeners.first { covers($0, port) } ?? listeners.first
        let network = balancer?.text("VpcId") ?? own?.text("vpcId")
        let server = group(of: listener, in: network).flatMap { group in
            let servers = servers(of: group)
            return servers.first(where: reachesInstance) ?? servers.first
        }
        var path = path(of: balancer, listener, to: server, in: network)
        let resources = all("privatelink.ServiceResource").filter { $0.text("ServiceId") == service }
        path.link = Topology.PrivateLink(
            service: find("privatelink.VpcEndpointService", service)?.text("ServiceStatus"),
            resourceZones: Set(resources.map { $0.text("ZoneId") }), acceptsAll: false, endpoint: "", zone: "",
            isAccepted: false)
        path.follower = own.map { instance($0) }
        let leader = all("elasticsearch.Instance").first { $0.text("privateIP") == server?.text("ServerIp") }
        return (leader?.id, path)
    }

    /// Whether a server gets traffic, and is the address of an instance.
    private func reachesInstance(_ server: Resource) -> Bool {
        server.text("Status") == "Available" && server.int("Weight") ?? 0 > 0
            && all("elasticsearch.Instance").contains { $0.text("privateIP") == server.text("ServerIp") }
    }

    private func covers(_ listener: Resource, _ port: Int) -> Bool {
        if let own = listener.int("ListenerPort"), own != 0 { return own == port }
        guard let start = Int(listener.text("StartPort")), let end = Int(listener.text("EndPort")) else { return false }
        return (start...max(start, end)).contains(port)
    }
}
