import OrderedJSON
import SandboxAlicloud
import Testing

/// Builds a connection between two regions, call by call, and takes it down again.
final class CrossRegion {
    let client: CloudClient
    /// The states that polls saw on the way, by what was waited for.
    private(set) var seen: [String: [String]] = [:]
    private(set) var cen = ""
    private(set) var routers: [String: String] = [:]
    private(set) var attachments: [String: String] = [:]
    private(set) var peer = ""
    private(set) var tables: [String: String] = [:]
    private(set) var group = ""
    private(set) var balancer = ""
    private(set) var listener = ""
    private(set) var service = ""
    private(set) var endpoint = ""
    private(set) var domain = ""
    private(set) var networks: [String: (vpc: String, range: String, zones: [[String: String]])] = [:]

    init(client: CloudClient = CloudClient()) { self.client = client }

    private struct Unexpected: Error, CustomStringConvertible {
        let description: String
    }

    /// Calls an action that must succeed.
    @discardableResult
    func call(_ name: String, _ parameters: [String: String], region: String = "cn-hangzhou") throws -> JSON {
        let reply = client.call(name, parameters, region: region)
        guard reply.status == 200 else { throw Unexpected(description: "\(name): \(reply.body.text())") }
        return reply.body
    }

    /// Polls until a value is there; remembers what it saw before.
    private func wait(_ what: String, for wanted: String, _ read: () throws -> String) throws {
        for _ in 0..<100 {
            let value = try read()
            if seen[what]?.last != value { seen[what, default: []].append(value) }
            if value == wanted { return }
            client.wait(5)
        }
        throw Unexpected(description: "\(what) never became \(wanted): \(seen[what] ?? [])")
    }

    func buildNetwork() throws {
        for region in ["cn-hangzhou", "cn-shanghai"] {
            let vpc = try call("vpc.DescribeVpcs", [:], region: region)["Vpcs"]?["Vpc"]?[0]
            let list = try call("vpc.DescribeVSwitches", ["VpcId": vpc?["VpcId"]?.string ?? ""], region: region)
            let zones = (list["VSwitches"]?["VSwitch"]?.array ?? []).map {
                ["ZoneId": $0["ZoneId"]?.string ?? "", "VSwitchId": $0["VSwitchId"]?.string ?? ""]
            }
            networks[region] = (vpc?["VpcId"]?.string ?? "", vpc?["CidrBlock"]?.string ?? "", zones)
        }
        cen = try call("cbn.CreateCen", ["Name": "ccr"])["CenId"]?.string ?? ""
        try wait("cen", for: "Active") {
            try call("cbn.DescribeCens", ["Filter.1.Key": "CenId", "Filter.1.Value.1": cen])["Cens"]?["Cen"]?[0]?[
                "Status"]?.string ?? ""
        }
        for region in networks.keys.sorted() { try attach(region) }
        let near = routers["cn-hangzhou"] ?? ""
        peer =
            try call(
                "cbn.CreateTransitRouterPeerAttachment",
                [
                    "CenId": cen, "TransitRouterId": near, "PeerTransitRouterId": routers["cn-shanghai"] ?? "",
                    "PeerTransitRouterRegionId": "cn-shanghai", "BandwidthType": "DataTransfer", "Bandwidth": "100",
                    "AutoPublishRouteEnabled": "true",
                ])["TransitRouterAttachmentId"]?.string ?? ""
        try wait("peer", for: "Attached") {
            try call("cbn.ListTransitRouterPeerAttachments", ["TransitRouterId": near])["TransitRouterAttachments"]?[
                0]?[
                    "Status"]?.string ?? ""
        }
        for region in networks.keys.sorted() {
            let table = tables[region] ?? ""
            for attachment in [attachments[region] ?? "", peer] { try link(attachment, table) }
        }
    }

