import AlicloudContract
import OrderedJSON

extension Operations {
    /// What connects networks with routers, and routers with each other.
    static let cbnAttachments: [String: Operation] = [
        "cbn.CreateTransitRouterVpcAttachment": createVpcAttachment,
        "cbn.ListTransitRouterVpcAttachments": Listing(
            kind: "cbn.TransitRouterVpcAttachment", path: ["TransitRouterAttachments"],
            pages: .tokens("MaxResults", size: 20, most: 100), isRegional: false,
            filter: { attachment, call, _ in call.text("RegionId").map { $0 == attachment.region } ?? true }
        ).operation,
        "cbn.UpdateTransitRouterVpcAttachmentAttribute": { call, account in
            let attachment = try findAttachment("cbn.TransitRouterVpcAttachment", call, account)
            try account.checkFree(attachment.text("CenId"), call)
            account.change("cbn.TransitRouterVpcAttachment", attachment.id) { data in
                for member in call.given(
                    "AutoPublishRouteEnabled", "TransitRouterAttachmentName", "TransitRouterAttachmentDescription",
                    "TransitRouterVPCAttachmentOptions", "OrderType")
                {
                    data[member.name] = member.value
                }
            }
            return nothing
        },
        "cbn.UpdateTransitRouterVpcAttachmentZones": updateZones,
        "cbn.DeleteTransitRouterVpcAttachment": deleteAttachment("cbn.TransitRouterVpcAttachment"),
        "cbn.CreateTransitRouterPeerAttachment": createPeerAttachment,
        "cbn.ListTransitRouterPeerAttachments": Listing(
            kind: "cbn.TransitRouterPeerAttachment", path: ["TransitRouterAttachments"],
            pages: .tokens("MaxResults", size: 20, most: 100), others: ["TransitRouterId"], isRegional: false,
            filter: { peer, call, _ in
                let router = call.text("TransitRouterId")
                let isOfRouter =
                    router.map { [peer.text("TransitRouterId"), peer.text("PeerTransitRouterId")].contains($0) } ?? true
                let regions = [peer.text("RegionId"), peer.text("PeerTransitRouterRegionId")]
                return isOfRouter && (call.text("RegionId").map { regions.contains($0) } ?? true)
            }
        ).operation,
        "cbn.UpdateTransitRouterPeerAttachmentAttribute": { call, account in
            let peer = try findAttachment("cbn.TransitRouterPeerAttachment", call, account)
            try account.checkFree(peer.text("CenId"), call)
            if call.int("Bandwidth") != nil || call.text("BandwidthType") != nil {
                try checkBandwidth(
                    call.int("Bandwidth") ?? peer.int("Bandwidth"),
                    type: call.text("BandwidthType") ?? peer.text("BandwidthType"),
                    plan: call.text("CenBandwidthPackageId") ?? peer.data["CenBandwidthPackageId"]?.string,
                    of: peer.text("CenId"), call, account)
            }
            account.change("cbn.TransitRouterPeerAttachment", peer.id) { data in
                for member in call.given(
                    "AutoPublishRouteEnabled", "Bandwidth", "BandwidthType", "CenBandwidthPackageId", "DefaultLinkType",
                    "TransitRouterAttachmentName", "TransitRouterAttachmentDescription")
                {
                    data[member.name] = member.value
                }
            }
            return nothing
        },
        "cbn.DeleteTransitRouterPeerAttachment": deleteAttachment("cbn.TransitRouterPeerAttachment"),
    ]

    private static func findAttachment(_ kind: String, _ call: Call, _ account: Account) throws -> Resource {
        try find(kind, "TransitRouterAttachmentId", "InvalidTransitRouterAttachmentId.NotFound", call, account)
    }

