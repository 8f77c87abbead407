import OrderedJSON

/// What the tables of transit routers hold; nothing of it is kept, all follows from what was built.
extension Account {
    /// An entry of a router's table.
    struct Route: Hashable {
        let range: IPv4Range
        /// The attachment that packets leave by; empty for none.
        let attachment: String
        /// `Static` or `Propagated`.
        let type: String
        /// The entry somebody wrote; empty for one that was learned.
        let entry: String
        let state: String
        /// Who the range was learned from.
        let origin: String
    }

    /// The attachment called so, of either kind.
    func attachment(_ id: String) -> Resource? {
        find("cbn.TransitRouterVpcAttachment", id) ?? find("cbn.TransitRouterPeerAttachment", id)
    }

    /// Whether an attachment lets packets through.
    private func carries(_ attachment: Resource) -> Bool {
        ["Attached", "Modifying"].contains(attachment.text("Status"))
    }

    /// The table that packets from an attachment are looked up in, on a router.
    func association(of attachment: String, on router: String) -> Resource? {
        all("cbn.Association").first { association in
            association.text("TransitRouterAttachmentId") == attachment && association.text("Status") == "Active"
                && find("cbn.TransitRouterRouteTable", association.text("TransitRouterRouteTableId"))?
                    .text("TransitRouterId") == router
        }
    }

    /// Whether an attachment writes its ranges into a table.
    func isPropagated(_ attachment: String, into table: String) -> Bool {
        all("cbn.Propagation").contains {
            $0.text("TransitRouterAttachmentId") == attachment && $0.text("TransitRouterRouteTableId") == table
                && $0.text("Status") == "Active"
        }
    }

    /// The entries of a router's table.
    func routes(of table: String) -> [Route] {
        var routes = ownRoutes(of: table)
        guard let router = find("cbn.TransitRouterRouteTable", table)?.text("TransitRouterId") else { return routes }
        for peer in all("cbn.TransitRouterPeerAttachment")
        where carries(peer) && peer.isOn("AutoPublishRouteEnabled") && isPropagated(peer.id, into: table) {
            let ends = [peer.text("TransitRouterId"), peer.text("PeerTransitRouterId")]
            guard ends.contains(router), let other = ends.first(where: { $0 != router }) else { continue }
            // Each side tells what the table holds that its end of the connection is associated with, else all of its
            // system table.
            let far =
                association(of: peer.id, on: other)?.text("TransitRouterRouteTableId") ?? systemTable(of: other)?.id
                ?? ""
            for route in ownRoutes(of: far) where route.attachment != peer.id {
                routes.append(
                    Route(
                        range: route.range, attachment: peer.id, type: "Propagated", entry: "", state: "Active",
                        origin: route.origin))
            }
        }
        return routes
    }

    /// What a table holds of its own router.
    private func ownRoutes(of table: String) -> [Route] {
        var routes = all("cbn.TransitRouterRouteEntry").filter { $0.text("TransitRouterRouteTableId") == table }
            .compactMap { entry -> Route? in
                guard let range = IPv4Range(entry.text("TransitRouterRouteEntryDestinationCidrBlock")) else {
                    return nil
                }
                return Route(
                    range: range, attachment: entry.text("TransitRouterRouteEntryNextHopId"), type: "Static",
                    entry: entry.id, state: entry.text("TransitRouterRouteEntryStatus"), origin: "")
            }
        for attachment in all("cbn.TransitRouterVpcAttachment")
        where carries(attachment) && isPropagated(attachment.id, into: table) {
            let vpc = attachment.text("VpcId")
            for vswitch in all("vpc.VSwitch") where vswitch.text("VpcId") == vpc {
                guard let range = IPv4Range(vswitch.text("CidrBlock")) else { continue }
                routes.append(
                    Route(
                        range: range, attachment: attachment.id, type: "Propagated", entry: "", state: "Active",
                        origin: vpc))
            }
        }
        return routes
    }

    /// The table that a router has from its beginning.
    func systemTable(of router: String) -> Resource? {
        all("cbn.TransitRouterRouteTable").first {
            $0.text("TransitRouterId") == router && $0.text("TransitRouterRouteTableType") == "System"
        }
    }

    /// What the router of an attachment tells its network: the table it is associated with, but not its own ranges.
    func publishedRoutes(of attachment: Resource) -> [Route] {
        guard carries(attachment),
            let table = association(of: attachment.id, on: attachment.text("TransitRouterId"))
        else { return [] }
        var seen: Set<IPv4Range> = []
        return routes(of: table.text("TransitRouterRouteTableId")).filter {
            $0.attachment != attachment.id && $0.state == "Active" && seen.insert($0.range).inserted
        }
    }
}