    private func attach(_ region: String) throws {
        let router =
            try call("cbn.CreateTransitRouter", ["CenId": cen], region: region)["TransitRouterId"]?.string ?? ""
        routers[region] = router
        try wait("router", for: "Active") {
            try call("cbn.ListTransitRouters", ["CenId": cen], region: region)["TransitRouters"]?[0]?["Status"]?.string
                ?? ""
        }
        tables[region] =
            try call(
                "cbn.ListTransitRouterRouteTables",
                ["TransitRouterId": router, "TransitRouterRouteTableType": "System"])["TransitRouterRouteTables"]?[0]?[
                "TransitRouterRouteTableId"]?.string ?? ""
        var parameters = [
            "CenId": cen, "TransitRouterId": router, "VpcId": networks[region]?.vpc ?? "",
            "AutoPublishRouteEnabled": "true",
        ]
        for (number, zone) in (networks[region]?.zones ?? []).enumerated() {
            for (name, value) in zone { parameters["ZoneMappings.\(number + 1).\(name)"] = value }
        }
        attachments[region] =
            try call("cbn.CreateTransitRouterVpcAttachment", parameters, region: region)["TransitRouterAttachmentId"]?
            .string ?? ""
        try wait("attachment", for: "Attached") {
            try call("cbn.ListTransitRouterVpcAttachments", ["TransitRouterId": router], region: region)[
                "TransitRouterAttachments"]?[0]?["Status"]?.string ?? ""
        }
    }

    private func link(_ attachment: String, _ table: String) throws {
        let both = ["TransitRouterAttachmentId": attachment, "TransitRouterRouteTableId": table]
        try call("cbn.AssociateTransitRouterAttachmentWithRouteTable", both)
        try wait("association", for: "Active") {
            try call("cbn.ListTransitRouterRouteTableAssociations", both)["TransitRouterAssociations"]?[0]?["Status"]?
                .string ?? ""
        }
        try call("cbn.EnableTransitRouterRouteTablePropagation", both)
        try wait("propagation", for: "Active") {
            try call("cbn.ListTransitRouterRouteTablePropagations", both)["TransitRouterPropagations"]?[0]?["Status"]?
                .string ?? ""
        }
    }

    func allow() throws {
        let reply = client.send(
            "POST", "/instances/es-cn-leader/actions/modify-white-ips", ["clientToken": "w-1"],
            [
                "modifyMode": "Append",
                "whiteIpGroup": [
                    "groupName": "default", "ips": .array([.string(networks["cn-hangzhou"]?.range ?? "")]),
                    "whiteIpType": "PRIVATE_ES",
                ],
            ], region: "cn-shanghai")
        #expect(reply.status == 200 && reply["Result"]?.bool == true)
        try wait("whitelist", for: "active") {
            client.send("GET", "/instances/es-cn-leader", region: "cn-shanghai")["Result"]?["status"]?.string ?? ""
        }
    }