    private static let createVpcAttachment: Operation = { call, account in
        try account.checkActivated("cbn", "Forbbiden.TransitRouterServiceNotOpen", call)
        let router: Resource
        if call.text("TransitRouterId") != nil {
            router = try find("cbn.TransitRouter", "TransitRouterId", "InvalidTransitRouterId.NotFound", call, account)
        } else {
            guard let cen = call.text("CenId"), let region = call.text("RegionId") else {
                throw call.problem("MissingParam.CenIdOrRegionId")
            }
            let found = account.all("cbn.TransitRouter").first { $0.text("CenId") == cen && $0.region == region }
            guard let found else { throw call.problem("InvalidTransitRouterId.NotFound") }
            router = found
        }
        if let cen = call.text("CenId"), cen != router.text("CenId") { throw call.problem("InvalidCenId.NotFound") }
        if let region = call.text("RegionId"), region != router.region { throw call.problem("IllegalParam.RegionId") }
        let cen = router.text("CenId")
        guard account.isSteady(router), router.text("Status") == "Active" else {
            throw call.problem("IncorrectStatus.TransitRouter")
        }
        try account.checkFree(cen, call)
        let vpc = try find("vpc.Vpc", "VpcId", "InvalidVpcId.NotFound", call, account)
        guard vpc.region == router.region else { throw call.problem("IllegalParam.RegionId") }
        guard account.isSteady(vpc) else { throw call.problem("IncorrectStatus.Vpc") }
        if account.all("cbn.TransitRouterVpcAttachment").contains(where: {
            $0.text("VpcId") == vpc.id && $0.text("TransitRouterId") == router.id
        }) {
            throw call.problem(
                "InvalidOperation.VpcAlreadyAttached", "The VPC is attached to the transit router already.")
        }
        let pairs = try zonePairs(call.list("ZoneMappings"), vpc, call, account)
        guard Set(pairs.map(\.zone)).count >= 2 else { throw call.problem("IllegalParam.ZoneMappings") }
        let publishes = call.flag("AutoPublishRouteEnabled") ?? false
        if publishes,
            account.all("cbn.TransitRouterVpcAttachment").contains(where: {
                $0.text("VpcId") == vpc.id && $0.isOn("AutoPublishRouteEnabled")
            })
        {
            throw call.problem("InvalidOperation.VpcAutoRoutesPublishInOtherCEN")
        }
        let zones = try account.allocate(pairs, full: call.problem("InsufficientIpAddr.vsw"))
        let id = account.makeID("tr-attach-", count: 18)
        var data = call.given(
            "TransitRouterAttachmentName", "TransitRouterAttachmentDescription", "TransitRouterVPCAttachmentOptions")
        data["TransitRouterAttachmentId"] = .string(id)
        data["CenId"] = .string(cen)
        data["TransitRouterId"] = .string(router.id)
        data["VpcId"] = .string(vpc.id)
        data["VpcRegionId"] = .string(vpc.region)
        data["VpcOwnerId"] = .number(JSONNumber(account.number))
        data["ResourceType"] = "VPC"
        data["ChargeType"] = "POSTPAY"
        data["OrderType"] = "PayByCenOwner"
        data["AutoPublishRouteEnabled"] = .bool(publishes)
        data["CreationTime"] = .string(account.minutes)
        data["Tags"] = call.tags
        data["ZoneMappings"] = .array(
            pairs.map { zone, vswitch in
                [
                    "ZoneId": .string(zone), "VSwitchId": .string(vswitch.id),
                    "NetworkInterfaceId": .string(account.makeID("eni-bp1")),
                ]
            })
        data[Account.zonesField] = zones
        account.create("cbn.TransitRouterVpcAttachment", id: id, region: vpc.region, data)
        return ["TransitRouterAttachmentId": .string(id)]
    }

