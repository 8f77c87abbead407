import AlicloudContract
import OrderedJSON

extension Operations {
    /// What changes endpoint services, endpoints and their connections.
    static let privateLinkWrites: [String: Operation] = [
        "privatelink.CreateVpcEndpointService": createService,
        "privatelink.UpdateVpcEndpointServiceAttribute": { call, account in
            let service = try steadyService(call, account)
            account.change(service.kind, service.id) { data in
                for member in call.given(
                    "AutoAcceptEnabled", "ServiceDescription", "ConnectBandwidth", "ZoneAffinityEnabled",
                    "AddressIpVersion", "ServiceSupportIPv6")
                {
                    data[member.name] = member.value
                }
            }
            return nothing
        },
        "privatelink.DeleteVpcEndpointService": { call, account in
            let service = try steadyService(call, account)
            if account.all("privatelink.Connection").contains(where: { $0.text("ServiceId") == service.id }) {
                throw call.problem(
                    "EndpointServiceConnectionDependence", "The endpoint service still has endpoint connections.")
            }
            for resource in account.all("privatelink.ServiceResource") where resource.text("ServiceId") == service.id {
                account.remove(resource.kind, resource.id)
            }
            account.delete(service.kind, service.id)
            return nothing
        },
        "privatelink.AttachResourceToVpcEndpointService": { call, account in
            let service = try steadyService(call, account)
            let resource: JSON = [
                "ResourceId": call.arguments["ResourceId"] ?? "", "ResourceType": call.arguments["ResourceType"] ?? "",
                "ZoneId": call.arguments["ZoneId"] ?? .null,
            ]
            try attach(resource, to: service.id, region: service.region, call, &account)
            account.change(service.kind, service.id) { _ in }
            return nothing
        },
        "privatelink.DetachResourceFromVpcEndpointService": { call, account in
            let service = try steadyService(call, account)
            let found = account.all("privatelink.ServiceResource").filter { resource in
                resource.text("ServiceId") == service.id && resource.text("ResourceId") == call.text("ResourceId")
                    && (call.text("ZoneId").map { resource.text("ZoneId") == $0 } ?? true)
            }
            if found.isEmpty {
                throw call.problem("EndpointServiceResourceNotFound", "The specified resource does not exist.")
            }
            let zones = Set(found.map { $0.text("ZoneId") })
            let users = account.all("privatelink.Connection").filter {
                $0.text("ServiceId") == service.id && $0.text("ConnectionStatus") != "Disconnected"
            }
            if users.contains(where: { connection in
                account.find("privatelink.VpcEndpoint", connection.text("EndpointId"))?.list(Account.zonesField)
                    .contains { zones.contains($0["ZoneId"]?.string ?? "") } ?? false
            }) {
                throw call.problem(
                    "EndpointServiceConnectionDependence", "An endpoint in the zone is connected.")
            }
            for resource in found { account.remove(resource.kind, resource.id) }
            account.change(service.kind, service.id) { _ in }
            return nothing
        },
        "privatelink.UpdateVpcEndpointServiceResourceAttribute": { call, account in
            _ = try findService(call, account)
            return nothing
        },
        "privatelink.AddUserToVpcEndpointService": { call, account in
            let service = try findService(call, account)
            account.update(service.kind, service.id) { data in
                let user = call.arguments["UserId"] ?? call.arguments["UserARN"] ?? ""
                data["users"] = .array((data["users"]?.array ?? []).filter { $0 != user } + [user])
            }
            return nothing
        },
        "privatelink.RemoveUserFromVpcEndpointService": { call, account in
            let service = try findService(call, account)
            account.update(service.kind, service.id) { data in
                let user = call.arguments["UserId"] ?? call.arguments["UserARN"] ?? ""
                data["users"] = .array((data["users"]?.array ?? []).filter { $0 != user })
            }
            return nothing
        },
        "privatelink.CreateVpcEndpoint": createEndpoint,
        "privatelink.UpdateVpcEndpointAttribute": { call, account in
            let endpoint = try findEndpoint(call, account)
            account.update(endpoint.kind, endpoint.id) { data in
                for member in call.given("EndpointName", "EndpointDescription", "PolicyDocument", "ZoneAffinityEnabled")
                {
                    data[member.name] = member.value
                }
            }
            return nothing
        },
        "privatelink.AddZoneToVpcEndpoint": { call, account in
            let endpoint = try findEndpoint(call, account)
            try checkSteady(endpoint, call, account)
            let zones = try endpointZones(
                [["ZoneId": call.arguments["ZoneId"] ?? "", "VSwitchId": call.arguments["VSwitchId"] ?? ""]],
                endpoint.text("VpcId"), endpoint.text("ServiceId"), call, account)
            let own = endpoint.list(Account.zonesField)
            if own.contains(where: { $0["ZoneId"] == call.arguments["ZoneId"] }) {
                throw call.problem("EndpointZoneAlreadyExist", "The endpoint is in the zone already.")
            }
            account.change(endpoint.kind, endpoint.id) { $0[Account.zonesField] = .array(own + (zones.array ?? [])) }
            return nothing
        },
        "privatelink.RemoveZoneFromVpcEndpoint": { call, account in
            let endpoint = try findEndpoint(call, account)
            try checkSteady(endpoint, call, account)
            let own = endpoint.list(Account.zonesField)
            guard own.contains(where: { $0["ZoneId"] == call.arguments["ZoneId"] }) else {
                throw call.problem("EndpointZoneNotFound", "The endpoint is not in the zone.")
            }
            account.change(endpoint.kind, endpoint.id) { data in
                data[Account.zonesField] = .array(own.filter { $0["ZoneId"] != call.arguments["ZoneId"] })
            }
            return nothing
        },
        "privatelink.AttachSecurityGroupToVpcEndpoint": { call, account in
            let endpoint = try findEndpoint(call, account)
            account.update(endpoint.kind, endpoint.id) { data in
                data["groups"] = .array((data["groups"]?.array ?? []) + [call.arguments["SecurityGroupId"] ?? ""])
            }
            return nothing
        },
        "privatelink.DetachSecurityGroupFromVpcEndpoint": { call, account in
            let endpoint = try findEndpoint(call, account)
            account.update(endpoint.kind, endpoint.id) { data in
                data["groups"] = .array(
                    (data["groups"]?.array ?? []).filter { $0 != call.arguments["SecurityGroupId"] })
            }
            return nothing
        },
        "privatelink.DeleteVpcEndpoint": { call, account in
            let endpoint = try findEndpoint(call, account)
            try checkSteady(endpoint, call, account)
            if let connection = account.connection(of: endpoint.id),
                connection.text("ConnectionStatus") != "Disconnected"
            {
                throw call.problem("EndpointOperationDenied", "The endpoint is connected.")
            }
            account.delete(endpoint.kind, endpoint.id)
            return nothing
        },
        "privatelink.EnableVpcEndpointConnection": { call, account in
            let connection = try findConnection(call, account)
            guard connection.text("ConnectionStatus") == "Disconnected",
                account.find("privatelink.VpcEndpoint", connection.text("EndpointId"))?.text("EndpointStatus")
                    == "Active"
            else {
                throw call.problem("EndpointConnectionOperationDenied", "The connection is not in a valid state.")
            }
            if let bandwidth = call.int("Bandwidth") {
                account.update(connection.kind, connection.id) { $0["Bandwidth"] = .number(JSONNumber(bandwidth)) }
            }
            account.connect(connection)
            return nothing
        },
        "privatelink.DisableVpcEndpointConnection": { call, account in
            let connection = try findConnection(call, account)
            guard connection.text("ConnectionStatus") == "Connected" else {
                throw call.problem("EndpointConnectionOperationDenied", "The connection is not in a valid state.")
            }
            account.update(connection.kind, connection.id) { data in
                data["ConnectionStatus"] = "Disconnecting"
                data["accepted"] = nil
                data["was disabled"] = true
            }
            account.set(
                connection.kind, connection.id, "Disconnected", in: Delay.of("privatelink.Connection").delete)
            return nothing
        },
        "privatelink.EnableVpcEndpointZoneConnection": { call, account in
            account.connect(try findConnection(call, account))
            return nothing
        },
        "privatelink.UpdateVpcEndpointConnectionAttribute": { call, account in
            let connection = try findConnection(call, account)
            account.update(connection.kind, connection.id) { data in
                for member in call.given("Bandwidth", "TrafficControlMode") { data[member.name] = member.value }
            }
            return nothing
        },
    ]

