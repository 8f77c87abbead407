internal import OrderedJSON

/// What may be wrong with a body of the security API.
enum SecurityBody {
    /// What the API answers to a body; nil when it takes it.
    static func problem(
        _ body: JSONObject, _ kind: SecurityKind, _ name: String, isNew: Bool, _ product: SecurityProduct
    ) -> JSON? {
        let unknown = body.names.filter { !kind.keys.contains($0) }
        let missing = kind.required.filter { body[$0] == nil }.sorted()
        if !unknown.isEmpty || !missing.isEmpty {
            var problem = JSONObject([("status", "error"), ("reason", "Invalid configuration")])
            if !unknown.isEmpty {
                problem.append("invalid_keys", ["keys": .string(unknown.joined(separator: ","))])
            }
            if !missing.isEmpty {
                problem.append("missing_mandatory_keys", ["keys": .string(missing.joined(separator: ","))])
            }
            return .object(problem)
        }
        let wrong = body.members.filter { kind.lists.contains($0.name) && $0.value.array == nil }.map(\.name)
        if let first = wrong.first {
            return .object(
                JSONObject([("status", "error"), ("reason", "Wrong datatype"), (first, "Array expected")]))
        }
        guard kind == .users else { return nil }
        if let password = body["password"]?.string { return passwordProblem(password, of: name, product) }
        if isNew, body["hash"]?.string == nil {
            return [
                "status": "error",
                "reason": "Please specify either 'hash' or 'password' when creating a new internal user.",
            ]
        }
        return nil
    }

    /// What is wrong with a password, which only OpenSearch asks; nil for a good one.
    ///
    /// The real one guesses how long it takes to guess it; here is what weak ones have in common.
    static func passwordProblem(_ password: String, of name: String, _ product: SecurityProduct) -> JSON? {
        guard product == .openSearch else { return nil }
        if password.utf8.count < 8 { return ["status": "error", "reason": "Password is too short"] }
        if password.lowercased().contains(name.lowercased()) {
            return ["status": "error", "reason": "Password is similar to user name"]
        }
        let kinds = [0x30...0x39, 0x41...0x5A, 0x61...0x7A].count { range in
            password.utf8.contains { range.contains(Int($0)) }
        }
        let others = password.utf8.contains { !(0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0) }
        let isWeak = kinds + (others ? 1 : 0) < 2 && password.utf8.count < 14 || Set(password.utf8).count < 5
        return isWeak ? ["status": "error", "reason": "Weak password"] : nil
    }
}