    /// The zones and subnets that an argument names, which must be of a network, each once.
    static func zonePairs(
        _ mappings: [JSON], _ vpc: Resource, _ call: Call, _ account: Account
    ) throws -> [(zone: String, vswitch: Resource)] {
        var pairs: [(zone: String, vswitch: Resource)] = []
        for mapping in mappings {
            guard let id = mapping["VSwitchId"]?.string, let vswitch = account.find("vpc.VSwitch", id) else {
                throw call.problem("InvalidVSwitchId.NotFound", status: 404, "The specified VSwitchId is not found.")
            }
            let zone = mapping["ZoneId"]?.string ?? ""
            guard vswitch.text("VpcId") == vpc.id else { throw call.problem("IllegalParam.VSwitchId") }
            guard vswitch.text("ZoneId") == zone else { throw call.problem("IllegalParam.ZoneId") }
            guard account.isSteady(vswitch) else { throw call.problem("IncorrectStatus.VpcOrVswitch") }
            if pairs.contains(where: { $0.zone == zone }) { throw call.problem("Duplicated.ZoneMapping") }
            pairs.append((zone, vswitch))
        }
        return pairs
    }

    private static let updateZones: Operation = { call, account in
        let kind = "cbn.TransitRouterVpcAttachment"
        let attachment = try findAttachment(kind, call, account)
        try account.checkFree(attachment.text("CenId"), call)
        guard let vpc = account.find("vpc.Vpc", attachment.text("VpcId")) else {
            throw call.problem("IncorrectStatus.Vpc")
        }
        let removed = Set(call.list("RemoveZoneMappings").compactMap { $0["VSwitchId"]?.string })
        let added = try zonePairs(call.list("AddZoneMappings"), vpc, call, account)
        let kept = attachment.list("ZoneMappings").filter { !removed.contains($0["VSwitchId"]?.string ?? "") }
        let zones = Set(kept.compactMap { $0["ZoneId"]?.string }).union(added.map(\.zone))
        guard zones.count == kept.count + added.count else { throw call.problem("Duplicated.ZoneMapping") }
        guard zones.count >= 2 else { throw call.problem("IllegalParam.ZoneMappings") }
        let own = attachment.list(Account.zonesField).filter { !removed.contains($0["VSwitchId"]?.string ?? "") }
        let more = try account.allocate(added, full: call.problem("InsufficientIpAddr.vsw")).array ?? []
        let mappings = added.map { zone, vswitch -> JSON in
            [
                "ZoneId": .string(zone), "VSwitchId": .string(vswitch.id),
                "NetworkInterfaceId": .string(account.makeID("eni-bp1")),
            ]
        }
        account.change(kind, attachment.id) { data in
            data["ZoneMappings"] = .array(kept + mappings)
            data[Account.zonesField] = .array(own + more)
        }
        return nothing
    }

