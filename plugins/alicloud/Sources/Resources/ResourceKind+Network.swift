import AlicloudContract
import OrderedJSON

extension ResourceKind {
    /// All kinds.
    static let all = network + balancing + instances

    private static let tables = OwnKey(
        name: "RouteTableIds", kind: .list(.string),
        summary: "The route tables of transit routers that it is associated with and propagates its ranges to.")

    /// An attachment and one table: where its packets are looked up, and where its ranges are known.
    private static func tableJoins(routers: [String]) -> [Join] {
        [associations(routers), propagations]
    }

    /// The route tables of the transit routers that these fields name.
    private static func tables(_ routers: [String]) -> [Lookup] {
        routers.map { router in
            Lookup(
                step: Step(
                    action: "cbn.ListTransitRouterRouteTables", arguments: ["TransitRouterId": .string("$\(router)")]),
                path: ["TransitRouterRouteTables"])
        }
    }

    /// Routes of others that lead to an attachment: they are deleted with it.
    private static func routes(_ routers: [String]) -> Parts {
        Parts(
            noun: "the static route",
            find: Lookup(
                step: Step(
                    action: "cbn.ListTransitRouterRouteEntries",
                    arguments: [
                        "TransitRouterRouteTableId": "$TransitRouterRouteTableId",
                        "TransitRouterRouteEntryNextHopId": "$TransitRouterAttachmentId",
                        "TransitRouterRouteEntryType": "Static", "TransitRouterRouteEntryStatus": "All",
                    ]), path: ["TransitRouterRouteEntries"]), id: "TransitRouterRouteEntryId", within: tables(routers))
    }

    private static func associations(_ routers: [String]) -> Join {
        Join(
            key: "RouteTableIds",
            find: Lookup(
                step: Step(
                    action: "cbn.ListTransitRouterRouteTableAssociations",
                    arguments: [
                        "TransitRouterAttachmentId": "$TransitRouterAttachmentId", "TransitRouterRouteTableId": "$Item",
                    ]), path: ["TransitRouterAssociations"]),
            create: Step(
                action: "cbn.AssociateTransitRouterAttachmentWithRouteTable",
                arguments: [
                    "TransitRouterAttachmentId": "$TransitRouterAttachmentId", "TransitRouterRouteTableId": "$Item",
                ]),
            exchange: Exchange(
                all: Lookup(
                    step: Step(
                        action: "cbn.ListTransitRouterRouteTableAssociations",
                        arguments: ["TransitRouterAttachmentId": "$TransitRouterAttachmentId"]),
                    path: ["TransitRouterAssociations"]),
                choices: tables(routers), id: "TransitRouterRouteTableId", owner: "TransitRouterId",
                replace: Step(
                    action: "cbn.ReplaceTransitRouterRouteTableAssociation",
                    arguments: [
                        "TransitRouterAttachmentId": "$TransitRouterAttachmentId", "TransitRouterRouteTableId": "$Item",
                    ])))
    }

    private static let propagations =
        Join(
            key: "RouteTableIds",
            find: Lookup(
                step: Step(
                    action: "cbn.ListTransitRouterRouteTablePropagations",
                    arguments: [
                        "TransitRouterAttachmentId": "$TransitRouterAttachmentId", "TransitRouterRouteTableId": "$Item",
                    ]), path: ["TransitRouterPropagations"]),
            create: Step(
                action: "cbn.EnableTransitRouterRouteTablePropagation",
                arguments: [
                    "TransitRouterAttachmentId": "$TransitRouterAttachmentId", "TransitRouterRouteTableId": "$Item",
                ]))

    /// The attachments that a list has of a transit router.
    private static func attachments(_ noun: String, _ list: String) -> Parts {
        Parts(
            noun: noun,
            find: Lookup(
                step: Step(action: list, arguments: ["TransitRouterId": "$TransitRouterId", "RegionId": "$RegionId"]),
                path: ["TransitRouterAttachments"]), id: "TransitRouterAttachmentId")
    }

