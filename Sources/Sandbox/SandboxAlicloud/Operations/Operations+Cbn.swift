import AlicloudContract
import OrderedJSON

extension Operations {
    /// CEN instances, transit routers and bandwidth plans.
    static let cbn: [String: Operation] = [
        "cbn.CheckTransitRouterService": { _, account in
            ["Enabled": .string(account.activated.contains("cbn") ? "true" : "false")]
        },
        "cbn.OpenTransitRouterService": { _, account in
            account.activated.insert("cbn")
            return ["OrderId": .string(account.makeID("2", count: 14))]
        },
        "cbn.CreateCen": { call, account in
            guard account.all("cbn.Cen").count < 10 else {
                throw call.problem("CenQuotaExceeded", "The maximum number of CEN instances is exceeded.")
            }
            let id = account.makeID("cen-", count: 18)
            var data = call.given("Name", "Description")
            data["CenId"] = .string(id)
            data["ProtectionLevel"] = .string(call.text("ProtectionLevel") ?? "REDUCED")
            data["Ipv6Level"] = "DISABLED"
            data["CreationTime"] = .string(account.minutes)
            data["ResourceGroupId"] = "rg-acfmsandbox0001"
            data["Tags"] = call.tags
            account.create("cbn.Cen", id: id, region: "", data)
            return ["CenId": .string(id)]
        },
        "cbn.DescribeCens": Listing(
            kind: "cbn.Cen", path: ["Cens", "Cen"], pages: .numbers(size: 10, most: 50),
            extra: { cen, account in
                var data = cen.data
                data["Tags"] = ["Tag": cen.data["Tags"] ?? []]
                let plans = account.all("cbn.CenBandwidthPackage").filter { $0.text("cen") == cen.id }
                data["CenBandwidthPackageIds"] = ["CenBandwidthPackageId": .array(plans.map { .string($0.id) })]
                return data
            },
            filter: { cen, call, _ in
                call.list("Filter").allSatisfy { filter in
                    let values = (filter["Value"]?.array ?? []).compactMap(\.string)
                    return values.isEmpty || values.contains(cen.text(filter["Key"]?.string ?? ""))
                }
            }
        ).operation,
        "cbn.ModifyCenAttribute": { call, account in
            let cen = try find("cbn.Cen", "CenId", "InvalidCenId.NotFound", call, account)
            account.update("cbn.Cen", cen.id) { data in
                for member in call.given("Name", "Description", "ProtectionLevel") { data[member.name] = member.value }
            }
            return nothing
        },
        "cbn.DeleteCen": { call, account in
            let cen = try find("cbn.Cen", "CenId", "InvalidCenId.NotFound", call, account)
            try account.checkFree(cen.id, call)
            let holders = ["cbn.TransitRouter", "cbn.TransitRouterVpcAttachment", "cbn.TransitRouterPeerAttachment"]
            if holders.contains(where: { account.all($0).contains { $0.text("CenId") == cen.id } }) {
                throw call.problem("InvalidOperation.CenInstanceStatus", "The CEN instance still has transit routers.")
            }
            if account.all("cbn.CenBandwidthPackage").contains(where: { $0.text("cen") == cen.id }) {
                throw call.problem("InvalidOperation.CenInstanceStatus", "The CEN instance has a bandwidth plan.")
            }
            account.delete("cbn.Cen", cen.id)
            return nothing
        },
        "cbn.CreateTransitRouter": createTransitRouter,
        "cbn.ListTransitRouters": Listing(
            kind: "cbn.TransitRouter", path: ["TransitRouters"], pages: .numbers(size: 10, most: 50),
            others: ["FeatureFilter"], isRegional: false,
            filter: { router, call, _ in call.text("RegionId").map { $0 == router.region } ?? true }
        ).operation,
        "cbn.UpdateTransitRouter": { call, account in
            let router = try find(
                "cbn.TransitRouter", "TransitRouterId", "InvalidTransitRouterId.NotFound", call, account)
            account.change("cbn.TransitRouter", router.id) { data in
                for member in call.given("TransitRouterName", "TransitRouterDescription") {
                    data[member.name] = member.value
                }
            }
            return nothing
        },
        "cbn.DeleteTransitRouter": { call, account in
            let router = try find(
                "cbn.TransitRouter", "TransitRouterId", "InvalidTransitRouterId.NotFound", call, account)
            try account.checkFree(router.text("CenId"), call)
            let attachments =
                account.all("cbn.TransitRouterVpcAttachment") + account.all("cbn.TransitRouterPeerAttachment")
            if attachments.contains(where: {
                [$0.text("TransitRouterId"), $0.text("PeerTransitRouterId")].contains(router.id)
            }) {
                throw call.problem(
                    "InvalidOperation.AttachedChildInstanceExist", "The transit router still has attachments.")
            }
            let tables = account.all("cbn.TransitRouterRouteTable").filter { $0.text("TransitRouterId") == router.id }
            if tables.contains(where: { $0.text("TransitRouterRouteTableType") == "Custom" }) {
                throw call.problem(
                    "InvalidOperation.CustomRouteTableExist", "The transit router has custom route tables.")
            }
            for table in tables { account.remove("cbn.TransitRouterRouteTable", table.id) }
            account.delete("cbn.TransitRouter", router.id)
            return nothing
        },
        "cbn.ListTransitRouterAvailableResource": { call, _ in
            let zones = CloudRegion.zones(of: call.region).map(JSON.string)
            return [
                "AvailableZones": .array(zones), "MasterZones": .array(Array(zones.prefix(1))),
                "SlaveZones": .array(Array(zones.dropFirst())), "SupportMulticast": true,
            ]
        },
        "cbn.CreateCenBandwidthPackage": { call, account in
            let id = account.makeID("cenbwp-", count: 17)
            var data = call.given("Name", "Description", "Bandwidth", "GeographicRegionAId", "GeographicRegionBId")
            data["CenBandwidthPackageId"] = .string(id)
            data["BandwidthPackageChargeType"] = .string(call.text("BandwidthPackageChargeType") ?? "PREPAY")
            data["Status"] = "Idle"
            data["BusinessStatus"] = "Normal"
            data["CreationTime"] = .string(account.minutes)
            account.add("cbn.CenBandwidthPackage", id: id, region: "", data)
            return [
                "CenBandwidthPackageId": .string(id),
                "CenBandwidthPackageOrderId": .string(account.makeID("2", count: 14)),
            ]
        },
        "cbn.DescribeCenBandwidthPackages": Listing(
            kind: "cbn.CenBandwidthPackage", path: ["CenBandwidthPackages", "CenBandwidthPackage"],
            pages: .numbers(size: 10, most: 50), others: ["IncludeReservationData", "IsOrKey"],
            extra: { plan, _ in
                var data = plan.data
                if let cen = plan.data["cen"] { data["CenIds"] = ["CenId": .array([cen])] }
                return data
            },
            filter: { plan, call, _ in
                call.list("Filter").allSatisfy { filter in
                    let values = (filter["Value"]?.array ?? []).compactMap(\.string)
                    return values.isEmpty || values.contains(plan.text(filter["Key"]?.string ?? ""))
                }
            }
        ).operation,
        "cbn.AssociateCenBandwidthPackage": { call, account in
            let cen = try find("cbn.Cen", "CenId", "InvalidCenId.NotFound", call, account)
            let plan = try find(
                "cbn.CenBandwidthPackage", "CenBandwidthPackageId", "ParameterCenBandwidthPackageId", call, account)
            account.update("cbn.CenBandwidthPackage", plan.id) { data in
                data["cen"] = .string(cen.id)
                data["Status"] = "InUse"
            }
            return nothing
        },
        "cbn.UnassociateCenBandwidthPackage": { call, account in
            let plan = try find(
                "cbn.CenBandwidthPackage", "CenBandwidthPackageId", "ParameterCenBandwidthPackageId", call, account)
            if account.all("cbn.TransitRouterPeerAttachment").contains(where: {
                $0.text("CenBandwidthPackageId") == plan.id
            }) {
                throw call.problem("InvalidOperation.BandwidthLimitsNotZero", "The bandwidth plan is in use.")
            }
            account.update("cbn.CenBandwidthPackage", plan.id) { data in
                data["cen"] = nil
                data["Status"] = "Idle"
            }
            return nothing
        },
        "cbn.DeleteCenBandwidthPackage": { call, account in
            let plan = try find(
                "cbn.CenBandwidthPackage", "CenBandwidthPackageId", "ParameterCenBandwidthPackageId", call, account)
            guard plan.text("Status") == "Idle" else {
                throw call.problem("InvalidOperation.CenBandwidthPackageInUse", "The bandwidth plan is in use.")
            }
            account.delete("cbn.CenBandwidthPackage", plan.id)
            return nothing
        },
        "cbn.ListTagResources": tagList("cbn"),
        "cbn.TagResources": tagger("cbn"),
    ]

