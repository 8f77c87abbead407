import AlicloudContract
import OrderedJSON

extension ResourceKind {
    private static let instance = Owner(
        step: Step(action: "elasticsearch.DescribeInstance", arguments: ["InstanceId": "$InstanceId"]),
        path: ["Result"], field: "status", wanted: "active")

    /// What Elasticsearch instances can have.
    static let instances = [
        ResourceKind(
            name: "elasticsearch.WhiteIps", summary: "Addresses in a group of an instance's whitelist.",
            find: Lookup(
                step: Step(action: "elasticsearch.DescribeInstance", arguments: ["InstanceId": "$InstanceId"]),
                path: ["Result", "networkConfig", "whiteIpGroupList"]),
            identity: ["groupName", "whiteIpType"],
            create: Step(
                action: "elasticsearch.ModifyWhiteIps",
                arguments: [
                    "InstanceId": "$InstanceId", "modifyMode": "Cover",
                    "whiteIpGroup": ["groupName": "$groupName", "ips": "$ips", "whiteIpType": "$whiteIpType"],
                ]),
            updates: [
                Update(
                    step: Step(
                        action: "elasticsearch.ModifyWhiteIps",
                        arguments: [
                            "InstanceId": "$InstanceId", "modifyMode": "Append",
                            "whiteIpGroup": ["groupName": "$groupName", "ips": "$ips", "whiteIpType": "$whiteIpType"],
                        ]), keys: ["ips"])
            ],
            delete: Step(
                action: "elasticsearch.ModifyWhiteIps",
                arguments: [
                    "InstanceId": "$InstanceId", "modifyMode": "Delete",
                    "whiteIpGroup": ["groupName": "$groupName", "ips": "$ips", "whiteIpType": "$whiteIpType"],
                ]),
            emptied: Step(
                action: "elasticsearch.ModifyWhiteIps",
                arguments: [
                    "InstanceId": "$InstanceId", "modifyMode": "Cover",
                    "whiteIpGroup": ["groupName": "$groupName", "ips": [], "whiteIpType": "$whiteIpType"],
                ]),
            owner: instance,
            own: [
                OwnKey(name: "groupName", kind: .string, isRequired: true, summary: "The name of the group."),
                OwnKey(
                    name: "whiteIpType", kind: .string, isRequired: true,
                    values: ["PRIVATE_ES", "PUBLIC_ES", "PRIVATE_KIBANA", "PUBLIC_KIBANA"],
                    summary: "PRIVATE_ES, PUBLIC_ES, PRIVATE_KIBANA or PUBLIC_KIBANA."),
                OwnKey(
                    name: "ips", kind: .list(.string), isRequired: true,
                    summary: "Addresses and ranges that the group must contain; others are not changed."),
            ], subsets: ["ips"]),
        ResourceKind(
            name: "elasticsearch.VpcEndpoint", summary: "A private connection of an instance to an endpoint service.",
            find: Lookup(
                step: Step(action: "elasticsearch.ListVpcEndpoints", arguments: ["InstanceId": "$InstanceId"]),
                path: ["Result"]),
            identity: ["serviceId"], needs: ["serviceId", "zoneId"],
            create: Step(action: "elasticsearch.CreateVpcEndpoint", arguments: [:], takesKeys: true),
            delete: Step(
                action: "elasticsearch.DeleteVpcEndpoint",
                arguments: ["InstanceId": "$InstanceId", "EndpointId": "$endpointId"]),
            settled: ["connectionStatus": "Connected"], unseen: ["zoneId"]),
        ResourceKind(
            name: "elasticsearch.ConnectedCluster", summary: "The connection of two instances of one VPC.",
            find: Lookup(
                step: Step(action: "elasticsearch.ListConnectedClusters", arguments: ["InstanceId": "$InstanceId"]),
                path: ["Result", "Result"]),
            identity: ["ConnectedInstanceId"],
            create: Step(
                action: "elasticsearch.AddConnectableCluster",
                arguments: ["InstanceId": "$InstanceId", "body": ["instanceId": "$ConnectedInstanceId"]]),
            delete: Step(
                action: "elasticsearch.DeleteConnectedCluster",
                arguments: ["InstanceId": "$InstanceId", "connectedInstanceId": "$ConnectedInstanceId"]),
            owner: instance, aliases: ["ConnectedInstanceId": "instances"],
            own: [
                OwnKey(
                    name: "ConnectedInstanceId", kind: .string, isRequired: true,
                    summary: "The instance at the other end.")
            ]),
        ResourceKind(
            name: "elasticsearch.SnapshotRepo", summary: "The snapshots of one instance, shared with another.",
            find: Lookup(
                step: Step(
                    action: "elasticsearch.ListSnapshotReposByInstanceId", arguments: ["InstanceId": "$InstanceId"]),
                path: ["Result"]),
            identity: ["RepoPath"],
            create: Step(
                action: "elasticsearch.AddSnapshotRepo",
                arguments: ["InstanceId": "$InstanceId", "body": ["repoPath": "$RepoPath"]]),
            delete: Step(
                action: "elasticsearch.DeleteSnapshotRepo",
                arguments: ["InstanceId": "$InstanceId", "repoPath": "$RepoPath"]),
            aliases: ["RepoPath": "repoPath"],
            own: [
                OwnKey(
                    name: "RepoPath", kind: .string, isRequired: true,
                    summary: "The instance whose snapshots are shared.")
            ]),
    ]
}
