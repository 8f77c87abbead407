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
            try access.require(RequiredActions.of(route), on: indices(of: call, host))
        } catch {
            if case .local(let operation) = route.operation { try refuseInvalid(operation, call, host) }
            throw error
        }
    }

    /// The indices that a request means: those that are there, and names of which none is.
    private static func indices(of call: Call, _ host: ClusterHost) -> [String]? {
        let expression = call.index ?? "*"
        return host.withState { state -> [String] in
            elements(expression).flatMap { part -> [String] in
                let part = part == "_all" ? "*" : part
                let found = state.indices.values.filter { index in
                    Wildcard.matches(part, index.name) || index.aliases[part] != nil
                }.map(\.name)
                // A pattern does not include the index that only the server may use.
                let visible = part.contains("*") ? found.filter { $0 != SecurityIndex.name } : found
                return visible.isEmpty ? [part] : visible
            }
        }
    }

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
