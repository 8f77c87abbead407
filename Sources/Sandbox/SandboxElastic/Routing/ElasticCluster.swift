package import SandboxWorld
internal import Synchronization

/// The emulator of one Elasticsearch cluster of one node: reads requests, finds who answers them, writes the answers.
package final class ElasticCluster: HostedCluster {
    let host: ClusterHost
    private let tables: RouteTables

    /// The version it emulates.
    package var profile: Profile { host.profile }

    /// Makes an empty cluster.
    package init(_ system: SandboxSystem, profile: Profile, world: SandboxWorld) {
        let known = world.settings.contains(ElasticFamily.anyRepository) ? profile.keepingAnyRepository : profile
        host = ClusterHost(system, profile: system.access == nil ? known : known.secured, world: world)
        tables = RouteTables.of(host.profile)
    }

    /// Takes over what leaders have for its followers.
    package func catchUp(to now: SandboxInstant) -> Bool { host.catchUp(to: now) }

    /// Answers a request as a server of the profile's version does.
    package func respond(to request: SandboxRequest) -> SandboxResponse {
        let access = access(of: request)
        if let security = access.security, access.principal == nil, !SecurityOperations.isPublic(request) {
            return AccessGuard.unauthorized(request, security.product)
        }
        do {
            let media = try MediaTypes(request, host.profile)
            let profile = media.isCompatible ? host.profile.compatible : host.profile
            let tables = media.isCompatible ? RouteTables.of(profile) : tables
            return media.marked(respond(to: request, profile, tables, access), host.profile)
        } catch let error as RoutingError {
            return MediaTypes.plain.marked(error.response, host.profile)
        } catch {
            return SandboxResponse(status: 500)
        }
    }

    /// What the cluster knows of rights, and who asks.
    private func access(of request: SandboxRequest) -> (security: SecurityState?, principal: Principal?) {
        guard host.profile.isSecured else { return (nil, nil) }
        let security = host.withState { $0.security }
        return (security, security?.principal(request.header("authorization"), at: host.world.clock.now))
    }

    private func respond(
        to request: SandboxRequest, _ profile: Profile, _ tables: RouteTables,
        _ access: (security: SecurityState?, principal: Principal?)
    ) -> SandboxResponse {
        let notes = Warnings()
        let hints = Warnings()
        let warnings = Warnings()
        let accept = request.header("accept").map { header in
            profile.has(.readsVendorTypes) ? header.replacing("/vnd.elasticsearch+", with: "/") : header
        }
        let query = QueryParameters(
            request.query, accept: accept, contentType: request.header("content-type"))
        let path = String(request.path)
        let writer = AnswerWriter(query: query, profile: profile, path: path)
        let method = HTTPMethod(rawValue: request.method)
        let decision = tables.router.decide(method, path)
        let isUnknown = tables.endpoints.lacks(request.method, path)
        if isUnknown {
            notes.add("\(request.method) \(path)")
            if let hint = ProfileHint.ofSecurity(path, profile) { hints.add(hint) }
        }
        var response: SandboxResponse
        do {
            try RoutingError.checkEscapes(path, decision, tables.router, profile)
            let route = try RoutingError.route(decision, request, profile)
            let call = Call(
                method: route.method, path: path, arguments: route.arguments(in: path, query), query: query,
                body: try route.body(of: request, query), now: host.world.clock.now, profile: profile,
                asked: request.asked ?? host.world.clock.now, system: host.system,
                httpAddress: request.header("host") ?? "127.0.0.1:\(host.system.transport.port - 100)",
                makeIdentifier: { [host] in host.world.makeIdentifier(count: $0) }, warnings: warnings,
                unemulated: notes, hints: hints,
                access: access.security.map {
                    CallAccess(principal: access.principal ?? Principal(name: ""), security: $0)
                }, unreadable: route.unreadable)
            for (name, _) in query.all where QueryParameters.unemulated.contains(name) {
                notes.add("parameter \(name)")
            }
            if route.writesDocument, call.body.isEmpty, call.arguments["type"] != nil {
                call.warnOfTypes(DocumentWriting.typesInIndexRequests)
            }
            try query.checkEscapes()
            for name in ["pretty", "human"] { _ = try query.bool(name) }
            try route.prepare?(call)
            try route.check(query, path: path, body: call.body)
            try RemoteNames.check(route, call)
            if access.principal != nil { try AccessGuard.check(route, call, host) }
            try refuseBlocked(route, call)
            let answer = try perform(route.operation, call)
            response = writer.write(answer, warnings: isUnknown ? [] : warnings.all)
            response.onlyRead = answer.didNothing
        } catch let error as RoutingError {
            response = error.response
        } catch let problem as ElasticError {
            if let hint = ProfileHint.of(problem, profile) { hints.add(hint) }
            let error = problem.worded(namingIndex: profile.has(.namesMissingIndex))
            let withTraces = ["", "true"].contains(query["error_trace"])
            var answer = Answer(status: error.status, error.body(withTraces: withTraces))
            answer.isFiltered = false
            // Of a request that was taken for another one, nothing can be deprecated.
            response = writer.write(answer, warnings: isUnknown ? [] : warnings.all)
        } catch {
            response = SandboxResponse(status: 500)
        }
        response.isEmulated = notes.all.isEmpty
        response.missing = notes.all
        response.hints = hints.all
        return response
    }

    /// - Throws: The server's error when the whole cluster is blocked for a request.
    private func refuseBlocked(_ route: Route, _ call: Call) throws(ElasticError) {
        if route.method == .get || route.method == .head { return }
        let result = host.withState { state in
            Result { () throws(ElasticError) in try ClusterBlock.check(route, call, state) }
        }
        try result.get()
    }

    private func perform(_ operation: Operation, _ call: Call) throws(ElasticError) -> Answer {
        switch operation {
        case .federated(let operation): return try operation(call, host)
        case .local(let operation):
            let result = host.withState { state -> Result<Answer, ElasticError> in
                if call.method != .get, call.method != .head { state.version += 1 }
                return Result { () throws(ElasticError) in try operation(call, &state) }
            }
            return try result.get()
        }
    }
}
