import AlicloudContract
import OrderedJSON

extension Operations {
    /// Elasticsearch instances, and what connects them.
    static let elasticsearch = [instances, whitelists, snapshots].reduce(into: [:]) { table, part in
        table.merge(part) { first, _ in first }
    }

    private static let instances: [String: Operation] = [
        "elasticsearch.DescribeInstance": { call, account in
            result(.object(account.shown(instance: try findInstance(call, account))))
        },
        "elasticsearch.ListInstance": { call, account in
            var found = account.all("elasticsearch.Instance").filter { $0.region == call.region }
            for name in ["instanceId", "status", "esVersion", "description", "vpcId"] {
                if let wanted = call.text(name) { found = found.filter { $0.text(name) == wanted } }
            }
            let (number, size) = (call.int("page") ?? 1, call.int("size") ?? 10)
            guard number >= 1 else { throw ArgumentReader.invalid("page") }
            guard (1...100).contains(size) else { throw ArgumentReader.invalid("size") }
            let shown = found.dropFirst((min(number, 1_000_000) - 1) * size).prefix(size)
            var response = result(.array(shown.map { .object(account.shown(instance: $0)) }))
            response["Headers"] = ["X-Total-Count": .number(JSONNumber(found.count))]
            return response
        },
        "elasticsearch.DescribeElasticsearchHealth": { call, account in
            let instance = try findInstance(call, account)
            return result(.string(instance.text("status") == "inactive" ? "RED" : "GREEN"))
        },
        "elasticsearch.ListAllNode": { call, account in
            let instance = try findInstance(call, account)
            return result([
                [
                    "host": .string(instance.text("privateIP")), "port": 9200, "nodeType": "WORKER", "health": "GREEN",
                    "zoneId": .string(instance.text("zoneId")), "cpuPercent": "4.2%", "heapPercent": "21.6%",
                    "diskUsedPercent": "1.0%", "loadOneM": "0.12",
                ]
            ])
        },
        "elasticsearch.UpdateDescription": { call, account in
            let instance = try findInstance(call, account)
            let text = call.text("description") ?? ""
            account.update(instance.kind, instance.id) { $0["description"] = .string(text) }
            return result(["description": .string(text)])
        },
        "elasticsearch.RestartInstance": { call, account in
            let instance = try changeable(call, account)
            account.change(instance.kind, instance.id) { _ in }
            return result(.object(account.shown(instance: instance)))
        },
        "elasticsearch.CreateVpcEndpoint": createPrivateConnection,
        "elasticsearch.ListVpcEndpoints": { call, account in
            let instance = try findInstance(call, account)
            let all = account.all("privatelink.VpcEndpoint").filter { $0.text("instance") == instance.id }
            let (number, size) = (call.int("page") ?? 1, call.int("size") ?? 20)
            guard number >= 1 else { throw ArgumentReader.invalid("page") }
            guard (1...100).contains(size) else { throw ArgumentReader.invalid("size") }
            let rows = all.dropFirst((min(number, 1_000_000) - 1) * size).prefix(size).map { endpoint -> JSON in
                let shown = account.shown(endpoint: endpoint)
                return [
                    "endpointId": .string(endpoint.id), "endpointDomain": shown["EndpointDomain"] ?? "",
                    "endpointName": shown["EndpointName"] ?? "", "endpointStatus": shown["EndpointStatus"] ?? "",
                    "endpointBusinessStatus": "Normal", "connectionStatus": shown["ConnectionStatus"] ?? "",
                    "serviceId": shown["ServiceId"] ?? "", "serviceName": shown["ServiceName"] ?? "",
                    "createTime": shown["CreateTime"] ?? "",
                ]
            }
            return result(.array(rows))
        },
        "elasticsearch.DeleteVpcEndpoint": { call, account in
            let instance = try findInstance(call, account)
            guard let endpoint = account.find("privatelink.VpcEndpoint", try call.required("EndpointId")),
                endpoint.text("instance") == instance.id
            else { throw call.problem("EndpointNotFound", status: 404, "The specified endpoint does not exist.") }
            guard account.isSteady(endpoint) else { throw call.problem("ConcurrencyUpdateInstanceConflict") }
            account.delete(endpoint.kind, endpoint.id)
            return result(true)
        },
        "elasticsearch.DescribeConnectableClusters": { call, account in
            let instance = try findInstance(call, account)
            let rows = account.all("elasticsearch.Instance").filter { other in
                account.obstacle(between: instance, and: other) == nil
                    && (call.flag("alreadySetItems") == true || !account.areConnected(instance.id, other.id))
            }
            return result(.array(rows.map { cluster($0.id) }))
        },
        "elasticsearch.ListConnectedClusters": { call, account in
            let instance = try findInstance(call, account)
            let rows = account.all("elasticsearch.Instance").filter { account.areConnected(instance.id, $0.id) }
            return result(["Result": .array(rows.map { cluster($0.id) })])
        },
        "elasticsearch.AddConnectableCluster": { call, account in
            let instance = try changeable(call, account)
            let id = call.arguments["body"]?["instanceId"]?.string ?? ""
            if id.isEmpty { throw ArgumentReader.missing("instanceId") }
            guard let other = account.find("elasticsearch.Instance", id) else { throw call.problem("InstanceNotFound") }
            if let obstacle = account.obstacle(between: instance, and: other) {
                throw call.problem("InstanceNotConnectable", "The instances cannot be connected: \(obstacle).")
            }
            if !account.areConnected(instance.id, id) {
                let pair = [instance.id, id].sorted().joined(separator: ":")
                account.add("elasticsearch.Connected", id: pair, region: instance.region, JSONObject())
                account.change(instance.kind, instance.id) { _ in }
            }
            return result(true)
        },
        "elasticsearch.DeleteConnectedCluster": { call, account in
            let instance = try changeable(call, account)
            let id = try call.required("connectedInstanceId")
            guard account.areConnected(instance.id, id) else {
                throw call.problem("ConnectedClusterNotFound", status: 404, "The instances are not connected.")
            }
            account.remove("elasticsearch.Connected", [instance.id, id].sorted().joined(separator: ":"))
            account.change(instance.kind, instance.id) { _ in }
            return result(true)
        },
        "elasticsearch.DescribeRegions": { _, _ in
            result(
                .array(
                    CloudRegion.names.map { name in
                        ["regionId": .string(name), "regionEndpoint": .string("elasticsearch.\(name).aliyuncs.com")]
                    }))
        },
        "elasticsearch.ListTagResources": { call, account in
            let ids = call.texts("ResourceIds") + (call.text("ResourceIds").map { [$0] } ?? [])
            var rows: [JSON] = []
            for instance in account.all("elasticsearch.Instance") {
                guard ids.isEmpty || ids.contains(where: { $0.contains(instance.id) }) else { continue }
                for tag in instance.list("tags") {
                    rows.append([
                        "ResourceId": .string(instance.id), "ResourceType": "INSTANCE",
                        "TagKey": tag["tagKey"] ?? "", "TagValue": tag["tagValue"] ?? "",
                    ])
                }
            }
            return ["TagResources": ["TagResource": .array(rows)]]
        },
    ]

