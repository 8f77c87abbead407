import OrderedJSON
import SandboxAlicloud
import Testing

struct SequenceTests {
    @Test func theWholeSequenceConnectsTwoRegionsAndLeavesNothingBehind() throws {
        let sequence = CrossRegion()
        try sequence.buildAll()
        #expect(sequence.reach().leader == "es-cn-leader")
        #expect(sequence.reach().failures == [])
        for (what, states) in sequence.seen where !["health", "listener"].contains(what) {
            #expect(states.count >= 2, "\(what) was never seen on its way: \(states)")
        }
        #expect(sequence.seen["health"]?.first == "Initial")
        try sequence.tearDown()
        let client = sequence.client
        #expect(client.call("cbn.DescribeCens")["TotalCount"]?.int == 0)
        #expect(client.call("nlb.ListLoadBalancers")["TotalCount"]?.int == 0)
        #expect(client.call("privatelink.ListVpcEndpointServices")["TotalCount"]?.int == 0)
        let fresh = CloudClient()
        let free = { (client: CloudClient) in
            client.call("vpc.DescribeVSwitches")["VSwitches"]?["VSwitch"]?.array?
                .map { $0["AvailableIpAddressCount"]?.int }
        }
        #expect(free(client) == free(fresh))
    }

    /// What breaks the path once all is built, and what is found then.
    @Test(arguments: [
        ("whitelist", "CONNECT_TIMEOUT", ["P11.leader-whitelist"]),
        ("bandwidth", "CONNECT_TIMEOUT", ["P4.peer-attached"]),
        ("propagation", "CONNECT_TIMEOUT", ["P7.vpc-route:VF"]),
        ("port", "CONNECT_FAILED", ["P10.health-check"]),
        ("endpoint", "Normal", ["P13.connection-accepted"]),
    ])
    func aChangeOfTheCloudIsFound(what: String, health: String, failures: [String]) throws {
        let sequence = CrossRegion()
        try sequence.buildAll()
        let client = sequence.client
        switch what {
        case "whitelist":
            let body: JSON = [
                "modifyMode": "Delete",
                "whiteIpGroup": ["groupName": "default", "ips": ["10.1.0.0/16"], "whiteIpType": "PRIVATE_ES"],
            ]
            #expect(
                client.send(
                    "POST", "/instances/es-cn-leader/actions/modify-white-ips", [:], body, region: "cn-shanghai"
                ).status == 200)
        case "bandwidth":
            try sequence.call(
                "cbn.DeleteTransitRouterPeerAttachment",
                ["TransitRouterAttachmentId": sequence.peer, "Force": "true"])
        case "propagation":
            try sequence.call(
                "cbn.DisableTransitRouterRouteTablePropagation",
                [
                    "TransitRouterAttachmentId": sequence.peer,
                    "TransitRouterRouteTableId": sequence.tables["cn-hangzhou"] ?? "",
                ])
        case "port":
            try sequence.call(
                "nlb.UpdateServerGroupAttribute",
                ["ServerGroupId": sequence.group, "HealthCheckConfig.HealthCheckConnectPort": "9400"])
        default:
            try sequence.call(
                "privatelink.DisableVpcEndpointConnection",
                ["ServiceId": sequence.service, "EndpointId": sequence.endpoint])
        }
        client.wait(60)
        #expect(try sequence.health() == health)
        #expect(sequence.reach().leader == nil)
        #expect(sequence.reach().failures == failures)
    }

    @Test func aWrongServerIsFound() throws {
        let sequence = CrossRegion()
        try sequence.buildNetwork()
        try sequence.allow()
        try sequence.buildBalancer(leader: "10.2.0.99")
        try sequence.waitForHealth("CONNECT_TIMEOUT")
        try sequence.buildLink()
        #expect(sequence.reach().leader == nil)
        #expect(sequence.reach().failures.contains("P9.backend-ip"))
    }

    @Test func theAddressMustBeTheEndpointsAndThePortTransport() throws {
        let sequence = CrossRegion()
        try sequence.buildAll()
        #expect(sequence.reach(port: 9200).failures == ["P14.port-9300"])
        #expect(sequence.reach(mode: "sniff").failures == ["P14.proxy-mode"])
        let client = sequence.client
        #expect(
            client.cloud.reach(from: "es-cn-follower", mode: "proxy", host: "nobody", port: 9300, now: client.now)
                == nil)
        let other = client.cloud.reach(
            from: "es-cn-second", mode: "proxy", host: sequence.domain, port: 9300, now: client.now)
        #expect(other?.leader == nil)
    }

    @Test func whatIsInUseIsNotDeleted() throws {
        let sequence = CrossRegion()
        try sequence.buildAll()
        let client = sequence.client
        let near = "cn-hangzhou"
        for (action, parameters, code) in [
            ("cbn.DeleteCen", ["CenId": sequence.cen], "InvalidOperation.CenInstanceStatus"),
            (
                "cbn.DeleteTransitRouter", ["TransitRouterId": sequence.routers[near] ?? ""],
                "InvalidOperation.AttachedChildInstanceExist"
            ),
            (
                "cbn.DeleteTransitRouterVpcAttachment",
                ["TransitRouterAttachmentId": sequence.attachments[near] ?? ""],
                "OperationFailed.RouteTableAssociationExist"
            ),
            ("nlb.DeleteServerGroup", ["ServerGroupId": sequence.group], "ResourceInUse.ServerGroup"),
            ("nlb.DeleteLoadBalancer", ["LoadBalancerId": sequence.balancer], "ResourceInUse.loadbalancer"),
            (
                "privatelink.DeleteVpcEndpointService", ["ServiceId": sequence.service],
                "EndpointServiceConnectionDependence"
            ),
            (
                "vpc.DeleteVSwitch", ["VSwitchId": sequence.networks[near]?.zones[0]["VSwitchId"] ?? ""],
                "DependencyViolation"
            ),
            ("vpc.DeleteVpc", ["VpcId": sequence.networks[near]?.vpc ?? ""], "DependencyViolation.VSwitch"),
        ] {
            #expect(client.call(action, parameters).code == code, "\(action)")
        }
    }

    @Test func oneOperationAtATimeOnACen() throws {
        let client = CloudClient()
        let cen = client.call("cbn.CreateCen")["CenId"]?.string ?? ""
        #expect(client.call("cbn.CreateTransitRouter", ["CenId": cen]).code == "InvalidOperation.CenInstanceStatus")
        client.wait(10)
        #expect(client.call("cbn.CreateTransitRouter", ["CenId": cen]).status == 200)
        #expect(
            client.call("cbn.CreateTransitRouter", ["CenId": cen], region: "cn-shanghai").code == "Operation.Blocking")
        client.wait(10)
        #expect(client.call("cbn.CreateTransitRouter", ["CenId": cen]).code == "InstanceExist.TransitRouterInstance")
    }

    @Test func aRangeAndItsGroupMustAgree() throws {
        let sequence = CrossRegion()
        try sequence.buildNetwork()
        try sequence.buildBalancer()
        let client = sequence.client
        let base = ["LoadBalancerId": sequence.balancer, "ListenerProtocol": "TCP", "ServerGroupId": sequence.group]
        let one = base.merging(["ListenerPort": "9300"]) { $1 }
        #expect(
            client.call("nlb.CreateListener", one).code
                == "IllegalParam.NonAnyPortListenerConflictWithAnyPortServerGroup")
        let range = base.merging(["ListenerPort": "0", "StartPort": "1", "EndPort": "9"]) { $1 }
        #expect(client.call("nlb.CreateListener", range).code == "DuplicatedParam.listener")
        let server = [
            "ServerGroupId": sequence.group, "Servers.1.ServerId": "10.2.0.11", "Servers.1.ServerType": "Ip",
            "Servers.1.Port": "9300",
        ]
        #expect(
            client.call("nlb.AddServersToServerGroup", server).code == "IllegalParam.RSPortConflictWithServerGroup")
    }

    @Test func aMissingSubnetIsMade() throws {
        let client = CloudClient(
            CloudSetup(
                places: [CloudSetup.Place(name: "cloud", region: "cn-hangzhou")], hasOneZone: true,
                keys: [CloudClient.key]))
        let vpc = client.call("vpc.DescribeVpcs")["Vpcs"]?["Vpc"]?[0]?["VpcId"]?.string ?? ""
        #expect(client.call("vpc.DescribeVSwitches")["TotalCount"]?.int == 1)
        for (range, code) in [
            ("10.9.0.0/24", "InvalidCidrBlock.NotInVpc"), ("10.1.0.0/25", "InvalidCidrBlock.Overlapped"),
            ("10.1.0.0/8", "InvalidCidrBlock.Malformed"), ("10.1.1.7/24", "InvalidCidrBlock.Malformed"),
        ] {
            let parameters = ["VpcId": vpc, "ZoneId": "cn-hangzhou-i", "CidrBlock": range]
            #expect(client.call("vpc.CreateVSwitch", parameters).code == code, "\(range)")
        }
        let made = client.call(
            "vpc.CreateVSwitch", ["VpcId": vpc, "ZoneId": "cn-hangzhou-i", "CidrBlock": "10.1.1.0/24"])
        let id = made["VSwitchId"]?.string ?? ""
        let status = { client.call("vpc.DescribeVSwitchAttributes", ["VSwitchId": id])["Status"]?.string }
        #expect(status() == "Pending")
        client.wait(10)
        #expect(status() == "Available")
        #expect(client.call("vpc.DeleteVSwitch", ["VSwitchId": id]).status == 200)
        #expect(client.call("vpc.DeleteVSwitch", ["VSwitchId": id]).code == "InvalidVSwitchId.NotFound")
    }
}
