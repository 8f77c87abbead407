extension RouteTable {
    /// The endpoints of a profile's security.
    ///
    /// API keys are made by clusters that ask for no user too: what a procedure does with one can be tried there.
    static func security(of profile: Profile) -> [Route] {
        let product = profile.securityProduct
        if product == .elasticsearch {
            guard profile.replicates || profile.isSecured else { return [] }
            return keys
        }
        return profile.isSecured ? product.paths.flatMap { plugin(at: $0, product) } : []
    }

    private static let keys: [Route] = [
        Route(.post, "/_security/api_key", ["refresh"], ApiKeyOperations.make).since("7.0"),
        Route(.put, "/_security/api_key", ["refresh"], ApiKeyOperations.make).since("7.0"),
        Route(
            .get, "/_security/api_key", ["id", "name", "owner", "realm_name", "username"], ApiKeyOperations.get
        ).since("7.0"),
        Route(.delete, "/_security/api_key", [], ApiKeyOperations.invalidate).since("7.0"),
        Route(.get, "/_security/_authenticate", [], ApiKeyOperations.authenticate).since("7.0"),
    ]

    private static func plugin(at path: String, _ product: SecurityProduct) -> [Route] {
        let kinds = SecurityKind.allCases.flatMap { kind -> [Route] in
            let all = "\(path)/api/\(kind.rawValue)"
            let one = "\(all)/{name}"
            func operation(_ body: @escaping SecurityOperations.KindOperation) -> LocalOperation {
                { (call: Call, state: inout ClusterState) throws(ElasticError) -> Answer in
                    try body(kind, call, &state)
                }
            }
            return [
                Route(.get, all, [], operation(SecurityOperations.getAll)),
                Route(.patch, all, [], operation(SecurityOperations.patchAll)),
                Route(.get, one, [], operation(SecurityOperations.get)),
                Route(.put, one, [], operation(SecurityOperations.put)),
                Route(.delete, one, [], operation(SecurityOperations.delete)),
                Route(.patch, one, [], operation(SecurityOperations.patch)),
            ]
        }
        return kinds + [
            Route(.get, "\(path)/api/account", [], SecurityOperations.account),
            Route(.put, "\(path)/api/account", [], SecurityOperations.changePassword),
            Route(.delete, "\(path)/api/cache", [], SecurityOperations.flush),
            Route(.get, "\(path)/authinfo", ["verbose", "auth_type"], SecurityOperations.authenticated),
            Route(.get, "\(path)/health", ["mode"], SecurityOperations.health),
        ]
    }
}
