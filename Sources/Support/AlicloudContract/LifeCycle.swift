/// The states a resource goes through; everything is asked for, and polled until it is there.
package struct LifeCycle: Sendable, Hashable {
    /// The resource, `product.Kind`.
    package let resource: String
    /// The field that says the state.
    package let field: String
    /// The state while it is made.
    package let creating: String
    /// The state in which it can be used.
    package let steady: String
    /// The state while it is changed; nil when a change is not seen in it.
    package let changing: String?
    /// The state while it is taken away; nil when it is gone at once.
    package let deleting: String?
    /// States that never become the steady one by themselves.
    package let failed: [String]

    /// The life cycle of a resource, `product.Kind`.
    package static func of(_ resource: String) -> LifeCycle? { table.first { $0.resource == resource } }

    private init(
        _ resource: String, _ field: String, _ creating: String, _ steady: String, changing: String? = nil,
        deleting: String? = nil, failed: [String] = []
    ) {
        self.resource = resource
        self.field = field
        self.creating = creating
        self.steady = steady
        self.changing = changing
        self.deleting = deleting
        self.failed = failed
    }

    /// The life cycles that the API's pages describe.
    package static let table = [
        LifeCycle("vpc.Vpc", "Status", "Pending", "Available"),
        LifeCycle("vpc.VSwitch", "Status", "Pending", "Available"),
        LifeCycle("vpc.RouteEntry", "Status", "Pending", "Available", changing: "Modifying"),
        LifeCycle("cbn.Cen", "Status", "Creating", "Active", deleting: "Deleting"),
        LifeCycle("cbn.TransitRouter", "Status", "Creating", "Active", changing: "Modifying", deleting: "Deleting"),
        LifeCycle(
            "cbn.TransitRouterVpcAttachment", "Status", "Attaching", "Attached", changing: "Modifying",
            deleting: "Detaching"),
        LifeCycle(
            "cbn.TransitRouterPeerAttachment", "Status", "Attaching", "Attached", changing: "Modifying",
            deleting: "Detaching"),
        LifeCycle(
            "cbn.TransitRouterRouteTable", "TransitRouterRouteTableStatus", "Creating", "Active", deleting: "Deleting"),
        LifeCycle("cbn.Association", "Status", "Associating", "Active", deleting: "Dissociating"),
        LifeCycle("cbn.Propagation", "Status", "Enabling", "Active", deleting: "Disabling"),
        LifeCycle(
            "cbn.TransitRouterRouteEntry", "TransitRouterRouteEntryStatus", "Creating", "Active", deleting: "Deleting",
            failed: ["Rejected", "Prohibited"]),
        LifeCycle(
            "nlb.ServerGroup", "ServerGroupStatus", "Creating", "Available", changing: "Configuring",
            deleting: "Deleting", failed: ["CreateFailed"]),
        LifeCycle(
            "nlb.ServerGroupServer", "Status", "Adding", "Available", changing: "Configuring", deleting: "Removing"),
        LifeCycle(
            "nlb.LoadBalancer", "LoadBalancerStatus", "Provisioning", "Active", changing: "Configuring",
            deleting: "Deleting", failed: ["CreateFailed", "Inactive"]),
        LifeCycle(
            "nlb.Listener", "ListenerStatus", "Provisioning", "Running", changing: "Configuring", deleting: "Deleting",
            failed: ["Stopped", "CreateFailed"]),
        LifeCycle(
            "privatelink.VpcEndpointService", "ServiceStatus", "Creating", "Active", changing: "Pending",
            deleting: "Deleting"),
        LifeCycle(
            "privatelink.VpcEndpoint", "EndpointStatus", "Creating", "Active", changing: "Pending",
            deleting: "Deleting"),
        LifeCycle(
            "privatelink.Connection", "ConnectionStatus", "Connecting", "Connected", changing: "Pending",
            deleting: "Disconnecting", failed: ["ServiceDeleted"]),
        LifeCycle("elasticsearch.Instance", "status", "activating", "active", changing: "activating"),
        LifeCycle("elasticsearch.VpcEndpoint", "endpointStatus", "Creating", "Active", deleting: "Deleting"),
        LifeCycle("elasticsearch.SnapshotRepo", "status", "unavailable", "available"),
    ]
}
