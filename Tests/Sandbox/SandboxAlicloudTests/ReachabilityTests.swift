import SandboxAlicloud
import Testing

struct ReachabilityTests {
    @Test func packetsArriveWhereAllIsRight() {
        let reachability = Reachability(.good)
        #expect(reachability.isConnected)
        #expect(reachability.failures == [])
        #expect(reachability.health == .normal && reachability.reason == nil)
        #expect(reachability.connection == "Connected")
    }

    /// For each predicate, a fact that breaks it, and nothing before it.
    @Test(arguments: Break.all) func eachPredicateHasAFactThatBreaksIt(_ row: Break) {
        var topology = Topology.good
        row.change(&topology)
        let reachability = Reachability(topology)
        #expect(reachability.failures.first?.id == row.id)
        #expect(
            reachability.isConnected == (reachability.failures.allSatisfy { $0.weight == .finding } && row.isHealthy))
        #expect(reachability.failures.allSatisfy { !$0.explanation.isEmpty })
        #expect(reachability.failures.allSatisfy { $0.fact.hasSuffix(".") }, "\(reachability.failures)")
    }

    /// No predicate is without a fact of its own.
    @Test func everyPredicateIsTried() {
        let tried = Set(Break.all.map { String($0.id.prefix { $0 != ":" }) })
        #expect(Set(Predicate.table.map(\.id)).subtracting(tried) == [])
    }

    @Test func aRouteOfOnesOwnReplacesThePublishedOnes() throws {
        var topology = Topology.good
        topology.near.attachment?.isPublished = false
        #expect(!Reachability(topology).isConnected)
        let range = try #require(IPv4Range("10.0.0.0/8"))
        topology.near.staticRoutes = [Topology.Route(range: range, hop: .attachment)]
        #expect(Reachability(topology).isConnected)
    }

    @Test func theLongerRangeWins() throws {
        var topology = Topology.good
        let host = try #require(IPv4Range("10.8.1.23/32"))
        topology.near.staticRoutes = [Topology.Route(range: host, hop: .nowhere)]
        #expect(Reachability(topology).failures.map(\.id) == ["P7.vpc-route:VF"])
    }

    @Test func aPortThatIsClosedFailsAndOneThatNobodyReachesTimesOut() {
        var topology = Topology.good
        topology.group?.checkPort = 9400
        #expect(Reachability(topology).reason == "CONNECT_FAILED")
        topology.peer = nil
        #expect(Reachability(topology).reason == "CONNECT_TIMEOUT")
    }

    @Test func aDeletedServiceIsTold() {
        var topology = Topology.good
        topology.link?.service = nil
        #expect(Reachability(topology).connection == "ServiceDeleted")
    }

    @Test func nothingAtAllIsNotConnected() {
        let reachability = Reachability(Topology())
        #expect(!reachability.isConnected)
        #expect(reachability.failures.first?.id == "P1.cen-active")
    }
}

/// A fact that breaks a predicate.
struct Break: Sendable, CustomTestStringConvertible {
    let id: String
    let isHealthy: Bool
    let change: @Sendable (inout Topology) -> Void

    var testDescription: String { id }

    init(_ id: String, isHealthy: Bool = true, _ change: @escaping @Sendable (inout Topology) -> Void) {
        self.id = id
        self.isHealthy = isHealthy
        self.change = change
    }

