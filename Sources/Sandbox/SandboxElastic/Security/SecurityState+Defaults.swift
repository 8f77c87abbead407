internal import OrderedJSON

extension SecurityState {
    /// Adds what a new cluster has: the parts of the product, and its demonstration's mappings.
    mutating func addDefaults() {
        if product == .elasticsearch { return }
        for (name, actions) in SecurityState.groups {
            self[.actionGroups, name] = SecurityEntry(
                .actionGroups, JSONObject([("allowed_actions", SecurityState.list(actions))]), isReserved: true,
                isStatic: true)
        }
        for role in SecurityState.roles + (product == .openSearch ? SecurityState.replication : []) {
            var members = JSONObject([("cluster_permissions", SecurityState.list(role.cluster))])
            let permissions: [JSON] = role.indices.map { pattern, actions in
                ["index_patterns": SecurityState.list(pattern), "allowed_actions": SecurityState.list(actions)]
            }
            members.append("index_permissions", .array(permissions))
            self[.roles, role.name] = SecurityEntry(.roles, members, isReserved: true, isStatic: role.isStatic)
        }
        let mappings: [(String, String, String)] = [
            ("all_access", "backend_roles", "admin"), ("own_index", "users", "*"),
            ("readall", "backend_roles", "readall"),
            ("kibana_user", "backend_roles", "kibanauser"), ("kibana_server", "users", "kibanaserver"),
            ("logstash", "backend_roles", "logstash"), ("manage_snapshots", "backend_roles", "snapshotrestore"),
        ]
        for (name, member, value) in mappings {
            self[.mappings, name] = SecurityEntry(
                .mappings, JSONObject([(member, .array([.string(value)]))]), isReserved: name == "kibana_server")
        }
        for name in ["global_tenant", "admin_tenant"] {
            self[.tenants, name] = SecurityEntry(
                .tenants,
                JSONObject([
                    ("description", .string(name == "global_tenant" ? "Global tenant" : "Demo tenant for admin user"))
                ]),
                isReserved: name == "global_tenant", isStatic: name == "global_tenant")
        }
    }

    private struct Role {
        let name: String
        let cluster: String
        let indices: [(pattern: String, actions: String)]
        var isStatic = true
    }

    /// The texts between blanks.
    private static func list(_ words: String) -> JSON {
        .array(words.split(separator: " ").map { .string(String($0)) })
    }

    private static let roles: [Role] = [
        Role(name: "all_access", cluster: "*", indices: [("*", "*")]),
        Role(name: "own_index", cluster: "cluster_composite_ops", indices: [("${user_name}", "indices_all")]),
        Role(
            name: "kibana_user", cluster: "cluster_composite_ops",
            indices: [(".kibana .kibana-6 .kibana_*", "read delete manage index")]),
        Role(
            name: "kibana_server", cluster: "cluster_monitor cluster_composite_ops",
            indices: [(".kibana*", "indices_all")]),
        Role(name: "readall", cluster: "cluster_composite_ops_ro", indices: [("*", "read")]),
        Role(
            name: "readall_and_monitor", cluster: "cluster_monitor cluster_composite_ops_ro", indices: [("*", "read")]),
        Role(
            name: "manage_snapshots", cluster: "manage_snapshots",
            indices: [("*", "indices:data/write/index indices:admin/create")]),
        Role(
            name: "logstash", cluster: "cluster_monitor cluster_composite_ops",
            indices: [("logstash-*", "crud create_index")]),
        Role(name: "security_rest_api_access", cluster: "", indices: [], isStatic: false),
    ]

    private static let replication: [Role] = [
        Role(
            name: "cross_cluster_replication_leader_full_access", cluster: "",
            indices: [
                (
                    "*",
                    "indices:admin/plugins/replication/index/setup/validate indices:data/read/plugins/replication/changes "
                        + "indices:data/read/plugins/replication/file_chunk"
                )
            ], isStatic: false),
        Role(
            name: "cross_cluster_replication_follower_full_access",
            cluster: "cluster:admin/plugins/replication/autofollow/update",
            indices: [
                (
                    "*",
                    "indices:admin/plugins/replication/index/setup/validate indices:data/write/plugins/replication/changes "
                        + "indices:admin/plugins/replication/index/start indices:admin/plugins/replication/index/pause "
                        + "indices:admin/plugins/replication/index/resume indices:admin/plugins/replication/index/stop "
                        + "indices:admin/plugins/replication/index/update "
                        + "indices:admin/plugins/replication/index/status_check"
                )
            ], isStatic: false),
    ]

    private static let groups: [(String, String)] = [
        ("unlimited", "*"), ("indices_all", "indices:*"), ("cluster_all", "cluster:*"),
        ("cluster_monitor", "cluster:monitor/*"),
        (
            "cluster_composite_ops",
            "indices:data/write/bulk indices:admin/aliases* indices:data/write/reindex cluster_composite_ops_ro"
        ),
        (
            "cluster_composite_ops_ro",
            "indices:data/read/mget indices:data/read/msearch indices:data/read/mtv indices:data/read/scroll*"
        ),
        ("create_index", "indices:admin/create indices:admin/mapping/put"), ("crud", "read write"),
        ("data_access", "indices:data/* crud"), ("delete", "indices:data/write/delete*"),
        ("get", "indices:data/read/get* indices:data/read/mget*"),
        (
            "index",
            "indices:data/write/index* indices:data/write/update* indices:admin/mapping/put indices:data/write/bulk*"
        ),
        ("indices_monitor", "indices:monitor/*"), ("manage", "indices:monitor/* indices:admin/*"),
        ("manage_aliases", "indices:admin/aliases*"),
        ("manage_snapshots", "cluster:admin/snapshot/* cluster:admin/repository/*"),
        ("read", "indices:data/read* indices:admin/mappings/fields/get* indices:admin/resolve/index"),
        ("search", "indices:data/read/search* indices:data/read/msearch* suggest"),
        ("suggest", "indices:data/read/suggest*"), ("write", "indices:data/write* indices:admin/mapping/put"),
    ]
}
