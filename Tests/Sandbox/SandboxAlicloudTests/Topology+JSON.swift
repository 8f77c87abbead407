import OrderedJSON
import SandboxAlicloud

extension Topology {
    /// Reads a topology of the table of cases; what a case leaves out or sets to null is not there.
    init(json: JSON) {
        self.init()
        cen = json["cen"]?["status"]?.string
        near = Topology.side(json, region: "F", vpc: "VF", router: "TF", attachment: "AF")
        far = Topology.side(json, region: "L", vpc: "VL", router: "TL", attachment: "AL")
        if let value = json["peer"], value.object != nil {
            peer = Peer(
                status: value["status"]?.string ?? "", bandwidth: value["bandwidth"]?.int,
                isPublished: value["autoPublish"]?.bool ?? false)
        }
        readBalancing(json)
        if let value = json["endpoint"], value.object != nil {
            let service = json["endpointService"] ?? .null
            link = PrivateLink(
                service: service["status"]?.string,
                resourceZones: Set((service["resourceZones"]?.array ?? []).compactMap(\.string)),
                acceptsAll: service["autoAccept"]?.bool ?? false, endpoint: value["status"]?.string ?? "",
                zone: value["zone"]?.string ?? "", isAccepted: value["acceptedManually"]?.bool ?? false)
        }
        leader = Topology.instance(json["leader"])
        follower = Topology.instance(json["follower"])
        if let value = json["remoteCluster"], value.object != nil {
            remote = Remote(
                mode: value["mode"]?.string ?? "", isEndpoint: value["proxyHostIsEndpointDomain"]?.bool ?? false,
                port: value["port"]?.int ?? 0)
        }
    }

    private mutating func readBalancing(_ json: JSON) {
        if let value = json["nlb"], value.object != nil {
            var addresses: [String: UInt32] = [:]
            for member in value["zones"]?.object ?? JSONObject() {
                addresses[member.name] = member.value.string.flatMap { IPv4Range.address($0) }
            }
            balancer = Balancer(
                status: value["status"]?.string ?? "", isInNetwork: value["vpc"]?.string == "VF", addresses: addresses)
        }
        if let value = json["listener"], value.object != nil {
            let (start, end) = (value["start"]?.int ?? 0, value["end"]?.int ?? 0)
            listener = Listener(
                status: value["status"]?.string ?? "", protocol: value["protocol"]?.string ?? "",
                port: value["listenerPort"]?.int ?? 0, range: start <= end ? start...end : nil)
        }
        if let value = json["serverGroup"], value.object != nil {
            let servers = (value["servers"]?.array ?? []).map { server in
                Server(
                    address: server["ip"]?.string.flatMap { IPv4Range.address($0) },
                    weight: server["weight"]?.int ?? 0, status: server["status"]?.string ?? "")
            }
            group = ServerGroup(
                type: value["type"]?.string ?? "", forwardsAnyPort: value["anyPort"]?.bool ?? false,
                protocol: value["protocol"]?.string ?? "TCP", isChecked: value["hc"]?["enabled"]?.bool ?? false,
                checkPort: value["hc"]?["port"]?.int ?? 0, servers: servers)
        }
    }

    private static func side(
        _ json: JSON, region: String, vpc: String, router: String, attachment: String
    ) -> Side {
        var side = Side()
        for vswitch in json["vpcs"]?[vpc]?["vswitches"]?.array ?? [] {
            guard let range = vswitch["cidr"]?.string.flatMap({ IPv4Range($0) }) else { continue }
            side.vswitches[vswitch["id"]?.string ?? ""] = VSwitch(
                zone: vswitch["zone"]?.string ?? "", range: range, free: vswitch["free"]?.int ?? 0)
        }
        side.staticRoutes = routes(json["vpcs"]?[vpc]?["staticRoutes"])
        side.router = json["trs"]?[router]?["status"]?.string
        side.routerRoutes = routes(json["trStaticRoutes"]?[router])
        if let value = json["vpcAttachments"]?[attachment], value.object != nil {
            side.attachment = Attachment(
                status: value["status"]?.string ?? "", vswitches: (value["zones"]?.array ?? []).compactMap(\.string),
                isPublished: value["autoPublish"]?.bool ?? false, isAssociated: value["associated"]?.bool ?? false,
                isPropagated: value["propagated"]?.bool ?? false)
        }
        side.peerAssociated = json["peer"]?[router]?["associated"]?.bool ?? false
        side.peerPropagated = json["peer"]?[router]?["propagated"]?.bool ?? false
        return side
    }

    private static func routes(_ json: JSON?) -> [Route] {
        (json?.array ?? []).compactMap { route in
            guard let range = route["cidr"]?.string.flatMap({ IPv4Range($0) }) else { return nil }
            let hop: Hop =
                switch route["next"]?.string ?? "" {
                case "AF", "AL": .attachment
                case "peer", "TF", "TL": .peer
                default: .nowhere
                }
            return Route(range: range, hop: hop)
        }
    }

    private static func instance(_ json: JSON?) -> Instance? {
        guard let json, json.object != nil else { return nil }
        return Instance(
            status: json["status"]?.string ?? "", architecture: json["archType"]?.string ?? "",
            version: (json["esVersion"]?.array ?? []).compactMap(\.int),
            address: json["ip"]?.string.flatMap { IPv4Range.address($0) },
            ports: (json["ports"]?.array ?? []).compactMap(\.int),
            whitelist: (json["whitelist"]?.array ?? []).compactMap { $0.string.flatMap { IPv4Range($0) } })
    }
}
