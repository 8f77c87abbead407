/// What breaks a predicate in a topology: what is there instead of what must be.
enum PredicateFact {
    /// The fact that breaks the predicate of an identifier, a sentence.
    ///
    /// - Parameter name: What it is about, as it is named behind the colon: `TF`, `AL`, `peer@TL(return)`.
    static func sentence(of id: String, _ topology: Topology, about name: String) -> String {
        let side = name.prefix { $0 != "(" }.last == "L" ? topology.far : topology.near
        let place = name.prefix { $0 != "(" }.last == "L" ? "leader" : "follower"
        let direction = name.hasSuffix("(return)") ? "the load balancer" : "the leader"
        return switch id {
        case "P0.architecture-v3": "One has another architecture."
        case "P0.version":
            "They have \(versions(of: topology).joined(separator: " and "))."
        case "P0.follower-active": state("The follower", topology.follower?.status)
        case "P1.cen-active": state("The CEN instance", topology.cen)
        case "P2.tr-active": state("The router of the \(place)'s region", side.router)
        case "P3.attached": state("The attachment of the \(place)'s network", side.attachment?.status)
        case "P3.two-zones":
            "The attachment of the \(place)'s network has \(list(side.attachment?.vswitches ?? [], of: "vSwitches"))."
        case "P3.free-address": "A vSwitch of the \(place)'s attachment has no free address."
        case "P4.peer-attached": state("The connection of the routers", topology.peer?.status)
        case "P4.peer-bandwidth": "It has no bandwidth."
        case "P5.association": "`\(name)` is associated with no table, on the way to \(direction)."
        case "P6.tr-route": "The table of the router in the \(place)'s region has no route to \(direction)."
        case "P7.vpc-route": "The table of the \(place)'s network has no route to \(direction)."
        default: lateSentence(of: id, topology)
        }
    }

    /// The facts of load balancer, leader and private connection.
    private static func lateSentence(of id: String, _ topology: Topology) -> String {
        let servers = topology.group?.servers ?? []
        return switch id {
        case "P8.nlb-active": state("The load balancer", topology.balancer?.status)
        case "P8.listener-running":
            topology.listener.map { "The listener is \($0.status), for \($0.protocol)." } ?? "There is no listener."
        case "P8.listener-range": "It covers \(ports(of: topology.listener))."
        case "P9.server-group-ip":
            topology.group.map { "The group has the type \($0.type)." } ?? "There is no server group."
        case "P9.any-port": "The group forwards one port only."
        case "P9.protocol": "The group has the protocol \(topology.group?.protocol ?? "of none")."
        case "P9.backend-missing":
            servers.isEmpty
                ? "The group has no server."
                : "Its server is \(servers[0].status), with the weight \(servers[0].weight)."
        case "P9.backend-ip":
            "The group has \(list(servers.map { address($0.address) }, of: "servers")); the leader has "
                + "\(address(topology.leader?.address))."
        case "P10.health-check":
            topology.group?.isChecked == true
                ? "It asks port \(topology.group?.checkPort ?? 0)." : "It is off."
        case "P11.leader-active": state("The leader", topology.leader?.status)
        case "P11.leader-whitelist":
            "Not in it: \(strangers(to: topology).joined(separator: ", ")). It holds "
                + "\(list(topology.leader?.whitelist.map(\.description) ?? [], of: "ranges"))."
        case "P12.service-active": state("The endpoint service", topology.link?.service)
        case "P12.service-has-nlb": "The service has no resource."
        case "P12.zone-match":
            "The endpoint is in \(topology.link?.zone ?? "no zone"), the service has "
                + "\(list(topology.link?.resourceZones.sorted() ?? [], of: "zones"))."
        case "P13.endpoint-active": state("The endpoint", topology.link?.endpoint)
        case "P13.connection-accepted": "Nobody has accepted it."
        case "P14.proxy-mode": "The remote cluster has the mode \(topology.remote?.mode ?? "of none")."
        case "P14.proxy-address": "The remote cluster has another address."
        case "P14.port-9300":
            "The remote cluster has port \(topology.remote?.port ?? 0), the listener covers \(ports(of: topology.listener))."
        default: ""
        }
    }

    private static func state(_ subject: String, _ state: String?) -> String {
        state.map { "\(subject) is \($0)." } ?? "\(subject) does not exist."
    }

    private static func list(_ elements: [String], of noun: String) -> String {
        elements.isEmpty ? "no \(noun)" : elements.joined(separator: ", ")
    }

    private static func address(_ number: UInt32?) -> String { number.map(IPv4Range.text) ?? "no address" }

    private static func versions(of topology: Topology) -> [String] {
        [topology.leader, topology.follower].compactMap(\.self)
            .map { $0.version.map(String.init).joined(separator: ".") }
    }

    private static func ports(of listener: Topology.Listener?) -> String {
        guard let listener else { return "no port" }
        return listener.range.map { "\($0.lowerBound) to \($0.upperBound)" } ?? "port \(listener.port)"
    }

    private static func strangers(to topology: Topology) -> [String] {
        (topology.balancer?.addresses ?? [:]).sorted { $0.key < $1.key }.map(\.value)
            .filter { address in topology.leader?.whitelist.contains { $0.contains(address) } == false }
            .map(IPv4Range.text)
    }
}