    private static let createPeerAttachment: Operation = { call, account in
        try account.checkActivated("cbn", "Forbbiden.TransitRouterServiceNotOpen", call)
        let router: Resource
        if call.text("TransitRouterId") != nil {
            router = try find("cbn.TransitRouter", "TransitRouterId", "InvalidTransitRouterId.NotFound", call, account)
        } else {
            let found = account.all("cbn.TransitRouter").first {
                $0.text("CenId") == call.text("CenId") && $0.region == call.text("RegionId")
            }
            guard let found else { throw call.problem("InvalidTransitRouterId.NotFound") }
            router = found
        }
        let cen = router.text("CenId")
        if let named = call.text("CenId"), named != cen { throw call.problem("InvalidCenId.NotFound") }
        let other = try find(
            "cbn.TransitRouter", "PeerTransitRouterId", "InvalidPeerTransitRouterId.NotFound", call, account)
        guard other.text("CenId") == cen, other.id != router.id else {
            throw call.problem("IllegalParam.PeerTransitRouterId")
        }
        if let region = call.text("PeerTransitRouterRegionId"), region != other.region {
            throw call.problem("IllegalParam.PeerRegionId")
        }
        guard router.text("Status") == "Active", other.text("Status") == "Active" else {
            throw call.problem("IncorrectStatus.TransitRouter")
        }
        try account.checkFree(cen, call)
        if account.all("cbn.TransitRouterPeerAttachment").contains(where: {
            Set([$0.text("TransitRouterId"), $0.text("PeerTransitRouterId")]) == [router.id, other.id]
        }) {
            throw call.problem("OperationUnsupported.TransitRouterId", "The transit routers are connected already.")
        }
        let type = call.text("BandwidthType")
        let bandwidth = call.int("Bandwidth")
        if type != nil, bandwidth == nil { throw call.problem("MissingParam.Bandwidth") }
        try checkBandwidth(
            bandwidth, type: type ?? "BandwidthPackage", plan: call.text("CenBandwidthPackageId"), of: cen, call,
            account)
        let id = account.makeID("tr-attach-", count: 18)
        var data = call.given(
            "Bandwidth", "CenBandwidthPackageId", "TransitRouterAttachmentName", "TransitRouterAttachmentDescription")
        data["TransitRouterAttachmentId"] = .string(id)
        data["BandwidthType"] = .string(type ?? "BandwidthPackage")
        data["DefaultLinkType"] = .string(call.text("DefaultLinkType") ?? "Gold")
        data["CenId"] = .string(cen)
        data["TransitRouterId"] = .string(router.id)
        data["RegionId"] = .string(router.region)
        data["PeerTransitRouterId"] = .string(other.id)
        data["PeerTransitRouterRegionId"] = .string(other.region)
        data["PeerTransitRouterOwnerId"] = .number(JSONNumber(account.number))
        data["ResourceType"] = "TR"
        data["AutoPublishRouteEnabled"] = .bool(call.flag("AutoPublishRouteEnabled") ?? false)
        data["CreationTime"] = .string(account.minutes)
        data["Tags"] = call.tags
        account.create("cbn.TransitRouterPeerAttachment", id: id, region: router.region, data)
        return ["TransitRouterAttachmentId": .string(id)]
    }

    /// Refuses a bandwidth out of bounds, or of a plan that is not there or not large enough.
    private static func checkBandwidth(
        _ bandwidth: Int?, type: String, plan id: String?, of cen: String, _ call: Call, _ account: Account
    ) throws {
        guard let bandwidth else { return }
        guard (1...10_000).contains(bandwidth) else {
            throw call.problem("IllegalParam.Bandwidth", "Bandwidth is illegal.")
        }
        guard type == "BandwidthPackage" else { return }
        let plan = account.all("cbn.CenBandwidthPackage").first { $0.text("cen") == cen && $0.id == id ?? $0.id }
        guard let plan else { throw call.problem("InvalidOperation.BwpNotAssociated") }
        guard bandwidth <= plan.int("Bandwidth") ?? 0 else {
            throw call.problem("InvalidOperation.BwpBandwidthExceeded")
        }
    }

    private static func deleteAttachment(_ kind: String) -> Operation {
        { call, account in
            let attachment = try findAttachment(kind, call, account)
            try account.checkFree(attachment.text("CenId"), call)
            let links = ["cbn.Association", "cbn.Propagation"].map { kind in
                account.all(kind).filter { $0.text("TransitRouterAttachmentId") == attachment.id }
            }
            let entries = account.all("cbn.TransitRouterRouteEntry").filter {
                $0.text("TransitRouterRouteEntryNextHopId") == attachment.id
            }
            if call.flag("Force") != true {
                if !links[0].isEmpty {
                    throw call.problem("OperationFailed.RouteTableAssociationExist", "The attachment is associated.")
                }
                if !links[1].isEmpty {
                    throw call.problem("OperationFailed.RouteTablePropagationExist", "The attachment is propagated.")
                }
                if !entries.isEmpty {
                    throw call.problem("OperationFailed.RouteEntryExist", "Route entries lead to the attachment.")
                }
            }
            for link in links.joined() { account.remove(link.kind, link.id) }
            for entry in entries { account.remove(entry.kind, entry.id) }
            account.delete(kind, attachment.id)
            return nothing
        }
    }
}