    /// The response with a result.
    static func result(_ value: JSON) -> JSONObject { JSONObject([("Result", value)]) }

    /// The two names that responses and their documentation have for it.
    private static func cluster(_ id: String) -> JSON {
        ["instances": .string(id), "instanceId": .string(id), "networkType": "vpc"]
    }

    /// The instance of the path, where the endpoint's region has it.
    static func findInstance(_ call: Call, _ account: Account) throws -> Resource {
        let id = try call.required("InstanceId")
        guard let instance = account.find("elasticsearch.Instance", id), instance.region == call.region else {
            throw call.problem("InstanceNotFound", status: 404, "The instanceId provided does not exist.")
        }
        return instance
    }

    /// The instance of the path, when it can be changed.
    static func changeable(_ call: Call, _ account: Account) throws -> Resource {
        let instance = try findInstance(call, account)
        guard instance.text("status") == "active" else {
            throw call.problem(
                "InstanceStatusNotSupportCurrentAction",
                "The status of the instance, \(instance.text("status")), does not support the action.")
        }
        return instance
    }

    private static let createPrivateConnection: Operation = { call, account in
        let instance = try changeable(call, account)
        guard instance.text("archType") == "public" else {
            throw call.problem("ArchTypeNotSupport", "The architecture of the instance has no private connections.")
        }
        let id = try call.required("serviceId")
        guard let service = account.find("privatelink.VpcEndpointService", id), service.region == instance.region else {
            throw call.problem("EndpointServiceNotFound", "The specified Service does not exist.")
        }
        guard service.text("ServiceStatus") == "Active" else {
            throw call.problem("EndpointServiceLocked", "The specified Service is locked.")
        }
        let zone = try call.required("zoneId")
        guard account.zones(of: id).contains(zone) else {
            throw call.problem("UnsupportedZone", "The endpoint service is not in the zone \(zone).")
        }
        // The endpoint is in a network of the service, which nobody else sees.
        let vpc = Resource(kind: "vpc.Vpc", id: "vpc-bp1esservice", region: instance.region, data: JSONObject())
        let given: JSON = [
            "instance": .string(instance.id), "ResourceOwner": false,
            "EndpointName": .string("\(instance.id)-\(zone)"),
        ]
        let zones: JSON = [["ZoneId": .string(zone), "VSwitchId": "", "address": ""]]
        guard let endpoint = account.makeEndpoint(service: service, vpc: vpc, zones: zones, given.members) else {
            throw call.problem("InternalServerError")
        }
        return result([
            "endpointId": .string(endpoint.id), "endpointDomain": .string(endpoint.text("EndpointDomain")),
            "endpointName": .string(endpoint.text("EndpointName")), "serviceId": .string(id),
        ])
    }
}
