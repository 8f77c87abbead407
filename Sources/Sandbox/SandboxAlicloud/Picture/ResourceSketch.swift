import SandboxWorld

/// How the resources of one kind are drawn.
struct ResourceSketch: Sendable {
    /// The kind.
    let kind: String
    /// What people call it.
    let word: String
    /// The field with its name.
    let name: String?
    /// The fields that are worth showing, each with what is written before it.
    let details: [(before: String, field: String)]

    private init(_ kind: String, _ word: String, name: String? = nil, _ details: [(String, String)] = []) {
        self.kind = kind
        self.word = word
        self.name = name
        self.details = details
    }

    /// How a kind is drawn; nil for what is not drawn by itself.
    static func of(_ kind: String) -> ResourceSketch? { table.first { $0.kind == kind } }

    private static let table = [
        ResourceSketch("vpc.Vpc", "VPC", name: "VpcName", [("", "CidrBlock")]),
        ResourceSketch("vpc.VSwitch", "vSwitch", name: "VSwitchName", [("", "ZoneId"), ("", "CidrBlock")]),
        ResourceSketch("elasticsearch.Instance", "Elasticsearch", [("", "esVersion"), ("address ", "privateIP")]),
        ResourceSketch("nlb.LoadBalancer", "load balancer", name: "LoadBalancerName"),
        ResourceSketch("nlb.Listener", "listener", [("", "ListenerProtocol")]),
        ResourceSketch("nlb.ServerGroup", "server group", name: "ServerGroupName", [("", "Protocol")]),
        ResourceSketch("nlb.ServerGroupServer", "server", [("", "ServerIp"), ("weight ", "Weight")]),
        ResourceSketch("privatelink.VpcEndpointService", "endpoint service"),
        ResourceSketch("privatelink.VpcEndpoint", "endpoint", [("", "EndpointDomain")]),
        ResourceSketch("cbn.TransitRouter", "transit router", name: "TransitRouterName"),
        ResourceSketch(
            "cbn.TransitRouterVpcAttachment", "attachment", name: "TransitRouterAttachmentName", [("", "VpcId")]),
        ResourceSketch("cbn.Cen", "CEN", name: "Name"),
        ResourceSketch(
            "cbn.TransitRouterPeerAttachment", "connection of the routers", name: "TransitRouterAttachmentName",
            [("Mbit/s: ", "Bandwidth")]),
    ]
}
