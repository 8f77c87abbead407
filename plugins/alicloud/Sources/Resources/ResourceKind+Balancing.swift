import AlicloudContract
import OrderedJSON

extension ResourceKind {
    /// Load balancers and endpoint services.
    static let balancing = [
        ResourceKind(
            name: "nlb.ServerGroup", summary: "A server group of Network Load Balancer.",
            find: Lookup(
                step: Step(
                    action: "nlb.ListServerGroups", arguments: ["ServerGroupNames": ["$ServerGroupName"]]),
                path: ["ServerGroups"]),
            findMade: Lookup(
                step: Step(action: "nlb.ListServerGroups", arguments: ["ServerGroupIds": ["$ServerGroupId"]]),
                path: ["ServerGroups"]),
            identity: ["ServerGroupName", "VpcId"],
            create: Step(action: "nlb.CreateServerGroup", arguments: [:], takesKeys: true),
            updates: [
                Update(
                    step: Step(
                        action: "nlb.UpdateServerGroupAttribute", arguments: ["ServerGroupId": "$ServerGroupId"]),
                    keys: [
                        "HealthCheckConfig", "Scheduler", "ConnectionDrainEnabled", "ConnectionDrainTimeout",
                        "PreserveClientIpEnabled",
                    ])
            ],
            delete: Step(action: "nlb.DeleteServerGroup", arguments: ["ServerGroupId": "$ServerGroupId"]),
            aliases: ["HealthCheckConfig": "HealthCheck"], tagType: "servergroup",
            parts: Parts(
                noun: "the server",
                find: Lookup(
                    step: Step(
                        action: "nlb.ListServerGroupServers", arguments: ["ServerGroupId": "$ServerGroupId"]),
                    path: ["Servers"]), id: "ServerId")),
        ResourceKind(
            name: "nlb.ServerGroupServer", summary: "A server of a server group.",
            find: Lookup(
                step: Step(
                    action: "nlb.ListServerGroupServers",
                    arguments: ["ServerGroupId": "$ServerGroupId", "ServerIds": ["$ServerId"]]), path: ["Servers"]),
            identity: ["ServerGroupId", "ServerId", "Port"],
            create: Step(
                action: "nlb.AddServersToServerGroup",
                arguments: [
                    "ServerGroupId": "$ServerGroupId",
                    "Servers": [
                        [
                            "ServerId": "$ServerId", "ServerIp": "$ServerIp", "ServerType": "$ServerType",
                            "Port": "$Port", "Weight": "$Weight", "Description": "$Description",
                        ]
                    ],
                ]),
            updates: [
                Update(
                    step: Step(
                        action: "nlb.UpdateServerGroupServersAttribute",
                        arguments: [
                            "ServerGroupId": "$ServerGroupId",
                            "Servers": [
                                [
                                    "ServerId": "$ServerId", "ServerIp": "$ServerIp", "ServerType": "$ServerType",
                                    "Port": "$Port", "Weight": "$Weight", "Description": "$Description",
                                ]
                            ],
                        ]), keys: ["Weight", "Description"])
            ],
            delete: Step(
                action: "nlb.RemoveServersFromServerGroup",
                arguments: [
                    "ServerGroupId": "$ServerGroupId",
                    "Servers": [
                        [
                            "ServerId": "$ServerId", "ServerIp": "$ServerIp", "ServerType": "$ServerType",
                            "Port": "$Port",
                        ]
                    ],
                ]),
            own: [
                OwnKey(
                    name: "ServerId", kind: .string, isRequired: true,
                    summary: "The server; in an IP group, its address."),
                OwnKey(
                    name: "ServerType", kind: .string, isRequired: true, values: ["Ecs", "Eni", "Eci", "Ip"],
                    summary: "Ecs, Eni, Eci or Ip."),
                OwnKey(name: "ServerIp", kind: .string, summary: "The address of the server."),
                OwnKey(name: "Port", kind: .integer, summary: "The port; 0 or nothing if the group allows any port."),
                OwnKey(name: "Weight", kind: .integer, summary: "Its weight, 0 to 100."),
                OwnKey(name: "Description", kind: .string, summary: "A description."),
            ]),
        ResourceKind(
            name: "nlb.LoadBalancer", summary: "An instance of Network Load Balancer.",
            find: Lookup(
                step: Step(
                    action: "nlb.ListLoadBalancers", arguments: ["LoadBalancerNames": ["$LoadBalancerName"]]),
                path: ["LoadBalancers"]),
            findMade: Lookup(
                step: Step(action: "nlb.ListLoadBalancers", arguments: ["LoadBalancerIds": ["$LoadBalancerId"]]),
                path: ["LoadBalancers"]),
            identity: ["LoadBalancerName", "VpcId"], needs: ["LoadBalancerName"],
            create: Step(action: "nlb.CreateLoadBalancer", arguments: [:], takesKeys: true),
            updates: [
                Update(
                    step: Step(
                        action: "nlb.UpdateLoadBalancerZones", arguments: ["LoadBalancerId": "$LoadBalancerId"]),
                    keys: ["ZoneMappings"]),
                Update(
                    step: Step(
                        action: "nlb.UpdateLoadBalancerProtection",
                        arguments: [
                            "LoadBalancerId": "$LoadBalancerId",
                            "DeletionProtectionEnabled": "$DeletionProtectionConfig.Enabled",
                            "DeletionProtectionReason": "$DeletionProtectionConfig.Reason",
                            "ModificationProtectionStatus": "$ModificationProtectionConfig.Status",
                            "ModificationProtectionReason": "$ModificationProtectionConfig.Reason",
                        ]), keys: ["DeletionProtectionConfig", "ModificationProtectionConfig"]),
            ],
            delete: Step(action: "nlb.DeleteLoadBalancer", arguments: ["LoadBalancerId": "$LoadBalancerId"]),
            tagType: "loadbalancer",
            parts: Parts(
                noun: "the listener",
                find: Lookup(
                    step: Step(action: "nlb.ListListeners", arguments: ["LoadBalancerIds": ["$LoadBalancerId"]]),
                    path: ["Listeners"]), id: "ListenerId")),
        ResourceKind(
            name: "nlb.Listener", summary: "A listener of a load balancer, on one port or a range.",
            find: Lookup(
                step: Step(
                    action: "nlb.ListListeners", arguments: ["LoadBalancerIds": ["$LoadBalancerId"]]),
                path: ["Listeners"]),
            identity: ["LoadBalancerId", "ListenerProtocol", "ListenerPort"],
            create: Step(action: "nlb.CreateListener", arguments: [:], takesKeys: true),
            updates: [
                Update(
                    step: Step(action: "nlb.UpdateListenerAttribute", arguments: ["ListenerId": "$ListenerId"]),
                    keys: [
                        "ServerGroupId", "ListenerDescription", "IdleTimeout", "Cps", "Mss", "ProxyProtocolEnabled",
                        "SecurityPolicyId", "CertificateIds", "CaCertificateIds", "CaEnabled", "AlpnEnabled",
                        "AlpnPolicy", "ProxyProtocolV2Config", "SecSensorEnabled",
                    ])
            ],
            delete: Step(action: "nlb.DeleteListener", arguments: ["ListenerId": "$ListenerId"])),
        ResourceKind(
            name: "privatelink.VpcEndpointService", summary: "An endpoint service for a load balancer.",
            find: Lookup(
                step: Step(
                    action: "privatelink.ListVpcEndpointServices",
                    arguments: ["RegionId": "$RegionId", "ResourceId": "$Resource.0.ResourceId"]), path: ["Services"]),
            findMade: Lookup(
                step: Step(
                    action: "privatelink.ListVpcEndpointServices",
                    arguments: ["RegionId": "$RegionId", "ServiceId": "$ServiceId"]), path: ["Services"]),
            identity: ["ServiceId"], needs: ["Resource"],
            create: Step(action: "privatelink.CreateVpcEndpointService", arguments: [:], takesKeys: true),
            updates: [
                Update(
                    step: Step(
                        action: "privatelink.UpdateVpcEndpointServiceAttribute",
                        arguments: ["RegionId": "$RegionId", "ServiceId": "$ServiceId"]),
                    keys: [
                        "AutoAcceptEnabled", "ServiceDescription", "ZoneAffinityEnabled", "AddressIpVersion",
                        "ServiceSupportIPv6",
                    ])
            ],
            delete: Step(
                action: "privatelink.DeleteVpcEndpointService",
                arguments: ["RegionId": "$RegionId", "ServiceId": "$ServiceId"]),
            unseen: ["Resource", "Payer", "ResourceGroupId", "SupportedRegionList"],
            own: [
                OwnKey(
                    name: "ServiceId", kind: .string,
                    summary: "The one to use, where the load balancer has several; nothing for the only one.")
            ], tagType: "vpcendpointservice",
            joins: [
                Join(
                    key: "Resource",
                    find: Lookup(
                        step: Step(
                            action: "privatelink.ListVpcEndpointServiceResources",
                            arguments: ["RegionId": "$RegionId", "ServiceId": "$ServiceId"]), path: ["Resources"]),
                    create: Step(
                        action: "privatelink.AttachResourceToVpcEndpointService",
                        arguments: [
                            "RegionId": "$RegionId", "ServiceId": "$ServiceId", "ResourceId": "$Item.ResourceId",
                            "ResourceType": "$Item.ResourceType", "ZoneId": "$Item.ZoneId",
                        ]))
            ],
            holders: [
                Parts(
                    noun: "the connection of the endpoint",
                    find: Lookup(
                        step: Step(
                            action: "privatelink.ListVpcEndpointConnections",
                            arguments: ["RegionId": "$RegionId", "ServiceId": "$ServiceId"]), path: ["Connections"]),
                    id: "EndpointId")
            ]),
    ]
}
