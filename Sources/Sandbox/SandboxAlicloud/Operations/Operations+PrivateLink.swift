import AlicloudContract
import OrderedJSON

extension Operations {
    /// What is read of endpoint services and endpoints.
    static let privateLink: [String: Operation] = [
        "privatelink.CheckProductOpen": { call, account in
            try account.checkActivated("privatelink", "NeedOpenProduct", call)
            return ["Success": true]
        },
        "privatelink.OpenPrivateLinkService": { _, account in
            account.activated.insert("privatelink")
            return ["OrderId": .string(account.makeID("2", count: 14))]
        },
        "privatelink.ListVpcEndpointServices": Listing(
            kind: "privatelink.VpcEndpointService", path: ["Services"],
            pages: .tokens("MaxResults", size: 50, most: 1000), others: ["ResourceId"],
            filter: { service, call, account in
                call.text("ResourceId").map { id in
                    account.all("privatelink.ServiceResource").contains {
                        $0.text("ServiceId") == service.id && $0.text("ResourceId") == id
                    }
                } ?? true
            }
        ).operation,
        "privatelink.ListVpcEndpointServicesByEndUser": Listing(
            kind: "privatelink.VpcEndpointService", path: ["Services"],
            pages: .tokens("MaxResults", size: 50, most: 1000),
            extra: { service, account in
                var data = service.data
                data["Zones"] = .array(account.zones(of: service.id).map(JSON.string))
                return data
            }
        ).operation,
        "privatelink.GetVpcEndpointServiceAttribute": { call, account in
            let service = try findService(call, account)
            var data = service.data
            data["Zones"] = .array(account.zones(of: service.id).map(JSON.string))
            return data
        },
        "privatelink.ListVpcEndpointServiceResources": Listing(
            kind: "privatelink.ServiceResource", path: ["Resources"], pages: .tokens("MaxResults", size: 50, most: 1000)
        ).operation,
        "privatelink.ListVpcEndpointServiceUsers": { call, account in
            let service = try findService(call, account)
            let users = service.list("users").map { user -> JSONObject in ["UserId": user] }
            return try Listing(kind: "", path: ["Users"], pages: .tokens("MaxResults", size: 50, most: 1000))
                .page(users, call)
        },
        "privatelink.ListVpcEndpoints": Listing(
            kind: "privatelink.VpcEndpoint", path: ["Endpoints"], pages: .tokens("MaxResults", size: 50, most: 1000),
            others: ["ConnectionStatus"],
            extra: { endpoint, account in account.shown(endpoint: endpoint) },
            filter: { endpoint, call, account in
                endpoint.isOn("ResourceOwner")
                    && (call.text("ConnectionStatus").map {
                        account.shown(endpoint: endpoint)["ConnectionStatus"]?.string == $0
                    } ?? true)
            }
        ).operation,
        "privatelink.GetVpcEndpointAttribute": { call, account in
            account.shown(endpoint: try findEndpoint(call, account))
        },
        "privatelink.ListVpcEndpointZones": { call, account in
            let zones = account.shownZones(of: try findEndpoint(call, account)).map(\.members)
            return try Listing(kind: "", path: ["Zones"], pages: .tokens("MaxResults", size: 50, most: 1000))
                .page(zones, call)
        },
        "privatelink.ListVpcEndpointSecurityGroups": { call, account in
            let groups = try findEndpoint(call, account).list("groups").map { group -> JSONObject in
                ["SecurityGroupId": group]
            }
            return try Listing(kind: "", path: ["SecurityGroups"], pages: .tokens("MaxResults", size: 50, most: 1000))
                .page(groups, call)
        },
        "privatelink.ListVpcEndpointConnections": Listing(
            kind: "privatelink.Connection", path: ["Connections"], pages: .tokens("MaxResults", size: 50, most: 1000),
            others: ["ResourceId", "EniId", "ReplacedResourceId"],
            extra: { connection, account in
                var data = connection.data
                if let endpoint = account.find("privatelink.VpcEndpoint", connection.text("EndpointId")) {
                    data["Zones"] = .array(account.shownZones(of: endpoint))
                }
                return data
            }
        ).operation,
        "privatelink.DescribeRegions": { _, _ in
            [
                "Regions": [
                    "Region": .array(
                        CloudRegion.names.map { name in
                            [
                                "RegionId": .string(name), "LocalName": .string(CloudRegion.title(of: name)),
                                "RegionEndpoint": .string("privatelink.\(name).aliyuncs.com"),
                            ]
                        })
                ]
            ]
        },
        "privatelink.DescribeZones": { call, _ in
            let zones = CloudRegion.zones(of: call.region).map { zone -> JSON in
                ["ZoneId": .string(zone), "LocalName": .string(zone)]
            }
            return ["Zones": ["Zone": .array(zones)]]
        },
        "privatelink.ListTagResources": tagList("privatelink"),
        "privatelink.TagResources": tagger("privatelink"),
    ]

    /// The endpoint service that an argument names.
    static func findService(_ call: Call, _ account: Account) throws -> Resource {
        try find("privatelink.VpcEndpointService", "ServiceId", "EndpointServiceNotFound", call, account)
    }

    /// The endpoint that an argument names; ones that belong to another service cannot be seen here.
    static func findEndpoint(_ call: Call, _ account: Account) throws -> Resource {
        let endpoint = try find("privatelink.VpcEndpoint", "EndpointId", "EndpointNotFound", call, account)
        guard endpoint.isOn("ResourceOwner") else { throw call.problem("EndpointNotFound") }
        return endpoint
    }

    /// The connection of the service and the endpoint that arguments name.
    static func findConnection(_ call: Call, _ account: Account) throws -> Resource {
        _ = try findService(call, account)
        let id = "\(try call.required("ServiceId")):\(try call.required("EndpointId"))"
        guard let connection = account.find("privatelink.Connection", id) else {
            throw call.problem("EndpointConnectionNotFound")
        }
        return connection
    }
}
