internal import OrderedJSON

/// A kind of thing that the security API keeps, by its name in paths.
enum SecurityKind: String, Sendable, CaseIterable {
    case users = "internalusers"
    case roles = "roles"
    case mappings = "rolesmapping"
    case actionGroups = "actiongroups"
    case tenants = "tenants"

    /// What each has beside `reserved`, `hidden` and `static`, with what it is where nothing is said; nil for nothing.
    var members: [(name: String, initial: JSON?)] {
        switch self {
        case .users:
            [
                ("hash", ""), ("backend_roles", []), ("attributes", [:]), ("description", nil),
                ("opendistro_security_roles", []),
            ]
        case .roles:
            [("description", nil), ("cluster_permissions", []), ("index_permissions", []), ("tenant_permissions", [])]
        case .mappings:
            [("hosts", []), ("users", []), ("backend_roles", []), ("and_backend_roles", []), ("description", nil)]
        case .actionGroups: [("allowed_actions", []), ("description", nil), ("type", nil)]
        case .tenants: [("description", nil)]
        }
    }

    /// What a request may say.
    var keys: Set<String> {
        let all = Set(members.map(\.name))
        return self == .users ? all.union(["password"]) : all
    }

    /// What a request must say.
    var required: Set<String> { self == .actionGroups ? ["allowed_actions"] : [] }

    /// What must be lists.
    var lists: Set<String> {
        [
            "backend_roles", "opendistro_security_roles", "cluster_permissions", "index_permissions",
            "tenant_permissions", "hosts", "users", "and_backend_roles", "allowed_actions",
        ]
    }
}
