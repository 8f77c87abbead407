internal import OrderedJSON
internal import SandboxWorld

/// Lets in who may do what a request asks for.
enum AccessGuard {
    /// The response to a request with missing or wrong credentials.
    static func unauthorized(
        _ request: SandboxRequest, _ product: SecurityProduct
    ) -> SandboxResponse {
        let challenge = SandboxHeader("WWW-Authenticate", product.challenge)
        guard product == .elasticsearch else {
            return SandboxResponse(
                status: 401, headers: [challenge, SandboxHeader("content-type", "text/plain; charset=UTF-8")],
                body: Array("Unauthorized".utf8))
        }
        let user = request.header("authorization").flatMap { BasicCredentials($0)?.user }
        let path = request.path
        let reason =
            user.map { "unable to authenticate user [\($0)] for REST request [\(path)]" }
            ?? "missing authentication credentials for REST request [\(path)]"
        let error = ElasticError(
            "security_exception", reason, status: 401,
            details: [("header", ["WWW-Authenticate": .string(product.challenge)])])
        var response = SandboxResponse(status: 401, json: error.body)
        response.headers.insert(challenge, at: 0)
        return response
    }

    /// Checks that a user may do what a request asks for.
    ///
    /// A request that is not valid is refused for that first, as the server does, which reads it before it asks who may.
    /// - Throws: The server's error.
    static func check(_ route: Route, _ call: Call, _ host: ClusterHost) throws(ElasticError) {
        guard let access = call.access else { return }
        do throws(ElasticError) {
            if access.security.product != .elasticsearch, changesSecurityIndex(route, call) {
                throw .forbidden([], to: access.principal)
            }
            let actions = RequiredActions.of(route)
            guard let expression = expression(of: call, actions, host) else { return }
            try access.require(actions, on: host.indices(meantBy: expression))
        } catch {
            if case .local(let operation) = route.operation { try refuseInvalid(operation, call, host) }
            throw error
        }
    }

    /// The indices of a request that this cluster decides about; nil where other clusters decide about all of them.
    private static func expression(of call: Call, _ actions: [String], _ host: ClusterHost) -> String? {
        let isFederated = actions.count == 1 && AccessGuard.federated.contains(actions[0])
        guard isFederated, let index = call.index ?? call.arguments["name"] else { return call.index ?? "*" }
        return FederatedSearch.targets(index, host.withState { $0.remotes }).0
    }

    /// The actions whose indices may be those of another cluster.
    private static let federated: Set<String> = [
        "indices:data/read/search", "indices:data/read/field_caps", "indices:admin/resolve/index",
    ]

    /// Whether a request would change the index that the rights are kept in.
    private static func changesSecurityIndex(_ route: Route, _ call: Call) -> Bool {
        let actions = RequiredActions.of(route)
        if actions == ["cluster:admin/snapshot/restore"] {
            let wanted = ((try? call.json())?["indices"]).map { value in
                value.array?.compactMap(\.string) ?? elements(value.string ?? "*")
            }
            return (wanted ?? ["*"]).contains { Wildcard.matches($0, SecurityIndex.name) }
        }
        guard let index = call.arguments["index"] else { return false }
        let changes = [
            "indices:data/write", "indices:admin/delete", "indices:admin/mapping/put", "indices:admin/close",
            "indices:admin/settings/update", "indices:admin/aliases",
        ]
        let isChange = actions.contains { action in
            changes.contains { action.hasPrefix($0) } && action != "indices:admin/aliases/get"
        }
        return isChange
            && elements(index).contains { Wildcard.matches($0 == "_all" ? "*" : $0, SecurityIndex.name) }
    }

    private static func refuseInvalid(
        _ operation: LocalOperation, _ call: Call, _ host: ClusterHost
    ) throws(ElasticError) {
        let result = host.withState { state -> Result<Answer, ElasticError> in
            var copy = state
            return Result { () throws(ElasticError) in try operation(call, &copy) }
        }
        let invalid: Set<String> = [
            "action_request_validation_exception", "parse_exception", "x_content_parse_exception",
            "json_parse_exception",
        ]
        if case .failure(let error) = result, invalid.contains(error.type) { throw error }
    }
}
