import OrderedJSON
import SandboxAlicloud
import SandboxWorld
import Testing

/// What people see of a cloud follows from its state, and from the same conditions as the packets.
struct PictureTests {
    private func picture(
        _ client: CloudClient, _ connections: [(instance: String, connection: PictureConnection)] = []
    ) -> NetworkPicture {
        client.cloud.picture(connections, now: client.now)
    }

    @Test func aCloudWithoutAnythingShowsItsNetworksAndWhatIsMissing() throws {
        let picture = picture(CloudClient())
        #expect(picture.regions.map(\.name) == ["cn-hangzhou", "cn-shanghai"])
        #expect(picture.regions.map(\.systems) == [["follower_cloud"], ["leader_cloud"]])
        #expect(picture.links.isEmpty)
        let network = try #require(picture.regions.first?.items.first)
        #expect(network.kind == "VPC")
        #expect(network.parts.map(\.kind).contains("Elasticsearch"))
        #expect(picture.paths.allSatisfy { $0.isOpen == nil })
        let hops = try #require(picture.paths.first).hops
        #expect(hops.map(\.tone) == [.missing, .missing, .missing])
    }

    @Test func aFinishedWayIsOpenAndNamesEveryCondition() throws {
        let sequence = CrossRegion()
        try sequence.buildAll()
        let remote = PictureConnection(
            system: "follower", name: "leader", mode: "proxy",
            address: SystemAddress(host: sequence.domain, port: 9300), isConnected: true)
        let picture = picture(sequence.client, [("es-cn-follower", remote)])
        let path = try #require(picture.paths.first)
        #expect(picture.paths.count == 1)
        #expect(path.title == "es-cn-follower → es-cn-leader")
        #expect(path.isOpen == true)
        #expect(path.facts.contains("used as remote cluster leader (proxy)"))
        #expect(path.hops.map(\.tone) == Array(repeating: .good, count: 9), "\(path.hops)")
        let named = Set(path.hops.flatMap(\.checks).map(\.id))
        #expect(named == Set(Predicate.table.map(\.id)))
        #expect(picture.links.map(\.kind) == ["CEN", "connection of the routers"])
    }

    /// The mode that a cluster uses counts: sniffing cannot work behind a load balancer.
    @Test func aWayThatIsUsedWronglyIsClosed() throws {
        let sequence = CrossRegion()
        try sequence.buildAll()
        let remote = PictureConnection(
            system: "follower", name: "leader", mode: "sniff",
            address: SystemAddress(host: sequence.domain, port: 9300), isConnected: false)
        let path = try #require(picture(sequence.client, [("es-cn-follower", remote)]).paths.first)
        #expect(path.isOpen == false)
        #expect(path.hops.first { $0.tone == .broken }?.title == "endpoint")
    }