    func buildBalancer(leader: String = "10.2.0.10") throws {
        let (vpc, _, zones) = networks["cn-hangzhou"] ?? ("", "", [])
        group =
            try call(
                "nlb.CreateServerGroup",
                [
                    "ServerGroupName": "ccr", "ServerGroupType": "Ip", "Protocol": "TCP", "VpcId": vpc,
                    "AnyPortEnabled": "true", "HealthCheckConfig.HealthCheckEnabled": "true",
                    "HealthCheckConfig.HealthCheckType": "TCP", "HealthCheckConfig.HealthCheckConnectPort": "9300",
                ])["ServerGroupId"]?.string ?? ""
        try wait("group", for: "Available") {
            try call("nlb.ListServerGroups", ["ServerGroupIds.1": group])["ServerGroups"]?[0]?["ServerGroupStatus"]?
                .string ?? ""
        }
        try call(
            "nlb.AddServersToServerGroup",
            [
                "ServerGroupId": group, "Servers.1.ServerId": leader, "Servers.1.ServerIp": leader,
                "Servers.1.ServerType": "Ip", "Servers.1.Port": "0",
            ])
        try wait("server", for: "Available") {
            try call("nlb.ListServerGroupServers", ["ServerGroupId": group])["Servers"]?[0]?["Status"]?.string ?? ""
        }
        var parameters = [
            "LoadBalancerName": "ccr", "LoadBalancerType": "network", "AddressType": "Intranet", "VpcId": vpc,
        ]
        for (number, zone) in zones.enumerated() {
            for (name, value) in zone { parameters["ZoneMappings.\(number + 1).\(name)"] = value }
        }
        balancer = try call("nlb.CreateLoadBalancer", parameters)["LoadbalancerId"]?.string ?? ""
        try wait("balancer", for: "Active") {
            try call("nlb.GetLoadBalancerAttribute", ["LoadBalancerId": balancer])["LoadBalancerStatus"]?.string ?? ""
        }
        let made = try call(
            "nlb.CreateListener",
            [
                "LoadBalancerId": balancer, "ListenerProtocol": "TCP", "ListenerPort": "0", "StartPort": "9200",
                "EndPort": "9300", "ServerGroupId": group,
            ])
        listener = made["ListenerId"]?.string ?? ""
        try wait("job", for: "Succeeded") {
            try call("nlb.GetJobStatus", ["JobId": made["JobId"]?.string ?? ""])["Status"]?.string ?? ""
        }
        try wait("listener", for: "Running") {
            try call("nlb.GetListenerAttribute", ["ListenerId": listener])["ListenerStatus"]?.string ?? ""
        }
    }

    /// What the health check says of the one server: its reason, its state, or `Normal`.
    func health() throws -> String {
        let status = try call("nlb.GetListenerHealthStatus", ["ListenerId": listener])["ListenerHealthStatus"]?[0]
        let server = status?["ServerGroupInfos"]?[0]?["NonNormalServers"]?[0]
        return server?["Reason"]?["ReasonCode"]?.string ?? server?["Status"]?.string ?? "Normal"
    }

    func waitForHealth(_ wanted: String = "Normal") throws { try wait("health", for: wanted) { try health() } }

    func buildLink() throws {
        let zones = networks["cn-hangzhou"]?.zones ?? []
        var parameters = ["ServiceResourceType": "nlb", "AutoAcceptEnabled": "true"]
        for (number, zone) in zones.enumerated() {
            parameters["Resource.\(number + 1).ResourceType"] = "nlb"
            parameters["Resource.\(number + 1).ResourceId"] = balancer
            parameters["Resource.\(number + 1).ZoneId"] = zone["ZoneId"]
        }
        service = try call("privatelink.CreateVpcEndpointService", parameters)["ServiceId"]?.string ?? ""
        try wait("service", for: "Active") {
            try call("privatelink.GetVpcEndpointServiceAttribute", ["ServiceId": service])["ServiceStatus"]?.string
                ?? ""
        }
        let made = client.send(
            "POST", "/instances/es-cn-follower/vpc-endpoints", ["ClientToken": "e-1"],
            ["serviceId": .string(service), "zoneId": .string(zones.first?["ZoneId"] ?? "")])
        #expect(made.status == 200)
        endpoint = made["Result"]?["endpointId"]?.string ?? ""
        domain = made["Result"]?["endpointDomain"]?.string ?? ""
        try wait("endpoint", for: "Active Connected") {
            let row = client.send("GET", "/instances/es-cn-follower/vpc-endpoints")["Result"]?[0]
            return "\(row?["endpointStatus"]?.string ?? "") \(row?["connectionStatus"]?.string ?? "")"
        }
    }

    func buildAll() throws {
        try buildNetwork()
        try allow()
        try buildBalancer()
        try waitForHealth()
        try buildLink()
    }

