import OrderedJSON

/// Networks, and what is in their tables.
extension Account {
    /// The ranges of a network, the first one first.
    func ranges(of vpc: Resource) -> [IPv4Range] {
        ([vpc.text("CidrBlock")] + vpc.list("secondary ranges").compactMap(\.string)).compactMap { IPv4Range($0) }
    }

    /// Adds a network with its router and table.
    mutating func makeVpc(
        _ region: String, _ range: IPv4Range, name: String, isReady: Bool
    ) -> (vpc: String, router: String, table: String) {
        let (vpc, router, table) = (makeID("vpc-bp1"), makeID("vrt-bp1"), makeID("vtb-bp1"))
        let data: JSON = [
            "VpcId": .string(vpc), "VpcName": .string(name), "RegionId": .string(region),
            "CidrBlock": .string(range.description), "VRouterId": .string(router), "IsDefault": false,
            "CreationTime": .string(timestamp), "OwnerId": .number(JSONNumber(number)),
            "ResourceGroupId": "rg-acfmsandbox0001", "Description": "",
        ]
        if isReady {
            add("vpc.Vpc", id: vpc, region: region, data.members)
        } else {
            create("vpc.Vpc", id: vpc, region: region, data.members)
        }
        let own: JSON = [
            "RouteTableId": .string(table), "RouteTableType": "System", "RouteTableName": "", "VpcId": .string(vpc),
            "RouterId": .string(router), "RouterType": "VRouter", "Status": "Available",
            "CreationTime": .string(timestamp), "OwnerId": .number(JSONNumber(number)),
        ]
        add("vpc.RouteTable", id: table, region: region, own.members)
        return (vpc, router, table)
    }

    /// Adds a subnet.
    mutating func makeVSwitch(
        _ vpc: Resource, zone: String, _ range: IPv4Range, name: String, isReady: Bool
    ) -> String {
        let id = makeID("vsw-bp1")
        let data: JSON = [
            "VSwitchId": .string(id), "VSwitchName": .string(name), "VpcId": .string(vpc.id), "ZoneId": .string(zone),
            "CidrBlock": .string(range.description), "IsDefault": false, "CreationTime": .string(timestamp),
            "Description": "", "OwnerId": .number(JSONNumber(number)), "ResourceGroupId": "rg-acfmsandbox0001",
        ]
        if isReady {
            add("vpc.VSwitch", id: id, region: vpc.region, data.members)
        } else {
            create("vpc.VSwitch", id: id, region: vpc.region, data.members)
        }
        return id
    }

    /// The entries of a network's table: the subnets, what somebody wrote, and what its attachment publishes.
    func networkEntries(of table: Resource) -> [JSONObject] {
        let vpc = table.text("VpcId")
        func row(_ id: String, _ range: String, _ type: String, hop: (type: String, id: String)) -> JSONObject {
            [
                "RouteEntryId": .string(id), "RouteTableId": .string(table.id),
                "DestinationCidrBlock": .string(range), "Type": .string(type), "Status": "Available",
                "IpVersion": "ipv4",
                "NextHops": ["NextHop": [["NextHopType": .string(hop.type), "NextHopId": .string(hop.id)]]],
            ]
        }
        var rows = all("vpc.VSwitch").filter { $0.text("VpcId") == vpc }.map {
            row("rte-sys-\($0.id.dropFirst(4))", $0.text("CidrBlock"), "System", hop: ("local", ""))
        }
        rows.append(row("rte-sys-service-\(table.id.dropFirst(4))", "100.64.0.0/10", "System", hop: ("service", "")))
        rows += all("vpc.RouteEntry").filter { $0.text("RouteTableId") == table.id }.map(\.data)
        for attachment in all("cbn.TransitRouterVpcAttachment")
        where attachment.text("VpcId") == vpc && attachment.isOn("AutoPublishRouteEnabled") {
            for route in publishedRoutes(of: attachment) {
                rows.append(
                    row(
                        "rte-cen-\(route.range.description.map { $0.isNumber ? $0 : "-" }.map(String.init).joined())",
                        route.range.description, "CEN", hop: ("Attachment", attachment.id)))
            }
        }
        return rows
    }
}
