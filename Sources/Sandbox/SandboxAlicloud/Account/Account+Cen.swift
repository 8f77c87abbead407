import AlicloudContract
import OrderedJSON

/// What all operations of a CEN instance share.
extension Account {
    /// The moment in minutes, as CEN writes it.
    var minutes: String { "\(timestamp.dropLast(4))Z" }

    /// Refuses while something of a CEN instance is still being done: there is one operation at a time.
    func checkFree(_ cen: String, _ call: Call) throws {
        let kinds = [
            "cbn.TransitRouter", "cbn.TransitRouterVpcAttachment", "cbn.TransitRouterPeerAttachment",
            "cbn.TransitRouterRouteTable", "cbn.Association", "cbn.Propagation", "cbn.TransitRouterRouteEntry",
        ]
        for kind in kinds where all(kind).contains(where: { $0.text("CenId") == cen && !isSteady($0) }) {
            throw call.problem("Operation.Blocking", "Another operation is being performed on the instance.")
        }
    }

    /// Refuses while a paid service is not activated.
    func checkActivated(_ service: String, _ code: String, _ call: Call) throws {
        if !activated.contains(service) { throw call.problem(code, "The service is not activated.") }
    }

    /// Adds a table to a router.
    @discardableResult
    mutating func makeTable(
        router: String, cen: String, region: String, type: String, _ given: JSONObject, isReady: Bool
    ) -> String {
        let id = makeID("vtb-bp1")
        var data = given
        data["TransitRouterRouteTableId"] = .string(id)
        data["TransitRouterId"] = .string(router)
        data["TransitRouterRouteTableType"] = .string(type)
        data["CenId"] = .string(cen)
        data["RegionId"] = .string(region)
        data["CreateTime"] = .string(minutes)
        if isReady {
            add("cbn.TransitRouterRouteTable", id: id, region: region, data)
        } else {
            create("cbn.TransitRouterRouteTable", id: id, region: region, data)
        }
        return id
    }
}
