internal import OrderedJSON

/// The rules for names of aliases: those of indices, but for their case.
enum AliasName {
    /// Checks a name.
    ///
    /// - Throws: The server's error for the first rule it breaks, or when an index has the name.
    static func check(_ name: String, _ state: ClusterState) throws(ElasticError) {
        try checkRules(name)
        if let index = state.indices[name] {
            throw ElasticError(
                "invalid_alias_name_exception",
                "Invalid alias name [\(name)], an index exists with the same name as the alias",
                details: index.errorDetails)
        }
    }

    /// Checks a name wherever it is used.
    ///
    /// - Throws: The server's error for the first rule it breaks.
    static func checkRules(_ name: String) throws(ElasticError) {
        guard let rule = IndexName.brokenRule(name) else { return }
        throw ElasticError("invalid_alias_name_exception", "Invalid alias name [\(name)]: \(rule)")
    }

    /// Checks that documents written under a name go to one index.
    static func checkWriteIndices(of name: String, in indices: some Sequence<Index>) throws(ElasticError) {
        let writers = indices.filter { $0.aliases[name]?.isWriteIndex == true }.map(\.name).sorted()
        if writers.count < 2 { return }
        throw ElasticError(
            "illegal_state_exception",
            "alias [\(name)] has more than one write index [\(writers.joined(separator: ","))]", status: 500)
    }
}
