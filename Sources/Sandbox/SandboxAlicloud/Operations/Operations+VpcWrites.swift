import AlicloudContract
import OrderedJSON

extension Operations {
    /// What changes networks.
    static let vpcWrites: [String: Operation] = [
        "vpc.CreateVpc": { call, account in
            guard let range = IPv4Range(call.text("CidrBlock") ?? "172.16.0.0/12"), (8...28).contains(range.length)
            else {
                throw call.problem("InvalidCidrBlock.Malformed", "The specified CidrBlock is malformed.")
            }
            guard account.all("vpc.Vpc").filter({ $0.region == call.region }).count < 10 else {
                throw call.problem("QuotaExceeded.Vpc", "The number of VPCs exceeds the quota.")
            }
            let made = account.makeVpc(call.region, range, name: call.text("VpcName") ?? "", isReady: false)
            account.update("vpc.Vpc", made.vpc) { data in
                for member in call.given("Description") { data[member.name] = member.value }
                data["Tags"] = call.tags
            }
            return [
                "VpcId": .string(made.vpc), "VRouterId": .string(made.router), "RouteTableId": .string(made.table),
                "ResourceGroupId": "rg-acfmsandbox0001",
            ]
        },
        "vpc.AssociateVpcCidrBlock": { call, account in
            let vpc = try find("vpc.Vpc", "VpcId", "InvalidVpcId.NotFound", call, account)
            guard let range = IPv4Range(call.text("SecondaryCidrBlock") ?? "") else {
                throw call.problem("InvalidCidrBlock.Malformed", "The specified CidrBlock is malformed.")
            }
            guard account.ranges(of: vpc).allSatisfy({ !$0.overlaps(range) }) else {
                throw call.problem("InvalidCidrBlock.Overlapped", "The specified CidrBlock overlaps with another one.")
            }
            account.update("vpc.Vpc", vpc.id) { data in
                data["secondary ranges"] = .array(vpc.list("secondary ranges") + [.string(range.description)])
            }
            return nothing
        },
        "vpc.DeleteVpc": { call, account in
            let vpc = try find("vpc.Vpc", "VpcId", "InvalidVpcId.NotFound", call, account)
            if account.all("vpc.VSwitch").contains(where: { $0.text("VpcId") == vpc.id }) {
                throw call.problem("DependencyViolation.VSwitch", "The VPC still has vSwitches.")
            }
            if account.all("cbn.TransitRouterVpcAttachment").contains(where: { $0.text("VpcId") == vpc.id }) {
                throw call.problem("DependencyViolation", "The VPC is still attached.")
            }
            for table in account.all("vpc.RouteTable") where table.text("VpcId") == vpc.id {
                account.remove("vpc.RouteTable", table.id)
            }
            account.delete("vpc.Vpc", vpc.id)
            return nothing
        },
        "vpc.CreateVSwitch": createVSwitch,
        "vpc.ModifyVSwitchAttribute": { call, account in
            let vswitch = try find("vpc.VSwitch", "VSwitchId", "InvalidVSwitchId.NotFound", call, account)
            account.update("vpc.VSwitch", vswitch.id) { data in
                for member in call.given("VSwitchName", "Description") { data[member.name] = member.value }
            }
            return nothing
        },
        "vpc.DeleteVSwitch": { call, account in
            let vswitch = try find("vpc.VSwitch", "VSwitchId", "InvalidVSwitchId.NotFound", call, account)
            if !account.taken(in: vswitch.id).isEmpty {
                throw call.problem("DependencyViolation", "Specified object has dependent resources.")
            }
            guard account.isSteady(vswitch) else {
                throw call.problem(
                    "IncorrectVSwitchStatus", "The status of the vSwitch does not support the operation.")
            }
            account.delete("vpc.VSwitch", vswitch.id)
            return nothing
        },
        "vpc.CreateRouteEntry": { call, account in
            let table = try find("vpc.RouteTable", "RouteTableId", "InvalidRouteTableId.NotFound", call, account)
            guard let range = IPv4Range(call.text("DestinationCidrBlock") ?? "") else {
                throw call.problem("InvalidCidrBlock.Malformed", "The specified CidrBlock is malformed.")
            }
            let destination = range.description
            if account.networkEntries(of: table).contains(where: {
                $0["DestinationCidrBlock"]?.string == destination && $0["Type"]?.string != "CEN"
            }) {
                throw call.problem("RouterEntryConflict.Duplicated", "The route entry already exists.")
            }
            let type = call.text("NextHopType") ?? "Instance"
            let hop = try call.required("NextHopId")
            if type == "Attachment", account.find("cbn.TransitRouterVpcAttachment", hop) == nil {
                throw call.problem("InvalidNextHopId.NotFound", status: 404, "The specified NextHopId is not found.")
            }
            let id = account.makeID("rte-bp1")
            var data = call.given("RouteEntryName", "Description")
            data["RouteEntryId"] = .string(id)
            data["RouteTableId"] = .string(table.id)
            data["DestinationCidrBlock"] = .string(destination)
            data["Type"] = "Custom"
            data["IpVersion"] = "ipv4"
            data["NextHops"] = ["NextHop": [["NextHopType": .string(type), "NextHopId": .string(hop), "Weight": 0]]]
            account.create("vpc.RouteEntry", id: id, region: table.region, data)
            return ["RouteEntryId": .string(id)]
        },
        "vpc.DeleteRouteEntry": { call, account in
            let entry = account.all("vpc.RouteEntry").first { entry in
                if let id = call.text("RouteEntryId") { return entry.id == id }
                return entry.text("RouteTableId") == call.text("RouteTableId")
                    && entry.text("DestinationCidrBlock") == call.text("DestinationCidrBlock")
            }
            guard let entry else {
                throw call.problem(
                    "InvalidRouteEntry.NotFound", status: 404, "The specified route entry does not exist.")
            }
            account.delete("vpc.RouteEntry", entry.id)
            return nothing
        },
        "vpc.AssociateRouteTable": { call, account in
            _ = try find("vpc.RouteTable", "RouteTableId", "InvalidRouteTableId.NotFound", call, account)
            _ = try find("vpc.VSwitch", "VSwitchId", "InvalidVSwitchId.NotFound", call, account)
            return nothing
        },
    ]