    private static func checkSteady(_ resource: Resource, _ call: Call, _ account: Account) throws {
        if !account.isSteady(resource) {
            throw call.problem("EndpointLocked", "The specified Endpoint is locked.")
        }
    }

    /// The service that an argument names, when nothing else is being done with it.
    private static func steadyService(_ call: Call, _ account: Account) throws -> Resource {
        let service = try findService(call, account)
        if !account.isSteady(service) { throw call.problem("ConcurrentCallNotSupported") }
        return service
    }

    private static let createService: Operation = { call, account in
        try account.checkActivated("privatelink", "NeedOpenProduct", call)
        let id = account.makeID("epsrv-bp1", count: 16)
        let name = "com.aliyuncs.privatelink.\(call.region).\(id)"
        var data = call.given(
            "ServiceDescription", "ZoneAffinityEnabled", "Payer", "AddressIpVersion", "ServiceSupportIPv6")
        data["ServiceId"] = .string(id)
        data["ServiceName"] = .string(name)
        data["ServiceDomain"] = .string("\(id).\(call.region).privatelink.aliyuncs.com")
        data["ServiceResourceType"] = .string(call.text("ServiceResourceType") ?? "slb")
        data["ServiceType"] = "Interface"
        data["ServiceBusinessStatus"] = "Normal"
        data["AutoAcceptEnabled"] = .bool(call.flag("AutoAcceptEnabled") ?? false)
        data["ZoneAffinityEnabled"] = data["ZoneAffinityEnabled"] ?? false
        data["AddressIpVersion"] = data["AddressIpVersion"] ?? "IPv4"
        data["Payer"] = data["Payer"] ?? "Endpoint"
        data["RegionId"] = .string(call.region)
        data["ConnectBandwidth"] = 3072
        data["MinBandwidth"] = 3072
        data["MaxBandwidth"] = 10240
        data["CreateTime"] = .string(account.timestamp)
        data["Tags"] = call.tags
        account.create("privatelink.VpcEndpointService", id: id, region: call.region, data)
        for resource in call.list("Resource") {
            try attach(resource, to: id, region: call.region, call, &account)
        }
        return account.find("privatelink.VpcEndpointService", id)?.data ?? data
    }