    /// Whether the follower is connected with the leader.
    func reach(port: Int = 9300, mode: String = "proxy") -> (leader: String?, failures: [String]) {
        guard
            let found = client.cloud.reach(
                from: "es-cn-follower", mode: mode, host: domain, port: port, now: client.now)
        else { return (nil, ["no endpoint"]) }
        return (found.leader, found.reachability.failures.map(\.id))
    }

    func tearDown() throws {
        let path = "/instances/es-cn-follower/vpc-endpoints"
        #expect(client.send("DELETE", "\(path)/\(endpoint)").status == 200)
        try wait("endpoint gone", for: "") {
            client.send("GET", path)["Result"]?[0]?["endpointStatus"]?.string ?? ""
        }
        try call("privatelink.DeleteVpcEndpointService", ["ServiceId": service])
        try gone("service gone", "privatelink.GetVpcEndpointServiceAttribute", ["ServiceId": service], "ServiceStatus")
        try call("nlb.DeleteListener", ["ListenerId": listener])
        try gone("listener gone", "nlb.GetListenerAttribute", ["ListenerId": listener], "ListenerStatus")
        try call("nlb.DeleteLoadBalancer", ["LoadBalancerId": balancer])
        try gone("balancer gone", "nlb.GetLoadBalancerAttribute", ["LoadBalancerId": balancer], "LoadBalancerStatus")
        try call("nlb.DeleteServerGroup", ["ServerGroupId": group])
        try wait("group gone", for: "") {
            try call("nlb.ListServerGroups", [:])["ServerGroups"]?[0]?["ServerGroupStatus"]?.string ?? ""
        }
        for region in networks.keys.sorted() {
            for attachment in [attachments[region] ?? "", peer] { try unlink(attachment, tables[region] ?? "") }
        }
        try call("cbn.DeleteTransitRouterPeerAttachment", ["TransitRouterAttachmentId": peer])
        try wait("peer gone", for: "") {
            try call("cbn.ListTransitRouterPeerAttachments", ["CenId": cen])["TransitRouterAttachments"]?[0]?["Status"]?
                .string ?? ""
        }
        for region in networks.keys.sorted() {
            try call("cbn.DeleteTransitRouterVpcAttachment", ["TransitRouterAttachmentId": attachments[region] ?? ""])
            try wait("attachment gone", for: "") {
                try call("cbn.ListTransitRouterVpcAttachments", ["CenId": cen], region: region)[
                    "TransitRouterAttachments"]?[0]?["Status"]?.string ?? ""
            }
            try call("cbn.DeleteTransitRouter", ["TransitRouterId": routers[region] ?? ""])
            try wait("router gone", for: "") {
                try call("cbn.ListTransitRouters", ["CenId": cen], region: region)["TransitRouters"]?[0]?["Status"]?
                    .string ?? ""
            }
        }
        try call("cbn.DeleteCen", ["CenId": cen])
        try wait("cen gone", for: "") {
            try call("cbn.DescribeCens", [:])["Cens"]?["Cen"]?[0]?["Status"]?.string ?? ""
        }
    }

    private func unlink(_ attachment: String, _ table: String) throws {
        let both = ["TransitRouterAttachmentId": attachment, "TransitRouterRouteTableId": table]
        try call("cbn.DisableTransitRouterRouteTablePropagation", both)
        try wait("propagation gone", for: "") {
            try call("cbn.ListTransitRouterRouteTablePropagations", both)["TransitRouterPropagations"]?[0]?["Status"]?
                .string ?? ""
        }
        try call("cbn.DissociateTransitRouterAttachmentFromRouteTable", both)
        try wait("association gone", for: "") {
            try call("cbn.ListTransitRouterRouteTableAssociations", both)["TransitRouterAssociations"]?[0]?["Status"]?
                .string ?? ""
        }
    }

    private func gone(_ what: String, _ name: String, _ parameters: [String: String], _ field: String) throws {
        try wait(what, for: "") {
            let reply = client.call(name, parameters)
            return reply.status == 200 ? reply[field]?.string ?? "" : ""
        }
    }
}