    private static let createVSwitch: Operation = { call, account in
        let vpc = try find("vpc.Vpc", "VpcId", "InvalidVpcId.NotFound", call, account)
        let zone = try call.required("ZoneId")
        guard CloudRegion.zones(of: vpc.region).contains(zone) else {
            throw call.problem("InvalidZoneId.NotFound", status: 404, "The specified zone does not exist.")
        }
        guard let text = call.text("CidrBlock"), let range = IPv4Range(text), (16...29).contains(range.length),
            text.hasSuffix("/\(range.length)"), range.description == text
        else { throw call.problem("InvalidCidrBlock.Malformed", "The specified CidrBlock is malformed.") }
        guard account.isSteady(vpc) else {
            throw call.problem("IncorrectVpcStatus", "The status of the VPC does not support the operation.")
        }
        guard account.ranges(of: vpc).contains(where: { $0.contains(range) }) else {
            throw call.problem("InvalidCidrBlock.NotInVpc", "The CidrBlock is not in the range of the VPC.")
        }
        let others = account.all("vpc.VSwitch").filter { $0.text("VpcId") == vpc.id }
        if others.contains(where: { IPv4Range($0.text("CidrBlock"))?.overlaps(range) == true }) {
            throw call.problem("InvalidCidrBlock.Overlapped", "Specified CIDR block overlapped with other subnets.")
        }
        guard others.count < 150 else {
            throw call.problem("QuotaExceeded.VSwitch", "The number of vSwitches exceeds the quota.")
        }
        let id = account.makeVSwitch(vpc, zone: zone, range, name: call.text("VSwitchName") ?? "", isReady: false)
        account.update("vpc.VSwitch", id) { data in
            for member in call.given("Description") { data[member.name] = member.value }
            data["Tags"] = call.tags
        }
        return ["VSwitchId": .string(id)]
    }
}
