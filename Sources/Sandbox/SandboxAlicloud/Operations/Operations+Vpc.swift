import AlicloudContract
import OrderedJSON

extension Operations {
    /// What is read of networks.
    static let vpc: [String: Operation] = [
        "vpc.DescribeVpcs": Listing(
            kind: "vpc.Vpc", path: ["Vpcs", "Vpc"], pages: .numbers(size: 10, most: 50), others: ["VpcOwnerId"],
            extra: { vpc, account in shown(vpc: vpc, account) }
        ).operation,
        "vpc.DescribeVpcAttribute": { call, account in
            shown(vpc: try find("vpc.Vpc", "VpcId", "InvalidVpcId.NotFound", call, account), account)
        },
        "vpc.DescribeVSwitches": Listing(
            kind: "vpc.VSwitch", path: ["VSwitches", "VSwitch"], pages: .numbers(size: 10, most: 50),
            others: ["VSwitchOwnerId", "RouteTableId"],
            extra: { vswitch, account in shown(vswitch: vswitch, account) }
        ).operation,
        "vpc.DescribeVSwitchAttributes": { call, account in
            shown(
                vswitch: try find("vpc.VSwitch", "VSwitchId", "InvalidVSwitchId.NotFound", call, account), account)
        },
        "vpc.DescribeRouteTableList": Listing(
            kind: "vpc.RouteTable", path: ["RouterTableList", "RouterTableListType"],
            pages: .numbers(size: 10, most: 50),
            extra: { table, account in
                var data = table.data
                data["VSwitchIds"] = ["VSwitchId": .array(vswitches(of: table.text("VpcId"), account))]
                return data
            }
        ).operation,
        "vpc.DescribeRouteEntryList": { call, account in
            let table = try find("vpc.RouteTable", "RouteTableId", "InvalidRouteTableId.NotFound", call, account)
            var rows = account.networkEntries(of: table)
            for (parameter, field) in [
                ("DestinationCidrBlock", "DestinationCidrBlock"), ("RouteEntryType", "Type"),
                ("RouteEntryId", "RouteEntryId"), ("RouteEntryName", "RouteEntryName"), ("IpVersion", "IpVersion"),
            ] {
                guard let wanted = call.text(parameter) else { continue }
                rows = rows.filter { ($0[field]?.string ?? "").lowercased() == wanted.lowercased() }
            }
            for (parameter, field) in [("NextHopId", "NextHopId"), ("NextHopType", "NextHopType")] {
                guard let wanted = call.text(parameter) else { continue }
                rows = rows.filter { row in
                    (row["NextHops"]?["NextHop"]?.array ?? []).contains { $0[field]?.string == wanted }
                }
            }
            return try Listing(
                kind: "vpc.RouteEntry", path: ["RouteEntrys", "RouteEntry"],
                pages: .tokens("MaxResult", size: 10, most: 100)
            ).page(rows, call)
        },
        "vpc.DescribeRegions": { _, _ in
            ["Regions": ["Region": .array(CloudRegion.names.map(region))]]
        },
        "vpc.DescribeZones": { call, _ in
            let zones = CloudRegion.zones(of: call.region).map { zone -> JSON in
                ["ZoneId": .string(zone), "LocalName": .string(zone)]
            }
            return ["Zones": ["Zone": .array(zones)]]
        },
        "vpc.ListTagResources": tagList("vpc"),
        "vpc.TagResources": tagger("vpc"),
    ]

    private static func region(_ name: String) -> JSON {
        [
            "RegionId": .string(name), "LocalName": .string(CloudRegion.title(of: name)),
            "RegionEndpoint": .string("vpc.\(name).aliyuncs.com"),
        ]
    }

    /// The products whose endpoint in a region knows only what this region has.
    private static let regional: Set<String> = ["vpc", "nlb"]

    /// A resource that an argument names.
    static func find(
        _ kind: String, _ argument: String, _ code: String, _ call: Call, _ account: Account
    ) throws -> Resource {
        let id = try call.required(argument)
        let found = account.find(kind, id)
        let isElsewhere =
            regional.contains(call.action.product) && found?.region.isEmpty == false
            && found?.region != call.region
        guard let resource = found, !isElsewhere else {
            let status = call.action.product == "cbn" || call.action.product == "privatelink" ? 400 : 404
            throw call.problem(code, status: status, "The specified \(argument) is not found.")
        }
        return resource
    }

    private static func vswitches(of vpc: String, _ account: Account) -> [JSON] {
        account.all("vpc.VSwitch").filter { $0.text("VpcId") == vpc }.map { .string($0.id) }
    }

    private static func shown(vpc: Resource, _ account: Account) -> JSONObject {
        var data = vpc.data
        data["VSwitchIds"] = ["VSwitchId": .array(vswitches(of: vpc.id, account))]
        let tables = account.all("vpc.RouteTable").filter { $0.text("VpcId") == vpc.id }.map { JSON.string($0.id) }
        data["RouterTableIds"] = ["RouterTableIds": .array(tables)]
        data["SecondaryCidrBlocks"] = ["SecondaryCidrBlock": .array(vpc.list("secondary ranges"))]
        data["Tags"] = ["Tag": vpc.data["Tags"] ?? []]
        return data
    }

    private static func shown(vswitch: Resource, _ account: Account) -> JSONObject {
        var data = vswitch.data
        data["AvailableIpAddressCount"] = .number(JSONNumber(account.freeAddresses(of: vswitch)))
        data["Tags"] = ["Tag": vswitch.data["Tags"] ?? []]
        if let table = account.all("vpc.RouteTable").first(where: { $0.text("VpcId") == vswitch.text("VpcId") }) {
            data["RouteTable"] = ["RouteTableId": .string(table.id), "RouteTableType": "System"]
        }
        return data
    }
}

extension JSON {
    /// The members of a literal object.
    var members: JSONObject { object ?? JSONObject() }
}
