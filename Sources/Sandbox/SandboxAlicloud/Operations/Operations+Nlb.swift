import AlicloudContract
import OrderedJSON
import SandboxWorld

extension Operations {
    /// What is read of load balancers.
    static let nlb: [String: Operation] = [
        "nlb.ListServerGroups": Listing(
            kind: "nlb.ServerGroup", path: ["ServerGroups"], pages: .tokens("MaxResults", size: 20, most: 100),
            fields: ["ServerGroupNames": "ServerGroupName"],
            extra: { group, account in shown(group: group, account) }
        ).operation,
        "nlb.ListServerGroupServers": Listing(
            kind: "nlb.ServerGroupServer", path: ["Servers"], pages: .tokens("MaxResults", size: 20, most: 100),
            fields: ["ServerIds": "ServerId", "ServerIps": "ServerIp"], isRegional: false
        ).operation,
        "nlb.ListLoadBalancers": Listing(
            kind: "nlb.LoadBalancer", path: ["LoadBalancers"], pages: .tokens("MaxResults", size: 20, most: 100),
            fields: ["LoadBalancerNames": "LoadBalancerName", "VpcIds": "VpcId", "DNSName": "DNSName"],
            others: ["ZoneId"],
            filter: { balancer, call, _ in
                call.text("ZoneId").map { zone in
                    balancer.list("ZoneMappings").contains { $0["ZoneId"]?.string == zone }
                } ?? true
            }
        ).operation,
        "nlb.GetLoadBalancerAttribute": { call, account in
            withTagKeys(try findBalancer(call, account))
        },
        "nlb.ListListeners": Listing(
            kind: "nlb.Listener", path: ["Listeners"], pages: .tokens("MaxResults", size: 20, most: 100),
            fields: ["LoadBalancerIds": "LoadBalancerId", "ListenerIds": "ListenerId"]
        ).operation,
        "nlb.GetListenerAttribute": { call, account in
            withTagKeys(try find("nlb.Listener", "ListenerId", "ResourceNotFound.listener", call, account))
        },
        "nlb.GetListenerHealthStatus": { call, account in
            let listener = try find("nlb.Listener", "ListenerId", "ResourceNotFound.listener", call, account)
            return try Listing(
                kind: "", path: ["ListenerHealthStatus"], pages: .tokens("MaxResults", size: 20, most: 30)
            ).page([account.health(of: listener)], call)
        },
        "nlb.GetJobStatus": { call, account in
            try find("nlb.Job", "JobId", "ResourceNotFound.Job", call, account).data
        },
        "nlb.ListAsynJobs": Listing(
            kind: "nlb.Job", path: ["Jobs"], pages: .tokens("MaxResults", size: 20, most: 100),
            fields: ["JobIds": "Id", "JobId": "Id"]
        ).operation,
        "nlb.DescribeRegions": { _, _ in
            [
                "Regions": .array(
                    CloudRegion.names.map { name in
                        [
                            "RegionId": .string(name), "LocalName": .string(CloudRegion.title(of: name)),
                            "RegionEndpoint": .string("nlb.\(name).aliyuncs.com"),
                        ]
                    })
            ]
        },
        "nlb.DescribeZones": { call, _ in
            [
                "Zones": .array(
                    CloudRegion.zones(of: call.region).map { ["ZoneId": .string($0), "LocalName": .string($0)] })
            ]
        },
        "nlb.ListTagResources": tagList("nlb"),
        "nlb.TagResources": tagger("nlb"),
    ]

    /// The load balancer that an argument names.
    static func findBalancer(_ call: Call, _ account: Account) throws -> Resource {
        try find("nlb.LoadBalancer", "LoadBalancerId", "ResourceNotFound.loadBalancer", call, account)
    }

    /// The fields of a resource as a look at one has them, with other names in its tags than lists have.
    private static func withTagKeys(_ resource: Resource) -> JSONObject {
        var data = resource.data
        data["Tags"] = .array(
            resource.list("Tags").map { ["TagKey": $0["Key"] ?? "", "TagValue": $0["Value"] ?? ""] })
        return data
    }

    private static func shown(group: Resource, _ account: Account) -> JSONObject {
        var data = group.data
        let servers = account.all("nlb.ServerGroupServer").filter { $0.text("ServerGroupId") == group.id }
        data["ServerCount"] = .number(JSONNumber(servers.count))
        let balancers = account.all("nlb.Listener").filter { $0.text("ServerGroupId") == group.id }
            .map { JSON.string($0.text("LoadBalancerId")) }
        data["RelatedLoadBalancerIds"] = .array(balancers)
        return data
    }
}

extension Account {
    /// Adds the job of an operation that takes so long; its id.
    mutating func makeJob(_ call: Call, region: String, milliseconds: Int) -> JSON {
        let id = makeUUID()
        let data: JSON = [
            "JobId": .string(id), "Id": .string(id), "Status": "Processing", "ApiName": .string(call.action.name),
            "OperateType": .string(call.action.name), "CreateTime": .number(JSONNumber(settledAt.milliseconds)),
            "ResourceType": "loadbalancer",
        ]
        add("nlb.Job", id: id, region: region, data.members)
        set("nlb.Job", id, "Succeeded", in: milliseconds)
        return .string(id)
    }

    /// Refuses while a resource of a load balancer is being changed.
    func checkSteady(_ resource: Resource, _ word: String, _ call: Call) throws {
        if !isSteady(resource) {
            throw call.problem("IncorrectStatus.\(word)", "The status of \(word) [\(resource.id)] is incorrect.")
        }
    }
}
