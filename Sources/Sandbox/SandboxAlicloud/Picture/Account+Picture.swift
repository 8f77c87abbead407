import AlicloudContract
import OrderedJSON
import SandboxWorld

/// What the account has, as people see it.
extension Account {
    /// The regions of the account's clouds with all that is in them, what joins them, and the ways between instances.
    ///
    /// - Parameter connections: What instances have set up to reach others, by the id of the instance.
    func picture(
        of places: [CloudSetup.Place], _ connections: [(instance: String, connection: PictureConnection)]
    ) -> NetworkPicture {
        let names = places.map(\.region).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let regions = names.map { name in
            PictureRegion(
                name: name, systems: places.filter { $0.region == name }.map(\.name), items: items(in: name))
        }
        let links = all("cbn.Cen").map { item($0) } + all("cbn.TransitRouterPeerAttachment").map { item($0) }
        return NetworkPicture(
            title: "Alibaba Cloud", regions: regions, links: links, paths: paths(connections))
    }

    private func items(in region: String) -> [PictureItem] {
        func own(_ kind: String) -> [Resource] { all(kind).filter { $0.region == region } }
        let networks = own("vpc.Vpc").map { network in
            var item = item(network)
            let inside = ["vpc.VSwitch", "nlb.LoadBalancer", "nlb.ServerGroup", "privatelink.VpcEndpoint"]
            item.parts =
                inside.flatMap { all($0) }.filter { $0.text("VpcId") == network.id }.map { self.item($0) }
                + all("elasticsearch.Instance").filter { $0.text("vpcId") == network.id }.map { self.item($0) }
            return item
        }
        // The service keeps endpoints of instances in networks of its own.
        let endpoints = own("privatelink.VpcEndpoint").filter { find("vpc.Vpc", $0.text("VpcId")) == nil }
        return networks + endpoints.map { item($0) }
            + (own("privatelink.VpcEndpointService") + own("cbn.TransitRouter")).map { item($0) }
    }

    /// A resource with what belongs to it.
    private func item(_ resource: Resource) -> PictureItem {
        let sketch = ResourceSketch.of(resource.kind)
        let state = state(of: resource)
        var details = (sketch?.details ?? []).compactMap { before, field -> String? in
            guard let value = resource.data[field] else { return nil }
            let text = value.string ?? value.text()
            return text.isEmpty ? nil : before + text
        }
        var parts: [PictureItem] = []
        switch resource.kind {
        case "nlb.LoadBalancer":
            parts = all("nlb.Listener").filter { $0.text("LoadBalancerId") == resource.id }.map { item($0) }
        case "nlb.Listener":
            let port = resource.int("ListenerPort") ?? 0
            details.append(
                port == 0 ? "ports \(resource.text("StartPort"))-\(resource.text("EndPort"))" : "port \(port)")
        case "nlb.ServerGroup":
            parts = servers(of: resource).map { item($0) }
        case "cbn.TransitRouter":
            parts = all("cbn.TransitRouterVpcAttachment").filter { $0.text("TransitRouterId") == resource.id }
                .map { item($0) }
        case "elasticsearch.Instance":
            let ranges = privateWhitelist(of: resource).compactMap(\.string)
            details.append("lets in " + (ranges.isEmpty ? "nobody" : ranges.joined(separator: ", ")))
        default: break
        }
        return PictureItem(
            kind: sketch?.word ?? resource.kind, id: resource.id,
            name: sketch?.name.map { resource.text($0) } ?? "", state: state, tone: tone(of: state, resource.kind),
            details: details, parts: parts)
    }

    /// What the state of a resource means.
    func tone(of state: String?, _ kind: String) -> PictureTone {
        guard let state, !state.isEmpty else { return .missing }
        guard let cycle = LifeCycle.of(kind), state != cycle.steady else { return .good }
        return cycle.failed.contains(state) ? .broken : .building
    }
}
