import AlicloudContract
import OrderedJSON

extension Operations {
    /// Tables of routers, and which connections use them.
    static let cbnTables: [String: Operation] = [
        "cbn.ListTransitRouterRouteTables": Listing(
            kind: "cbn.TransitRouterRouteTable", path: ["TransitRouterRouteTables"],
            pages: .tokens("MaxResults", size: 20, most: 100), others: ["RouteTableOptions"], isRegional: false
        ).operation,
        "cbn.CreateTransitRouterRouteTable": { call, account in
            let router = try find(
                "cbn.TransitRouter", "TransitRouterId", "InvalidTransitRouterId.NotFound", call, account)
            try account.checkFree(router.text("CenId"), call)
            var given = call.given("TransitRouterRouteTableName", "TransitRouterRouteTableDescription")
            given["Tags"] = call.tags
            let id = account.makeTable(
                router: router.id, cen: router.text("CenId"), region: router.region, type: "Custom", given,
                isReady: false)
            return ["TransitRouterRouteTableId": .string(id)]
        },
        "cbn.UpdateTransitRouterRouteTable": { call, account in
            let table = try findTable(call, account)
            account.update(table.kind, table.id) { data in
                for member in call.given("TransitRouterRouteTableName", "TransitRouterRouteTableDescription") {
                    data[member.name] = member.value
                }
            }
            return nothing
        },
        "cbn.DeleteTransitRouterRouteTable": { call, account in
            let table = try findTable(call, account)
            try account.checkFree(table.text("CenId"), call)
            guard table.text("TransitRouterRouteTableType") == "Custom" else {
                throw call.problem("OperationFailed.DefaultRouteTable", "The system route table cannot be deleted.")
            }
            if account.all("cbn.Association").contains(where: { $0.text("TransitRouterRouteTableId") == table.id }) {
                throw call.problem("OperationFailed.RouteTableAssociationExist", "The route table is associated.")
            }
            account.delete(table.kind, table.id)
            return nothing
        },
        "cbn.AssociateTransitRouterAttachmentWithRouteTable": link("cbn.Association"),
        "cbn.EnableTransitRouterRouteTablePropagation": link("cbn.Propagation"),
        "cbn.DissociateTransitRouterAttachmentFromRouteTable": unlink("cbn.Association"),
        "cbn.DisableTransitRouterRouteTablePropagation": unlink("cbn.Propagation"),
        "cbn.ReplaceTransitRouterRouteTableAssociation": { call, account in
            let table = try findTable(call, account)
            try account.checkFree(table.text("CenId"), call)
            let router = table.text("TransitRouterId")
            let attachment = try call.required("TransitRouterAttachmentId")
            guard let association = account.association(of: attachment, on: router) else {
                throw call.problem("OperationUnsupported.AssociationNotExist", "The attachment is not associated.")
            }
            account.update("cbn.Association", association.id) {
                $0["TransitRouterRouteTableId"] = .string(table.id)
                $0["Status"] = "Associating"
            }
            account.set("cbn.Association", association.id, "Active", in: Delay.of("cbn.Association").create)
            return nothing
        },
        "cbn.ListTransitRouterRouteTableAssociations": links("cbn.Association", "TransitRouterAssociations", most: 100),
        "cbn.ListTransitRouterRouteTablePropagations": links("cbn.Propagation", "TransitRouterPropagations", most: 50),
        "cbn.CreateTransitRouterRouteEntry": createEntry,
        "cbn.UpdateTransitRouterRouteEntry": { call, account in
            let entry = try find(
                "cbn.TransitRouterRouteEntry", "TransitRouterRouteEntryId", "IllegalParam.TransitRouterRouteEntryId",
                call, account)
            account.update(entry.kind, entry.id) { data in
                for member in call.given("TransitRouterRouteEntryName", "TransitRouterRouteEntryDescription") {
                    data[member.name] = member.value
                }
            }
            return nothing
        },
        "cbn.DeleteTransitRouterRouteEntry": { call, account in
            let entry = account.all("cbn.TransitRouterRouteEntry").first { entry in
                if let id = call.text("TransitRouterRouteEntryId") { return entry.id == id }
                return entry.text("TransitRouterRouteTableId") == call.text("TransitRouterRouteTableId")
                    && entry.text("TransitRouterRouteEntryDestinationCidrBlock")
                        == call.text("TransitRouterRouteEntryDestinationCidrBlock")
            }
            guard let entry else {
                throw call.problem("IllegalParam.TransitRouterRouteEntryId", "The route entry is not found.")
            }
            try account.checkFree(entry.text("CenId"), call)
            account.delete(entry.kind, entry.id)
            return nothing
        },
        "cbn.ListTransitRouterRouteEntries": { call, account in
            let table = try findTable(call, account)
            let wanted = call.text("TransitRouterRouteEntryStatus") ?? "Active"
            let rows = account.routes(of: table.id).filter { wanted == "All" || $0.state == wanted }
                .map { shown(route: $0, account) }
                .filter { row in
                    [
                        "TransitRouterRouteEntryDestinationCidrBlock", "TransitRouterRouteEntryType",
                        "TransitRouterRouteEntryNextHopId", "TransitRouterRouteEntryNextHopType",
                        "TransitRouterRouteEntryNextHopResourceType", "TransitRouterRouteEntryNextHopResourceId",
                        "TransitRouterRouteEntryOriginResourceId", "TransitRouterRouteEntryOriginResourceType",
                    ].allSatisfy { name in call.text(name).map { row[name]?.string == $0 } ?? true }
                }
            return try Listing(
                kind: "", path: ["TransitRouterRouteEntries"], pages: .tokens("MaxResults", size: 20, most: 100)
            ).page(rows, call)
        },
    ]

