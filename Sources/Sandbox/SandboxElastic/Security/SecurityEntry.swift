internal import OrderedJSON

/// A user, a role, a mapping, a group of actions or a tenant.
struct SecurityEntry: Sendable {
    let kind: SecurityKind
    /// What was said of it.
    var members: JSONObject
    /// Whether the API must not change it.
    var isReserved = false
    /// Whether it is a part of the product.
    var isStatic = false
    /// The password of a user; never shown.
    var password: String?

    init(_ kind: SecurityKind, _ members: JSONObject, isReserved: Bool = false, isStatic: Bool = false) {
        self.kind = kind
        self.members = members
        self.isReserved = isReserved
        self.isStatic = isStatic
    }

    /// The texts of a list.
    func list(_ name: String) -> [String] { members[name]?.array?.compactMap(\.string) ?? [] }

    /// As the API shows it.
    var json: JSON {
        var object = JSONObject()
        if kind == .users { object.append("hash", "") }
        object.append("reserved", .bool(isReserved))
        object.append("hidden", false)
        for (name, initial) in kind.members where name != "hash" {
            guard let value = members[name] ?? initial else { continue }
            object.append(name, name == "index_permissions" ? SecurityEntry.permissions(value) : value)
        }
        if kind != .mappings { object.append("static", .bool(isStatic)) }
        return .object(object)
    }

    /// Permissions with what they have where nothing is said.
    private static func permissions(_ value: JSON) -> JSON {
        .array(
            (value.array ?? []).map { permission in
                let names = ["index_patterns", "dls", "fls", "masked_fields", "allowed_actions"]
                return .object(
                    JSONObject(
                        names.compactMap { name -> (String, JSON)? in
                            let initial: JSON? = name == "dls" ? nil : []
                            return (permission[name] ?? initial).map { (name, $0) }
                        }))
            })
    }
}
