import AlicloudContract
import OrderedJSON

/// Endpoint services, endpoints and the connections between them.
extension Account {
    /// The zones in which a service has a resource.
    func zones(of service: String) -> [String] {
        var zones: [String] = []
        for resource in all("privatelink.ServiceResource") where resource.text("ServiceId") == service {
            if !zones.contains(resource.text("ZoneId")) { zones.append(resource.text("ZoneId")) }
        }
        return zones
    }

    /// The connection of an endpoint; nil when it has none.
    func connection(of endpoint: String) -> Resource? {
        all("privatelink.Connection").first { $0.text("EndpointId") == endpoint }
    }

    /// The zones of an endpoint.
    private func zones(ofEndpoint endpoint: String) -> [String] {
        find("privatelink.VpcEndpoint", endpoint)?.list(Account.zonesField).compactMap { $0["ZoneId"]?.string } ?? []
    }

    /// Makes an endpoint with its connection, which waits until somebody accepts it.
    mutating func makeEndpoint(
        service: Resource, vpc: Resource, zones: JSON, _ given: JSONObject
    ) -> Resource? {
        let id = makeID("ep-bp1", count: 16)
        var data = given
        data["EndpointId"] = .string(id)
        data["EndpointType"] = data["EndpointType"] ?? "Interface"
        data["EndpointDomain"] = .string("\(id).\(service.id).\(service.region).privatelink.aliyuncs.com")
        data["EndpointBusinessStatus"] = "Normal"
        data["ServiceId"] = .string(service.id)
        data["ServiceName"] = .string(service.text("ServiceName"))
        data["ServiceRegionId"] = .string(service.region)
        data["VpcId"] = .string(vpc.id)
        data["RegionId"] = .string(vpc.region)
        data["Bandwidth"] = 3072
        data["AddressIpVersion"] = "IPv4"
        data["CreateTime"] = .string(timestamp)
        data["ZoneAffinityEnabled"] = data["ZoneAffinityEnabled"] ?? false
        data["ResourceOwner"] = data["ResourceOwner"] ?? true
        data[Account.zonesField] = zones
        create("privatelink.VpcEndpoint", id: id, region: vpc.region, data)
        let own: JSON = [
            "ServiceId": .string(service.id), "EndpointId": .string(id), "EndpointVpcId": .string(vpc.id),
            "EndpointOwnerId": .number(JSONNumber(number)), "EndpointRegionId": .string(vpc.region),
            "ServiceRegionId": .string(service.region), "Bandwidth": 3072, "ModifiedTime": .string(timestamp),
            "ResourceOwner": data["ResourceOwner"] ?? true, "TrafficControlMode": "BandwidthLimit",
        ]
        add("privatelink.Connection", id: "\(service.id):\(id)", region: service.region, own.members)
        update("privatelink.Connection", "\(service.id):\(id)") { $0["ConnectionStatus"] = "Disconnected" }
        return find("privatelink.VpcEndpoint", id)
    }

    /// Goes on once an endpoint can be used: a service that accepts all connections connects it.
    mutating func endpointBecameActive(_ endpoint: String) {
        guard let connection = connection(of: endpoint), connection.text("ConnectionStatus") == "Disconnected",
            connection.data["was disabled"] == nil,
            let service = find("privatelink.VpcEndpointService", connection.text("ServiceId")),
            service.isOn("AutoAcceptEnabled")
        else { return }
        connect(connection)
    }

    /// Connects, where the service has a resource in a zone of the endpoint.
    mutating func connect(_ connection: Resource) {
        update(connection.kind, connection.id) { data in
            data["accepted"] = true
            data["was disabled"] = nil
        }
        let wanted = zones(ofEndpoint: connection.text("EndpointId"))
        guard zones(of: connection.text("ServiceId")).contains(where: wanted.contains) else { return }
        update(connection.kind, connection.id) { $0["ConnectionStatus"] = "Connecting" }
        set(connection.kind, connection.id, "Connected", in: Delay.of("privatelink.Connection").create)
    }

    /// The zones of an endpoint as responses show them.
    func shownZones(of endpoint: Resource) -> [JSON] {
        let status = connection(of: endpoint.id)?.text("ConnectionStatus") ?? "Disconnected"
        let isAccepted = connection(of: endpoint.id)?.isOn("accepted") ?? false
        let served = zones(of: endpoint.text("ServiceId"))
        return endpoint.list(Account.zonesField).map { zone in
            let name = zone["ZoneId"]?.string ?? ""
            let state =
                if endpoint.text("EndpointStatus") == "Creating" {
                    "Creating"
                } else if !isAccepted || !served.contains(name) {
                    status == "Disconnected" && isAccepted ? "Disconnected" : "Wait"
                } else {
                    status
                }
            let suffix = endpoint.text("EndpointDomain").dropFirst(endpoint.id.count)
            return [
                "ZoneId": .string(name), "VSwitchId": zone["VSwitchId"] ?? "",
                "EniIp": zone[Account.addressField] ?? "",
                "EniId": .string("eni-\(endpoint.id.dropFirst(3))"), "RegionId": .string(endpoint.region),
                "ZoneDomain": .string("\(endpoint.id)-\(name)\(suffix)"), "ZoneStatus": .string(state),
            ]
        }
    }

    /// An endpoint as responses show it.
    func shown(endpoint: Resource) -> JSONObject {
        var data = endpoint.data
        let service = find("privatelink.VpcEndpointService", endpoint.text("ServiceId"))
        data["ConnectionStatus"] = .string(
            service == nil ? "ServiceDeleted" : connection(of: endpoint.id)?.text("ConnectionStatus") ?? "Disconnected")
        return data
    }
}