    private static func findTable(_ call: Call, _ account: Account) throws -> Resource {
        try find(
            "cbn.TransitRouterRouteTable", "TransitRouterRouteTableId", "InvalidRouteTableId.NotFound", call, account)
    }

    /// Associates an attachment with a table, or lets it write its ranges there.
    private static func link(_ kind: String) -> Operation {
        { call, account in
            let table = try findTable(call, account)
            guard let attachment = account.attachment(try call.required("TransitRouterAttachmentId")) else {
                throw call.problem(
                    "InvalidAttachmentId.NotFound", status: 404, "The specified AttachmentId is not found.")
            }
            let router = table.text("TransitRouterId")
            guard [attachment.text("TransitRouterId"), attachment.text("PeerTransitRouterId")].contains(router) else {
                throw call.problem("IllegalParam.TransitRouterTableId", "The table is of another transit router.")
            }
            guard account.isSteady(attachment), account.isSteady(table) else {
                throw call.problem("IncorrectStatus.AttachmentOrRouteTable", "The resource is not in a valid state.")
            }
            try account.checkFree(table.text("CenId"), call)
            let others = account.all(kind).filter { $0.text("TransitRouterAttachmentId") == attachment.id }
            if kind == "cbn.Association",
                others.contains(where: { account.router(ofTable: $0.text("TransitRouterRouteTableId")) == router })
            {
                throw call.problem("AssociationExist.TransitRouterTable")
            }
            if others.contains(where: { $0.text("TransitRouterRouteTableId") == table.id }) {
                throw call.problem("OperationUnsupported.EnablePropagation", "The propagation is enabled already.")
            }
            let isPeer = attachment.kind == "cbn.TransitRouterPeerAttachment"
            let data: JSON = [
                "TransitRouterAttachmentId": .string(attachment.id), "TransitRouterRouteTableId": .string(table.id),
                "CenId": .string(table.text("CenId")), "ResourceType": .string(isPeer ? "TR" : "VPC"),
                "ResourceId": .string(isPeer ? attachment.text("PeerTransitRouterId") : attachment.text("VpcId")),
                "TransitRouterAttachmentResourceType": .string(isPeer ? "TR" : "VPC"),
                "TransitRouterAttachmentResourceId": .string(
                    isPeer ? attachment.text("PeerTransitRouterId") : attachment.text("VpcId")),
            ]
            account.create(kind, id: "\(attachment.id):\(table.id)", region: table.region, data.members)
            return nothing
        }
    }

