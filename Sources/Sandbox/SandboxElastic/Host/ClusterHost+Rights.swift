extension ClusterHost {
    /// Checks that a user whom another cluster knows may do some actions here.
    ///
    /// - Throws: The server's error, which names those that the user may not do.
    func require(_ actions: [String], on expression: String, of principal: Principal?) throws(ElasticError) {
        guard let principal, let security = withState({ $0.security }) else { return }
        let missing = security.missing(actions, of: principal, on: indices(meantBy: expression))
        if !missing.isEmpty { throw .forbidden(missing, to: principal) }
    }

    /// The indices that an expression means: those that are there, and names of which none is.
    func indices(meantBy expression: String) -> [String] {
        withState { state -> [String] in
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
}
