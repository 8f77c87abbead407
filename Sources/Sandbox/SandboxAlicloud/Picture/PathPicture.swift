import SandboxWorld

/// A topology as stops, each with what must hold there.
struct PathPicture {
    let reachability: Reachability
    private let topology: Topology
    private let account: Account
    /// Whether the way begins at a follower; else it begins at the load balancer.
    private let isWhole: Bool

    init(_ topology: Topology, account: Account, isWhole: Bool) {
        self.topology = topology
        self.account = account
        self.isWhole = isWhole
        reachability = Reachability(topology)
    }

    /// The stops in the order of a packet.
    var hops: [PictureHop] {
        let link = topology.link
        let ends =
            isWhole
            ? [
                hop("follower", [("elasticsearch.Instance", topology.follower?.status)], ["P0"]),
                hop("endpoint", [("privatelink.VpcEndpoint", link?.endpoint)], ["P13", "P14"]),
                hop("endpoint service", [("privatelink.VpcEndpointService", link?.service)], ["P12"]),
            ] : []
        return ends + [
            hop(
                "load balancer",
                [("nlb.LoadBalancer", topology.balancer?.status), ("nlb.Listener", topology.listener?.status)], ["P8"]),
            hop("server group", [server], ["P9", "P10"]),
        ] + (topology.isOneNetwork ? [] : network)
            + [hop("leader", [("elasticsearch.Instance", topology.leader?.status)], ["P11"])]
    }

    /// The server that a packet goes to; where the group has none, the group.
    private var server: (kind: String, state: String?) {
        guard let group = topology.group else { return ("nlb.ServerGroup", nil) }
        return group.servers.first.map { ("nlb.ServerGroupServer", $0.status) } ?? ("nlb.ServerGroup", "Available")
    }

    /// The stops between the two networks.
    var network: [PictureHop] {
        func side(_ side: Topology.Side, _ name: String, _ mark: Character) -> PictureHop {
            hop(
                name,
                [
                    ("cbn.TransitRouter", side.router),
                    ("cbn.TransitRouterVpcAttachment", side.attachment?.status),
                ], ["P2", "P3", "P5", "P6", "P7"], of: mark)
        }
        return [
            side(topology.near, "transit router, near", "F"),
            hop(
                "CEN", [("cbn.Cen", topology.cen), ("cbn.TransitRouterPeerAttachment", topology.peer?.status)],
                ["P1", "P4"]),
            side(topology.far, "transit router, far", "L"),
        ]
    }

    /// A stop.
    ///
    /// - Parameters:
    ///   - states: The kinds of the resources that it is made of, and their states; nil where there is none.
    ///   - groups: The predicates that concern it, by the first part of their identifiers.
    ///   - mark: The side that it is on, for predicates about both.
    private func hop(
        _ title: String, _ states: [(kind: String, state: String?)], _ groups: [String], of mark: Character? = nil
    ) -> PictureHop {
        let own = states.map { account.tone(of: $0.state, $0.kind) }.max() ?? .good
        let isThere = states.contains { $0.state?.isEmpty == false }
        let checks = Predicate.table.filter { groups.contains(PathPicture.group(of: $0.id)) }.map { predicate in
            let failures = reachability.failures.filter { failure in
                failure.id == predicate.id
                    || failure.id.hasPrefix(predicate.id + ":")
                        && (mark.map { PathEnd.mark(of: failure.id) == $0 } ?? true)
            }
            let tone: PictureTone = predicate.weight == .path ? isThere ? .broken : .missing : .finding
            return PictureCheck(
                id: predicate.id, explanation: ([predicate.explanation] + failures.map(\.fact)).joined(separator: " "),
                tone: failures.isEmpty ? .good : tone)
        }
        let worst = checks.map(\.tone).max() ?? .good
        // What is being made stops packets for that reason only.
        let tone = own == .good || own == .broken ? max(own, worst) : own
        return PictureHop(
            title: title, state: states.map { $0.state ?? "" }.filter { !$0.isEmpty }.joined(separator: ", "),
            tone: tone, checks: checks)
    }

    private static func group(of id: String) -> String { String(id.prefix { $0 != "." }) }
}