    private static let network = [
        ResourceKind(
            name: "vpc.VSwitch", summary: "A subnet of a VPC in one zone.",
            find: Lookup(
                step: Step(
                    action: "vpc.DescribeVSwitches", arguments: ["VpcId": "$VpcId", "ZoneId": "$ZoneId"]),
                path: ["VSwitches", "VSwitch"]),
            identity: ["VpcId", "ZoneId", "CidrBlock"],
            create: Step(action: "vpc.CreateVSwitch", arguments: [:], takesKeys: true),
            updates: [
                Update(
                    step: Step(action: "vpc.ModifyVSwitchAttribute", arguments: ["VSwitchId": "$VSwitchId"]),
                    keys: ["VSwitchName", "Description"])
            ],
            delete: Step(action: "vpc.DeleteVSwitch", arguments: ["VSwitchId": "$VSwitchId"]),
            // A number in the block, a range of addresses in the list.
            unseen: ["Ipv6CidrBlock"], tagType: "VSWITCH",
            holders: [
                Parts(
                    noun: "the load balancer",
                    find: Lookup(
                        step: Step(action: "nlb.ListLoadBalancers", arguments: ["VpcIds": ["$VpcId"]]),
                        path: ["LoadBalancers"]), id: "LoadBalancerId", field: "VSwitchId")
            ]),
        ResourceKind(
            name: "cbn.Cen", summary: "A CEN instance, which transit routers belong to.",
            find: Lookup(
                step: Step(
                    action: "cbn.DescribeCens", arguments: ["Filter": [["Key": "Name", "Value": ["$Name"]]]]),
                path: ["Cens", "Cen"]),
            findMade: Lookup(
                step: Step(
                    action: "cbn.DescribeCens", arguments: ["Filter": [["Key": "CenId", "Value": ["$CenId"]]]]),
                path: ["Cens", "Cen"]),
            identity: ["Name"], needs: ["Name"],
            create: Step(action: "cbn.CreateCen", arguments: [:], takesKeys: true),
            updates: [
                Update(
                    step: Step(action: "cbn.ModifyCenAttribute", arguments: ["CenId": "$CenId"]),
                    keys: ["Description", "ProtectionLevel"])
            ],
            delete: Step(action: "cbn.DeleteCen", arguments: ["CenId": "$CenId"]), tagType: "cen",
            holders: [
                Parts(
                    noun: "the transit router",
                    find: Lookup(
                        step: Step(action: "cbn.ListTransitRouters", arguments: ["CenId": "$CenId"]),
                        path: ["TransitRouters"]), id: "TransitRouterId")
            ]),
        ResourceKind(
            name: "cbn.TransitRouter", summary: "The transit router of a CEN instance in the region of the target.",
            find: Lookup(
                step: Step(
                    action: "cbn.ListTransitRouters", arguments: ["CenId": "$CenId", "RegionId": "$RegionId"]),
                path: ["TransitRouters"]),
            identity: ["CenId", "RegionId"],
            create: Step(action: "cbn.CreateTransitRouter", arguments: [:], takesKeys: true),
            updates: [
                Update(
                    step: Step(
                        action: "cbn.UpdateTransitRouter",
                        arguments: ["TransitRouterId": "$TransitRouterId", "RegionId": "$RegionId"]),
                    keys: ["TransitRouterName", "TransitRouterDescription"])
            ],
            delete: Step(action: "cbn.DeleteTransitRouter", arguments: ["TransitRouterId": "$TransitRouterId"]),
            holders: [
                attachments("the attachment", "cbn.ListTransitRouterVpcAttachments"),
                attachments("the connection", "cbn.ListTransitRouterPeerAttachments"),
            ],
            extras: [
                Extra(
                    field: "SystemRouteTableId",
                    find: Lookup(
                        step: Step(
                            action: "cbn.ListTransitRouterRouteTables",
                            arguments: [
                                "TransitRouterId": "$TransitRouterId", "TransitRouterRouteTableType": "System",
                            ]), path: ["TransitRouterRouteTables"]), from: "TransitRouterRouteTableId")
            ]),
        ResourceKind(
            name: "cbn.TransitRouterVpcAttachment", summary: "The attachment of a VPC to a transit router.",
            find: Lookup(
                step: Step(
                    action: "cbn.ListTransitRouterVpcAttachments",
                    arguments: [
                        "TransitRouterId": "$TransitRouterId", "VpcId": "$VpcId", "RegionId": "$RegionId",
                    ]), path: ["TransitRouterAttachments"]),
            identity: ["TransitRouterId", "VpcId"], needs: ["TransitRouterId"],
            create: Step(action: "cbn.CreateTransitRouterVpcAttachment", arguments: [:], takesKeys: true),
            updates: [
                Update(
                    step: Step(
                        action: "cbn.UpdateTransitRouterVpcAttachmentAttribute",
                        arguments: ["TransitRouterAttachmentId": "$TransitRouterAttachmentId"]),
                    keys: [
                        "AutoPublishRouteEnabled", "TransitRouterAttachmentName", "TransitRouterAttachmentDescription",
                        "TransitRouterVPCAttachmentOptions",
                    ])
            ],
            delete: Step(
                action: "cbn.DeleteTransitRouterVpcAttachment",
                arguments: ["TransitRouterAttachmentId": "$TransitRouterAttachmentId", "Force": true]),
            own: [tables], joins: tableJoins(routers: ["TransitRouterId"]), parts: routes(["TransitRouterId"])),
        ResourceKind(
            name: "cbn.TransitRouterPeerAttachment", summary: "The connection of two transit routers.",
            find: Lookup(
                step: Step(
                    action: "cbn.ListTransitRouterPeerAttachments", arguments: ["TransitRouterId": "$TransitRouterId"]),
                path: ["TransitRouterAttachments"]),
            identity: ["TransitRouterId", "PeerTransitRouterId"], needs: ["TransitRouterId"],
            create: Step(action: "cbn.CreateTransitRouterPeerAttachment", arguments: [:], takesKeys: true),
            updates: [
                Update(
                    step: Step(
                        action: "cbn.UpdateTransitRouterPeerAttachmentAttribute",
                        arguments: ["TransitRouterAttachmentId": "$TransitRouterAttachmentId"]),
                    keys: [
                        "AutoPublishRouteEnabled", "Bandwidth", "BandwidthType", "CenBandwidthPackageId",
                        "DefaultLinkType", "TransitRouterAttachmentName", "TransitRouterAttachmentDescription",
                    ])
            ],
            delete: Step(
                action: "cbn.DeleteTransitRouterPeerAttachment",
                arguments: ["TransitRouterAttachmentId": "$TransitRouterAttachmentId", "Force": true]),
            own: [tables], joins: tableJoins(routers: ["TransitRouterId", "PeerTransitRouterId"]),
            parts: routes(["TransitRouterId", "PeerTransitRouterId"]),
            ends: [
                Ends(near: "TransitRouterId", far: "PeerTransitRouterId"),
                Ends(near: "RegionId", far: "PeerTransitRouterRegionId"),
            ]),
    ]
}