    static let all = [
        Break("P0.architecture-v3") { $0.leader?.architecture = "exclusive" },
        Break("P0.version") { $0.follower?.version = [7, 9, 3] },
        Break("P0.follower-active") { $0.follower?.status = "activating" },
        Break("P1.cen-active") { $0.cen = "Creating" },
        Break("P2.tr-active:TF") { $0.near.router = nil },
        Break("P3.attached:AL") { $0.far.attachment?.status = "Attaching" },
        Break("P3.two-zones:AL") { $0.far.attachment?.vswitches = ["l1"] },
        Break("P3.free-address:AF") { $0.near.vswitches["f2"]?.free = 0 },
        Break("P4.peer-attached") { $0.peer?.status = "Attaching" },
        Break("P4.peer-bandwidth") { $0.peer?.bandwidth = nil },
        Break("P5.association:peer@TL") { $0.far.peerAssociated = false },
        Break("P5.association:peer@TF(return)") { $0.near.peerAssociated = false },
        Break("P6.tr-route:TL") { topology in
            topology.far.attachment?.isPropagated = false
            guard let range = IPv4Range("10.0.0.0/8") else { return }
            topology.near.staticRoutes = [Topology.Route(range: range, hop: .attachment)]
            topology.near.routerRoutes = [Topology.Route(range: range, hop: .peer)]
        },
        Break("P7.vpc-route:VL(return)") { $0.far.attachment?.isPublished = false },
        Break("P8.nlb-active") { $0.balancer?.status = "Provisioning" },
        Break("P8.listener-running") { $0.listener?.status = "Stopped" },
        Break("P8.listener-range") { $0.listener?.range = 9300...9300 },
        Break("P9.server-group-ip") { $0.group?.type = "Instance" },
        Break("P9.any-port") { $0.group?.forwardsAnyPort = false },
        Break("P9.protocol") { $0.group?.protocol = "UDP" },
        Break("P9.backend-missing") { $0.group?.servers = [] },
        Break("P9.backend-ip") { $0.group?.servers[0].address = IPv4Range.address("10.8.1.24") },
        Break("P10.health-check") { $0.group?.checkPort = 9200 },
        Break("P10.health-check", isHealthy: false) { $0.group?.isChecked = false },
        Break("P11.leader-active") { $0.leader?.status = "inactive" },
        Break("P11.leader-whitelist") { $0.leader?.whitelist = [] },
        Break("P12.service-active") { $0.link?.service = "Creating" },
        Break("P12.service-has-nlb") { $0.link?.resourceZones = [] },
        Break("P12.zone-match") { $0.link?.resourceZones = ["cn-hangzhou-i"] },
        Break("P13.endpoint-active") { $0.link?.endpoint = "Creating" },
        Break("P13.connection-accepted") { $0.link?.acceptsAll = false },
        Break("P14.proxy-mode") { $0.remote?.mode = "sniff" },
        Break("P14.proxy-address") { $0.remote?.isEndpoint = false },
        Break("P14.port-9300") { $0.remote?.port = 9200 },
    ]
}

extension Topology {
    /// Two regions between which everything is as it should be.
    static let good: Topology = {
        var topology = Topology()
        topology.cen = "Active"
        topology.near = side([("f1", "cn-hangzhou-h", "192.168.1.0/24"), ("f2", "cn-hangzhou-i", "192.168.2.0/24")])
        topology.far = side([("l1", "cn-shanghai-b", "10.8.1.0/24"), ("l2", "cn-shanghai-g", "10.8.2.0/24")])
        topology.peer = Peer(status: "Attached", bandwidth: 100, isPublished: true)
        topology.balancer = Balancer(
            status: "Active", isInNetwork: true,
            addresses: ["cn-hangzhou-h": 0xC0A8_01C9, "cn-hangzhou-i": 0xC0A8_02C9])
        topology.listener = Listener(status: "Running", protocol: "TCP", port: 0, range: 9200...9300)
        topology.group = ServerGroup(
            type: "Ip", forwardsAnyPort: true, protocol: "TCP", isChecked: true, checkPort: 9300,
            servers: [Server(address: 0x0A08_0117, weight: 100, status: "Available")])
        topology.link = PrivateLink(
            service: "Active", resourceZones: ["cn-hangzhou-h", "cn-hangzhou-i"], acceptsAll: true, endpoint: "Active",
            zone: "cn-hangzhou-h", isAccepted: false)
        topology.leader = Instance(
            status: "active", architecture: "public", version: [7, 10, 0], address: 0x0A08_0117,
            whitelist: [IPv4Range(first: 0xC0A8_0000, length: 16)])
        topology.follower = Instance(status: "active", architecture: "public", version: [7, 10, 0])
        topology.remote = Remote(mode: "proxy", isEndpoint: true, port: 9300)
        return topology
    }()

    private static func side(_ vswitches: [(name: String, zone: String, range: String)]) -> Side {
        var side = Side()
        for (name, zone, range) in vswitches {
            guard let range = IPv4Range(range) else { continue }
            side.vswitches[name] = VSwitch(zone: zone, range: range, free: 250)
        }
        side.router = "Active"
        side.attachment = Attachment(
            status: "Attached", vswitches: vswitches.map(\.name), isPublished: true, isAssociated: true,
            isPropagated: true)
        side.peerAssociated = true
        side.peerPropagated = true
        return side
    }
}
