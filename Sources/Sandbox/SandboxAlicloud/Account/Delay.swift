/// How long the cloud takes to do what it was asked for, in milliseconds of the sandbox's clock.
struct Delay: Sendable, Hashable {
    let create: Int
    let change: Int
    let delete: Int

    private init(_ create: Int, _ change: Int, _ delete: Int) {
        (self.create, self.change, self.delete) = (create * 1000, change * 1000, delete * 1000)
    }

    /// What a kind of resource takes; a few seconds where nothing is known.
    static func of(_ kind: String) -> Delay { table[kind] ?? Delay(3, 3, 3) }

    /// Within what users of the service see, at its shorter end.
    private static let table = [
        "cbn.Cen": Delay(3, 2, 3), "cbn.TransitRouter": Delay(6, 4, 6),
        "cbn.TransitRouterVpcAttachment": Delay(90, 60, 60), "cbn.TransitRouterPeerAttachment": Delay(45, 20, 30),
        "cbn.TransitRouterRouteTable": Delay(5, 2, 5), "cbn.Association": Delay(10, 5, 10),
        "cbn.Propagation": Delay(10, 5, 10), "cbn.TransitRouterRouteEntry": Delay(5, 2, 5),
        "nlb.ServerGroup": Delay(5, 5, 5), "nlb.ServerGroupServer": Delay(5, 5, 5), "nlb.Listener": Delay(5, 5, 5),
        "nlb.LoadBalancer": Delay(45, 15, 30), "privatelink.VpcEndpointService": Delay(5, 3, 5),
        "privatelink.VpcEndpoint": Delay(60, 5, 20), "privatelink.Connection": Delay(10, 5, 10),
        "elasticsearch.Instance": Delay(600, 90, 60), "vpc.VSwitch": Delay(4, 2, 2), "vpc.Vpc": Delay(4, 2, 2),
    ]
}
