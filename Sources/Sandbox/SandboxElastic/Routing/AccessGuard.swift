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
        guard let access = call.access, access.security.product != .elasticsearch else { return }
        let wanted = RequestedRights(route, call)
        do throws(ElasticError) {
            if wanted.changesSecurityIndex(call) { throw .forbidden([], to: access.principal) }
            guard let expression = wanted.decided(call, host) else { return }
            try access.require(wanted.actions, on: host.indices(meantBy: expression))
            if let made = wanted.madeIndex(host) { try access.require(["indices:admin/create"], on: [made]) }
        } catch {
            if case .local(let operation) = route.operation { try refuseInvalid(operation, call, host) }
            throw error
        }
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