    /// What is broken is shown at the stop where packets get lost.
    @Test func whatIsBrokenIsShownWhereItIs() throws {
        let sequence = CrossRegion()
        try sequence.buildAll()
        let body: JSON = [
            "modifyMode": "Delete",
            "whiteIpGroup": ["groupName": "default", "ips": ["10.1.0.0/16"], "whiteIpType": "PRIVATE_ES"],
        ]
        #expect(
            sequence.client.send(
                "POST", "/instances/es-cn-leader/actions/modify-white-ips", [:], body, region: "cn-shanghai"
            ).status == 200)
        try sequence.call(
            "cbn.DisableTransitRouterRouteTablePropagation",
            [
                "TransitRouterAttachmentId": sequence.peer,
                "TransitRouterRouteTableId": sequence.tables["cn-hangzhou"] ?? "",
            ])
        sequence.client.wait(120)
        let path = try #require(picture(sequence.client).paths.first)
        #expect(path.isOpen == false)
        let broken = path.hops.filter { $0.tone == .broken }
        #expect(broken.map(\.title) == ["transit router, near", "leader"])
        #expect(
            broken.map { $0.checks.filter { $0.tone == .broken }.map(\.id) } == [
                ["P7.vpc-route"], ["P11.leader-whitelist"],
            ])
    }

    /// A way that ends early still has what is behind the break.
    @Test(arguments: [
        ("nlb.DeleteListener", "P8.listener-running", "The listener does not exist."),
        ("nlb.RemoveServersFromServerGroup", "P9.backend-missing", "The group has no server."),
    ])
    func whatIsBehindABreakIsStillThere(action: String, id: String, fact: String) throws {
        let sequence = CrossRegion()
        try sequence.buildAll()
        if action == "nlb.DeleteListener" {
            try sequence.call(action, ["ListenerId": sequence.listener])
        } else {
            try sequence.call(
                action,
                [
                    "ServerGroupId": sequence.group, "Servers.1.ServerId": "10.2.0.10", "Servers.1.ServerType": "Ip",
                    "Servers.1.Port": "0",
                ])
        }
        sequence.client.wait(120)
        let path = try #require(picture(sequence.client).paths.first)
        let bad = path.hops.flatMap(\.checks).filter { $0.tone == .broken || $0.tone == .missing }
        #expect(bad.first?.id == id, "\(bad)")
        #expect(bad.allSatisfy { ["P8.listener-running", "P9.backend-missing"].contains($0.id) }, "\(bad)")
        #expect(bad.first?.explanation.hasSuffix(" " + fact) == true, "\(bad)")
    }

    /// A group without servers is there, and one that no listener leads to has its servers.
    @Test func aGroupIsSeenWhateverLeadsToIt() throws {
        let sequence = CrossRegion()
        try sequence.buildAll()
        try sequence.call("nlb.DeleteListener", ["ListenerId": sequence.listener])
        sequence.client.wait(120)
        let path = try #require(picture(sequence.client).paths.first)
        let bad = path.hops.flatMap(\.checks).filter { $0.tone == .broken || $0.tone == .missing }
        #expect(bad.map(\.id) == ["P8.listener-running"], "\(bad)")
    }

    /// Where a remote cluster's endpoint was deleted, the rest of the way is drawn and the endpoint is what is missing.
    @Test(arguments: [false, true]) func anEndpointThatWasDeletedIsNamed(withoutTheRest: Bool) throws {
        let sequence = CrossRegion()
        try sequence.buildAll()
        let remote = PictureConnection(
            system: "follower", name: "leader", mode: "proxy",
            address: SystemAddress(host: sequence.domain, port: 9300), isConnected: false)
        let endpoint = String(sequence.domain.prefix { $0 != "." })
        #expect(
            sequence.client.send(
                "DELETE", "/instances/es-cn-follower/vpc-endpoints/\(endpoint)", [:], nil, region: "cn-hangzhou"
            ).status == 200)
        sequence.client.wait(300)
        if withoutTheRest {
            let service = sequence.domain.split(separator: ".").dropFirst().first.map(String.init) ?? ""
            try sequence.call("privatelink.DeleteVpcEndpointService", ["ServiceId": service])
            sequence.client.wait(120)
            let balancers = try sequence.call("nlb.ListLoadBalancers", [:])["LoadBalancers"]
            try sequence.call(
                "nlb.DeleteLoadBalancer", ["LoadBalancerId": balancers?[0]?["LoadBalancerId"]?.string ?? ""])
            sequence.client.wait(120)
        }
        let path = try #require(picture(sequence.client, [("es-cn-follower", remote)]).paths.first)
        #expect(path.title == "es-cn-follower → es-cn-leader")
        #expect(path.isOpen == false)
        #expect(path.facts.first?.contains("its endpoint was deleted") == true, "\(path.facts)")
        let bad = path.hops.flatMap(\.checks).filter { $0.tone == .broken || $0.tone == .missing }
        let expected =
            withoutTheRest
            ? [
                "P13.endpoint-active", "P12.service-active", "P12.service-has-nlb", "P8.nlb-active",
                "P8.listener-running",
            ]
            : ["P13.endpoint-active"]
        #expect(bad.map(\.id) == expected, "\(bad)")
        let missing = path.hops.filter { $0.tone == .missing }.map(\.title)
        #expect(missing.first == "endpoint", "\(missing)")
    }

    /// A remote cluster with another address is what stops packets.
    @Test func anAddressThatIsNoEndpointIsNamed() throws {
        let sequence = CrossRegion()
        try sequence.buildAll()
        let remote = PictureConnection(
            system: "follower", name: "leader", mode: "proxy", address: SystemAddress(host: "10.1.0.10", port: 9300),
            isConnected: false)
        let path = try #require(picture(sequence.client, [("es-cn-follower", remote)]).paths.first)
        #expect(path.isOpen == false)
        #expect(path.facts.first == "the remote cluster leader has another address: 10.1.0.10:9300")
        #expect(path.hops.flatMap(\.checks).filter { $0.tone == .broken }.map(\.id) == ["P14.proxy-address"])
    }

    /// A network may belong to more than one CEN instance: the one that leads to the other side counts.
    @Test func theAttachmentThatLeadsToTheOtherSideCounts() throws {
        let sequence = CrossRegion()
        let cen = try sequence.call("cbn.CreateCen", ["Name": "company"])["CenId"]?.string ?? ""
        sequence.client.wait(60)
        let router = try sequence.call("cbn.CreateTransitRouter", ["CenId": cen])["TransitRouterId"]?.string ?? ""
        sequence.client.wait(120)
        let vpc = try sequence.call("vpc.DescribeVpcs", [:])["Vpcs"]?["Vpc"]?[0]?["VpcId"]?.string ?? ""
        let list = try sequence.call("vpc.DescribeVSwitches", ["VpcId": vpc])["VSwitches"]?["VSwitch"]?.array ?? []
        var parameters = ["CenId": cen, "TransitRouterId": router, "VpcId": vpc]
        for (number, vswitch) in list.enumerated() {
            parameters["ZoneMappings.\(number + 1).ZoneId"] = vswitch["ZoneId"]?.string
            parameters["ZoneMappings.\(number + 1).VSwitchId"] = vswitch["VSwitchId"]?.string
        }
        try sequence.call("cbn.CreateTransitRouterVpcAttachment", parameters)
        sequence.client.wait(120)
        try sequence.buildAll()
        let path = try #require(picture(sequence.client).paths.first)
        #expect(path.hops.allSatisfy { $0.tone == .good }, "\(path.hops)")
    }

    /// What is being made is neither missing nor broken.
    @Test func whatIsBeingMadeIsSeen() throws {
        let client = CloudClient()
        #expect(client.call("cbn.CreateCen", ["Name": "ccr"]).status == 200)
        let link = try #require(picture(client).links.first)
        #expect(link.tone == .building)
        #expect(link.state == "Creating")
        #expect(link.name == "ccr")
    }
}
