extension Index {
    /// The shards that a search asks; nil for all.
    ///
    /// - Parameters:
    ///   - routing: What the request says, empty for nothing.
    ///   - expression: The names the index was asked for by, which may be aliases with a routing of their own.
    func shards(for routing: [String], askedBy expression: String?) -> Set<Int>? {
        var wanted = routing
        if wanted.isEmpty {
            for name in elements(expression ?? "") {
                guard let alias = aliases[name], let own = alias.searchRouting, name != self.name else { return nil }
                wanted += elements(own)
            }
        }
        return wanted.isEmpty ? nil : Set(wanted.map(shardNumber))
    }
}
