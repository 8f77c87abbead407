/// Who asks, and what the cluster knew of rights when the request came.
struct CallAccess: Sendable {
    let principal: Principal
    let security: SecurityState

    /// Checks that the user may do all of some actions.
    ///
    /// - Throws: The server's error, which names those that the user may not do.
    func require(_ actions: [String], on indices: [String]?) throws(ElasticError) {
        let missing = security.missing(actions, of: principal, on: indices)
        if !missing.isEmpty { throw .forbidden(missing, to: principal) }
    }

    /// Checks that the user may do all of the actions that one request of the server's own needs.
    ///
    /// - Throws: The server's error. Open Distro's names all actions, in the order of a set of Java; OpenSearch's those
    ///   that the user may not do.
    func requireTogether(_ actions: [String], on indices: [String]) throws(ElasticError) {
        let missing = security.missing(actions, of: principal, on: indices)
        if missing.isEmpty { return }
        let named = security.product == .openDistro ? JavaHashOrder.sorted(actions) : missing
        throw .forbidden(named, to: principal)
    }
}

extension ElasticError {
    /// What a security plugin says to a user who may not do some actions.
    static func forbidden(_ actions: [String], to principal: Principal) -> ElasticError {
        .security("no permissions for [\(actions.joined(separator: ", "))] and \(principal.text)")
    }

    /// What a security plugin refuses.
    static func security(_ reason: String) -> ElasticError {
        ElasticError("security_exception", reason, status: 403)
    }
}
