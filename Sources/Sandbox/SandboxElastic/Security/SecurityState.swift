internal import OrderedJSON
internal import SandboxWorld

/// Who may do what in a cluster: users, roles and what joins them.
struct SecurityState: Sendable {
    let product: SecurityProduct
    private(set) var tables: [SecurityKind: [String: SecurityEntry]] = [:]
    /// API keys by their identifiers.
    var keys: [String: ApiKey] = [:]

    /// A new cluster's, in which one more user may do everything.
    init(_ product: SecurityProduct, access: SandboxAccess) {
        self.product = product
        for kind in SecurityKind.allCases { tables[kind] = [:] }
        addDefaults()
        for (name, password) in [product.administrator, (access.user, access.password)] {
            var user = SecurityEntry(.users, JSONObject([("backend_roles", ["admin"])]), isReserved: true)
            if name == "admin" { user.members.append("description", "Demo admin user") }
            user.password = password
            self[.users, name] = user
        }
    }

    /// A thing by its name.
    subscript(kind: SecurityKind, name: String) -> SecurityEntry? {
        get { tables[kind]?[name] }
        set { tables[kind]?[name] = newValue }
    }

    /// All of a kind, by name.
    func all(_ kind: SecurityKind) -> [(name: String, entry: SecurityEntry)] {
        (tables[kind] ?? [:]).sorted { $0.key < $1.key }.map { (name: $0.key, entry: $0.value) }
    }

    /// Who an `Authorization` header says is asking; nil when the credentials are missing or wrong.
    func principal(_ header: String?, at now: SandboxInstant) -> Principal? {
        guard let header else { return nil }
        if let (id, secret) = BasicCredentials.decoded(header, scheme: "apikey") {
            guard let key = keys[id], key.secret == secret, key.isValid(at: now) else { return nil }
            return Principal(name: key.owner, apiKey: id)
        }
        return BasicCredentials(header).flatMap { principal(named: $0.user, password: $0.password) }
    }

    /// The user of a name; nil with another password.
    func principal(named name: String, password: String) -> Principal? {
        guard let user = self[.users, name], let own = user.password, own == password else { return nil }
        return Principal(name: name, backendRoles: user.list("backend_roles"))
    }

    /// The roles of a user: those that are mapped to the name or to a role of the directory, and the user's own.
    func roles(of principal: Principal) -> [String] {
        let own = Set(self[.users, principal.name]?.list("opendistro_security_roles") ?? [])
        return all(.roles).map(\.name).filter { role in
            if own.contains(role) { return true }
            guard let mapping = self[.mappings, role] else { return false }
            let every = mapping.list("and_backend_roles")
            return mapping.list("users").contains { Wildcard.matches($0, principal.name) }
                || mapping.list("backend_roles").contains { wanted in
                    principal.backendRoles.contains { Wildcard.matches(wanted, $0) }
                } || !every.isEmpty && every.allSatisfy(principal.backendRoles.contains)
        }
    }

    /// Those of some actions that a user may not do.
    ///
    /// - Parameters:
    ///   - indices: The indices that they are done to; nil for none.
    ///   - only: The one role that counts; nil for all of the user's.
    func missing(
        _ actions: [String], of principal: Principal, on indices: [String]?, only: String? = nil
    ) -> [String] {
        if product == .elasticsearch { return [] }
        let roles = roles(of: principal).filter { only == nil || $0 == only }.compactMap { self[.roles, $0] }
        return actions.filter { action in
            if SecurityState.isOfCluster(action) {
                return !roles.contains { allows($0.list("cluster_permissions"), action) }
            }
            return !(indices ?? ["*"]).allSatisfy { index in
                roles.contains { allows($0, action, on: index, principal) }
            }
        }
    }

    private func allows(_ role: SecurityEntry, _ action: String, on index: String, _ principal: Principal) -> Bool {
        (role.members["index_permissions"]?.array ?? []).contains { permission in
            let patterns = (permission["index_patterns"]?.array ?? []).compactMap(\.string)
            let actions = (permission["allowed_actions"]?.array ?? []).compactMap(\.string)
            return patterns.contains {
                Wildcard.matches($0.replacing("${user_name}", with: principal.name), index)
            } && allows(actions, action)
        }
    }

    private func allows(_ permissions: [String], _ action: String) -> Bool {
        resolved(permissions).contains { Wildcard.matches($0, action) }
    }

    /// Patterns of actions, with those of groups in the place of the groups' names.
    private func resolved(_ permissions: [String]) -> Set<String> {
        var found: Set<String> = []
        var seen: Set<String> = []
        var rest = permissions
        while let next = rest.popLast() {
            guard seen.insert(next).inserted else { continue }
            if let group = self[.actionGroups, next] {
                rest += group.list("allowed_actions")
            } else {
                found.insert(next)
            }
        }
        return found
    }

    /// Whether an action is allowed for the cluster, and not for each index.
    static func isOfCluster(_ action: String) -> Bool {
        if action.hasPrefix("cluster:") { return true }
        return [
            "indices:data/write/bulk", "indices:data/read/mget", "indices:data/read/msearch", "indices:data/read/mtv",
            "indices:data/write/reindex", "indices:data/read/scroll", "indices:data/read/scroll/clear",
        ].contains(action) || action.hasPrefix("indices:admin/template/")
            || action.hasPrefix("indices:admin/index_template/")
    }
}
