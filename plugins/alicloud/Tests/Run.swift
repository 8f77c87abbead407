import AlicloudHandler
import OrderedJSON
import RunbookModel
import Testing

/// The steps of a connection between two regions, as a runbook has them.
final class Run {
    private let cloud: FakeCloud
    private let handler: AlicloudHandler
    private let near: Target
    private let far: Target
    private var values: [String: JSON] = [:]
    private var number = 0
    /// What each step waited for.
    private(set) var words: [String: [String]] = [:]

    init(_ cloud: FakeCloud, _ handler: AlicloudHandler, near: Target, far: Target) {
        self.cloud = cloud
        self.handler = handler
        self.near = near
        self.far = far
    }

    private struct Failed: Error, CustomStringConvertible {
        let description: String
    }

    func value(_ step: String, _ field: String) -> String { values[step]?[field]?.string ?? "" }

    @discardableResult
    private func perform(_ name: String, _ operation: String, _ keys: String, on target: Target) async throws -> JSON {
        let (outcome, said) = await cloud.finish(
            Action(operation, keys, token: "run \(number) \(name)"), by: handler, on: target)
        words[name] = said
        guard !outcome.body.isNull else { throw Failed(description: "\(name): \(outcome)") }
        values[name] = outcome.body
        return outcome.body
    }

    /// The network of a region.
    func network(_ target: Target) async throws -> (vpc: String, range: String, zones: JSON) {
        let vpc = try await perform("vpcs", "vpc.DescribeVpcs", "", on: target)["Vpcs"]?["Vpc"]?[0]
        let id = vpc?["VpcId"]?.string ?? ""
        let list = try await perform("vswitches", "vpc.DescribeVSwitches", "VpcId: \(id)\n", on: target)
        let zones = (list["VSwitches"]?["VSwitch"]?.array ?? []).map { row -> JSON in
            ["ZoneId": row["ZoneId"] ?? "", "VSwitchId": row["VSwitchId"] ?? ""]
        }
        return (id, vpc?["CidrBlock"]?.string ?? "", .array(zones))
    }

    private var steps: [(name: String, operation: String, keys: String, target: Target)] = []

    /// Builds everything; what each step gave, in order.
    func build() async throws -> [(name: String, body: JSON)] {
        var results: [(name: String, body: JSON)] = []
        steps = []
        number += 1
        let (nearNetwork, farNetwork) = (try await network(near), try await network(far))
        func step(_ name: String, _ operation: String, _ keys: String, on target: Target) async throws {
            steps.append((name, operation, keys, target))
            results.append((name, try await perform(name, operation, keys, on: target)))
        }
        try await step("cen", "cbn.Cen", "Name: ccr\n", on: near)
        for (name, target, network) in [("far", far, farNetwork), ("near", near, nearNetwork)] {
            try await step("\(name)_router", "cbn.TransitRouter", "CenId: \(value("cen", "CenId"))\n", on: target)
            let router = value("\(name)_router", "TransitRouterId")
            try await step(
                "\(name)_attachment", "cbn.TransitRouterVpcAttachment",
                """
                TransitRouterId: \(router)
                VpcId: \(network.vpc)
                ZoneMappings: \(network.zones.text())
                AutoPublishRouteEnabled: true
                RouteTableIds: ["\(value("\(name)_router", "SystemRouteTableId"))"]

                """, on: target)
        }
        try await step(
            "peer", "cbn.TransitRouterPeerAttachment",
            """
            TransitRouterId: \(value("near_router", "TransitRouterId"))
            PeerTransitRouterId: \(value("far_router", "TransitRouterId"))
            PeerTransitRouterRegionId: cn-shanghai
            BandwidthType: DataTransfer
            Bandwidth: 100
            AutoPublishRouteEnabled: true
            RouteTableIds:
              - \(value("near_router", "SystemRouteTableId"))
              - \(value("far_router", "SystemRouteTableId"))

            """, on: near)
        try await step(
            "allow", "elasticsearch.WhiteIps",
            """
            InstanceId: es-cn-leader
            groupName: default
            whiteIpType: PRIVATE_ES
            ips: ["\(nearNetwork.range)"]

            """, on: far)
        try await step(
            "group", "nlb.ServerGroup",
            """
            ServerGroupName: ccr
            ServerGroupType: Ip
            Protocol: TCP
            VpcId: \(nearNetwork.vpc)
            AnyPortEnabled: true
            HealthCheckConfig:
              HealthCheckEnabled: true
              HealthCheckType: TCP
              HealthCheckConnectPort: 9300

            """, on: near)
        try await step(
            "server", "nlb.ServerGroupServer",
            "ServerGroupId: \(value("group", "ServerGroupId"))\nServerType: Ip\nServerId: 10.2.0.10\nServerIp: 10.2.0.10\n",
            on: near)
        try await step(
            "balancer", "nlb.LoadBalancer",
            """
            LoadBalancerName: ccr
            LoadBalancerType: network
            AddressType: Intranet
            VpcId: \(nearNetwork.vpc)
            ZoneMappings: \(nearNetwork.zones.text())

            """, on: near)
        try await step(
            "listener", "nlb.Listener",
            """
            LoadBalancerId: \(value("balancer", "LoadBalancerId"))
            ListenerProtocol: TCP
            ListenerPort: 0
            StartPort: 9200
            EndPort: 9300
            ServerGroupId: \(value("group", "ServerGroupId"))

            """, on: near)
        let resources = (nearNetwork.zones.array ?? []).map { zone -> JSON in
            [
                "ResourceType": "nlb", "ResourceId": .string(value("balancer", "LoadBalancerId")),
                "ZoneId": zone["ZoneId"] ?? "",
            ]
        }
        try await step(
            "service", "privatelink.VpcEndpointService",
            "ServiceResourceType: nlb\nAutoAcceptEnabled: true\nResource: \(JSON.array(resources).text())\n", on: near)
        try await step(
            "endpoint", "elasticsearch.VpcEndpoint",
            """
            InstanceId: es-cn-follower
            serviceId: \(value("service", "ServiceId"))
            zoneId: \(nearNetwork.zones[0]?["ZoneId"]?.string ?? "")

            """, on: near)
        return results
    }

    /// Takes everything away, the last first.
    func remove() async throws {
        for step in steps.reversed() {
            try await perform("remove \(step.name)", step.operation, "\(step.keys)state: absent\n", on: step.target)
        }
    }
}