    private static func attach(
        _ resource: JSON, to service: String, region: String, _ call: Call, _ account: inout Account
    ) throws {
        let type = resource["ResourceType"]?.string ?? ""
        let id = resource["ResourceId"]?.string ?? ""
        guard type == account.find("privatelink.VpcEndpointService", service)?.text("ServiceResourceType") else {
            throw call.problem("EndpointServiceResourceTypeMismatch", "The type of the resource is not the service's.")
        }
        guard type == "nlb", let balancer = account.find("nlb.LoadBalancer", id), balancer.region == region else {
            throw call.problem("ResourceNotFound", "The specified resource does not exist.")
        }
        guard balancer.text("LoadBalancerStatus") == "Active" else {
            throw call.problem("IncorrectStatus.Resource", "The status of the resource is incorrect.")
        }
        guard let zone = resource["ZoneId"]?.string, !zone.isEmpty else { throw ArgumentReader.missing("ZoneId") }
        guard let own = balancer.list("ZoneMappings").first(where: { $0["ZoneId"]?.string == zone }) else {
            throw call.problem("UnsupportedZone", "The resource is not in the zone \(zone).")
        }
        let name = "\(service):\(id):\(zone)"
        guard account.find("privatelink.ServiceResource", name) == nil else {
            throw call.problem("EndpointServiceResourceAlreadyExist", "The resource is attached already.")
        }
        let data: JSON = [
            "ServiceId": .string(service), "ResourceId": .string(id), "ResourceType": .string(type),
            "ZoneId": .string(zone), "RegionId": .string(region), "VpcId": .string(balancer.text("VpcId")),
            "VSwitchId": own["VSwitchId"] ?? "", "Ip": own["LoadBalancerAddresses"]?[0]?["PrivateIPv4Address"] ?? "",
            "AutoAllocatedEnabled": true, "RelatedEndpointCount": 0,
        ]
        account.add("privatelink.ServiceResource", id: name, region: region, data.members)
    }

    /// The zones of an endpoint, each with an address of its subnet.
    private static func endpointZones(
        _ wanted: [JSON], _ vpc: String, _ service: String, _ call: Call, _ account: Account
    ) throws -> JSON {
        let served = account.zones(of: service)
        var pairs: [(zone: String, vswitch: Resource)] = []
        for zone in wanted {
            let name = zone["ZoneId"]?.string ?? ""
            guard served.isEmpty || served.contains(name) else {
                throw call.problem("UnsupportedZone", "The endpoint service is not in the zone \(name).")
            }
            guard let vswitch = account.find("vpc.VSwitch", zone["VSwitchId"]?.string ?? ""),
                vswitch.text("VpcId") == vpc, vswitch.text("ZoneId") == name
            else { throw call.problem("VSwitchNotFound", "The specified VSwitch does not exist.") }
            pairs.append((name, vswitch))
        }
        return try account.allocate(
            pairs, full: call.problem("InsufficientIpAddress", "The VSwitch has no free address."))
    }

    private static let createEndpoint: Operation = { call, account in
        try account.checkActivated("privatelink", "NeedOpenProduct", call)
        let vpc = try find("vpc.Vpc", "VpcId", "VpcNotFound", call, account)
        let found = account.all("privatelink.VpcEndpointService").first { service in
            call.text("ServiceId").map { service.id == $0 } ?? (service.text("ServiceName") == call.text("ServiceName"))
        }
        guard let service = found else { throw call.problem("EndpointServiceNotFound") }
        guard account.isSteady(service) else { throw call.problem("EndpointServiceLocked") }
        let zones = try endpointZones(call.list("Zone"), vpc.id, service.id, call, account)
        let endpoint = account.makeEndpoint(
            service: service, vpc: vpc, zones: zones,
            call.given("EndpointName", "EndpointDescription", "EndpointType", "ZoneAffinityEnabled", "ProtectedEnabled")
        )
        guard let endpoint else { throw call.problem("InternalError") }
        account.update(endpoint.kind, endpoint.id) { $0["Tags"] = call.tags }
        return account.shown(endpoint: endpoint)
    }
}
