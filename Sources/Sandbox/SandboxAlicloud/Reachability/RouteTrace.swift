/// Follows a packet from the load balancer to the leader, and the answer back.
struct RouteTrace {
    let topology: Topology

    private enum End {
        case near
        case far
    }

    /// The first table of each direction that does not lead on, as identifiers of predicates; empty when both arrive.
    var breaks: [String] {
        guard !topology.isOneNetwork, let leader = topology.leader?.address else { return [] }
        let sources = topology.balancer?.sources ?? []
        let there = way(to: leader, from: .near, suffix: "")
        let back = sources.lazy.compactMap { way(to: $0, from: .far, suffix: "(return)") }.first
        return [there, back].compactMap(\.self)
    }

    private func way(to address: UInt32, from start: End, suffix: String) -> String? {
        let (own, other) = start == .near ? (topology.near, topology.far) : (topology.far, topology.near)
        let (name, otherName) = start == .near ? ("F", "L") : ("L", "F")
        let ownEnd = start
        let otherEnd: End = start == .near ? .far : .near
        if RouteTrace.hop(to: address, in: networkRoutes(of: ownEnd)) != .attachment {
            return "P7.vpc-route:V\(name)\(suffix)"
        }
        if own.attachment?.isAssociated != true { return "P5.association:A\(name)@T\(name)\(suffix)" }
        if RouteTrace.hop(to: address, in: routerRoutes(of: ownEnd)) != .peer { return "P6.tr-route:T\(name)\(suffix)" }
        if !other.peerAssociated { return "P5.association:peer@T\(otherName)\(suffix)" }
        if RouteTrace.hop(to: address, in: routerRoutes(of: otherEnd)) != .attachment {
            return "P6.tr-route:T\(otherName)\(suffix)"
        }
        return nil
    }

    private func side(_ end: End) -> Topology.Side { end == .near ? topology.near : topology.far }

    /// What a network's own table holds.
    private func networkRoutes(of end: End) -> [Topology.Route] {
        let side = side(end)
        var routes = side.vswitches.values.map { Topology.Route(range: $0.range, hop: .local) } + side.staticRoutes
        if let attachment = side.attachment, attachment.isPublished, attachment.isAssociated {
            routes += routerRoutes(of: end).filter { $0.hop == .peer }
                .map { Topology.Route(range: $0.range, hop: .attachment) }
        }
        return routes
    }

    /// What a router's table holds: its own, and what it learned over the connection of the routers.
    private func routerRoutes(of end: End) -> [Topology.Route] {
        var routes = ownRouterRoutes(of: end)
        if side(end).peerPropagated, topology.peer?.isPublished == true {
            let learned = ownRouterRoutes(of: end == .near ? .far : .near).filter { $0.hop == .attachment }
            routes += learned.map { Topology.Route(range: $0.range, hop: .peer) }
        }
        return routes
    }

    private func ownRouterRoutes(of end: End) -> [Topology.Route] {
        let side = side(end)
        var routes = side.routerRoutes
        if side.attachment?.isPropagated == true {
            routes += side.vswitches.values.map { Topology.Route(range: $0.range, hop: .attachment) }
        }
        return routes
    }

    /// Where the longest range that holds an address leads; nil when none does.
    private static func hop(to address: UInt32, in routes: [Topology.Route]) -> Topology.Hop? {
        routes.filter { $0.range.contains(address) }.max { $0.range.length < $1.range.length }?.hop
    }
}