    private static func unlink(_ kind: String) -> Operation {
        { call, account in
            let table = try findTable(call, account)
            let id = "\(try call.required("TransitRouterAttachmentId")):\(table.id)"
            guard let link = account.find(kind, id) else {
                let code = kind == "cbn.Association" ? "AssociationNotExist" : "PropagationNotExist"
                throw call.problem("OperationUnsupported.\(code)", "The attachment does not use the route table.")
            }
            try account.checkFree(table.text("CenId"), call)
            account.delete(kind, link.id)
            return nothing
        }
    }

    private static func links(_ kind: String, _ name: String, most: Int) -> Operation {
        Listing(kind: kind, path: [name], pages: .tokens("MaxResults", size: 20, most: most), isRegional: false)
            .operation
    }

    private static let createEntry: Operation = { call, account in
        let table = try findTable(call, account)
        guard let range = IPv4Range(call.text("TransitRouterRouteEntryDestinationCidrBlock") ?? "") else {
            throw call.problem(
                "IllegalParam.TransitRouterRouteEntryDestinationCidrBlock", "The destination range is illegal.")
        }
        try account.checkFree(table.text("CenId"), call)
        let entries = account.all("cbn.TransitRouterRouteEntry").filter {
            $0.text("TransitRouterRouteTableId") == table.id
        }
        if entries.contains(where: {
            $0.text("TransitRouterRouteEntryDestinationCidrBlock") == range.description
        }) {
            throw call.problem(
                "OperationFailed.CreateRouteEntryWithSameDestinationCidrBlock",
                "The route table has an entry with the same destination.")
        }
        if call.text("TransitRouterRouteEntryNextHopType") == "Attachment" {
            guard account.attachment(try call.required("TransitRouterRouteEntryNextHopId")) != nil else {
                throw call.problem(
                    "InvalidAttachmentId.NotFound", status: 404, "The specified AttachmentId is not found.")
            }
        }
        let id = account.makeID("rte-bp1")
        var data = call.given(
            "TransitRouterRouteEntryNextHopType", "TransitRouterRouteEntryNextHopId", "TransitRouterRouteEntryName",
            "TransitRouterRouteEntryDescription", "TransitRouterRouteTableId")
        data["TransitRouterRouteEntryId"] = .string(id)
        data["TransitRouterRouteEntryDestinationCidrBlock"] = .string(range.description)
        data["CenId"] = .string(table.text("CenId"))
        data["CreateTime"] = .string(account.minutes)
        account.create("cbn.TransitRouterRouteEntry", id: id, region: table.region, data)
        return ["TransitRouterRouteEntryId": .string(id)]
    }

    private static func shown(route: Account.Route, _ account: Account) -> JSONObject {
        var data = account.find("cbn.TransitRouterRouteEntry", route.entry)?.data ?? JSONObject()
        data["TransitRouterRouteEntryDestinationCidrBlock"] = .string(route.range.description)
        data["TransitRouterRouteEntryType"] = .string(route.type)
        data["TransitRouterRouteEntryStatus"] = .string(route.state)
        data["TransitRouterRouteEntryNextHopType"] = .string(route.attachment.isEmpty ? "BlackHole" : "Attachment")
        data["TransitRouterRouteEntryNextHopId"] = .string(route.attachment)
        if let attachment = account.attachment(route.attachment) {
            let isPeer = attachment.kind == "cbn.TransitRouterPeerAttachment"
            data["TransitRouterRouteEntryNextHopResourceType"] = .string(isPeer ? "TR" : "VPC")
            data["TransitRouterRouteEntryNextHopResourceId"] = .string(
                isPeer ? attachment.text("PeerTransitRouterId") : attachment.text("VpcId"))
        }
        if !route.origin.isEmpty {
            data["TransitRouterRouteEntryOriginResourceType"] = "VPC"
            data["TransitRouterRouteEntryOriginResourceId"] = .string(route.origin)
        }
        return data
    }
}

extension Account {
    /// The router that has a table.
    func router(ofTable table: String) -> String? {
        find("cbn.TransitRouterRouteTable", table)?.text("TransitRouterId")
    }
}