    private static let createTransitRouter: Operation = { call, account in
        try account.checkActivated("cbn", "Forbbiden.TransitRouterServiceNotOpen", call)
        let cen = try find("cbn.Cen", "CenId", "InvalidCenId.NotFound", call, account)
        guard account.isSteady(cen) else {
            throw call.problem("InvalidOperation.CenInstanceStatus", "The CEN instance is not in a valid state.")
        }
        try account.checkFree(cen.id, call)
        let region = try call.required("RegionId")
        if account.all("cbn.TransitRouter").contains(where: { $0.text("CenId") == cen.id && $0.region == region }) {
            throw call.problem(
                "InstanceExist.TransitRouterInstance", "The CEN instance has a transit router in the region.")
        }
        let id = account.makeID("tr-bp1")
        var data = call.given("TransitRouterName", "TransitRouterDescription", "TransitRouterCidrList")
        data["TransitRouterId"] = .string(id)
        data["CenId"] = .string(cen.id)
        data["RegionId"] = .string(region)
        data["Type"] = "Enterprise"
        data["SupportMulticast"] = .bool(call.flag("SupportMulticast") ?? false)
        data["AliUid"] = .number(JSONNumber(account.number))
        data["CreationTime"] = .string(account.minutes)
        data["Tags"] = call.tags
        account.create("cbn.TransitRouter", id: id, region: region, data)
        account.makeTable(router: id, cen: cen.id, region: region, type: "System", JSONObject(), isReady: true)
        return ["TransitRouterId": .string(id)]
    }
}
