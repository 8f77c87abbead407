internal import OrderedJSON

extension IndexTable {
    /// The indices that an expression means, sorted by name.
    ///
    /// - Parameter expression: Names, aliases and patterns with commas; nil, empty or `_all` mean all.
    /// - Throws: The server's error for a name or a pattern that means nothing.
    func resolve(_ expression: String?, _ options: ExpansionOptions) throws(ElasticError) -> [Index] {
        let parts = elements(expression ?? "")
        // Commas alone name nothing, which is everything.
        // An empty name between others is the name of no index.
        if !parts.isEmpty, !options.ignoreUnavailable, let text = expression, text.contains(",,") || text.hasPrefix(",")
        {
            throw .indexNotFound("", resource: options.resource)
        }
        if parts.isEmpty || parts == ["_all"] || parts == ["*"] {
            let all = matching("*", options)
            if all.isEmpty, !options.allowNone { throw .indexNotFound("_all", resource: options.resource) }
            return sorted(all)
        }
        var names: Set<String> = []
        var sawPattern = false
        for part in parts {
            if part.hasPrefix("-"), sawPattern {
                let excluded = String(part.dropFirst())
                if !excluded.contains("*"), !options.ignoreUnavailable {
                    _ = try named(excluded, options.allowingClosed)
                }
                names = names.filter { !Wildcard.matches(excluded, $0) && !isAlias(excluded, of: $0) }
            } else if part.contains("*") {
                sawPattern = true
                let found = matching(part, options)
                if found.isEmpty, !options.allowNone { throw .indexNotFound(part, resource: options.resource) }
                names.formUnion(found)
            } else {
                names.formUnion(try named(part, options))
            }
        }
        return sorted(names)
    }

    /// The one index that a request for a document means, without its documents.
    ///
    /// - Parameter writes: Whether the document is written, which an alias may send to one of its indices.
    func resolveOne(_ name: String, writes: Bool = false) throws(ElasticError) -> Index {
        var options = ExpansionOptions(forbidsClosed: true)
        options.resource = "index_expression"
        if writes, let writer = try writeIndex(of: name) { return writer.withoutDocuments }
        let found = try named(name, options)
        guard found.count == 1, let index = found.first.flatMap({ self[$0] }) else {
            let list = found.sorted().joined(separator: ", ")
            throw .illegalArgument(
                "Alias [\(name)] has more than one indices associated with it [[\(list)]], can't execute a single "
                    + "index op")
        }
        return index.withoutDocuments
    }

    /// The index that documents written under an alias go to; nil when the name is not one.
    private func writeIndex(of alias: String) throws(ElasticError) -> Index? {
        if self[alias] != nil { return nil }
        let named = values.filter { $0.aliases[alias] != nil }
        if named.isEmpty { return nil }
        let only = named.count == 1 ? named.first { $0.aliases[alias]?.isWriteIndex != false } : nil
        guard let writer = named.first(where: { $0.aliases[alias]?.isWriteIndex == true }) ?? only else {
            throw .illegalArgument(
                "no write index is defined for alias [\(alias)]. The write index may be explicitly disabled using "
                    + "is_write_index=false or the alias points to multiple indices without one being designated as a "
                    + "write index")
        }
        if !writer.isOpen { throw .indexClosed(writer) }
        return writer
    }

    /// The filters that narrow an index under the names it was asked for by; nil when one of them has none.
    func filters(of index: Index, in expression: String?) -> [JSON]? {
        var filters: [JSON] = []
        for part in elements(expression ?? "_all") where !part.hasPrefix("-") {
            if part == "_all" || Wildcard.matches(part, index.name) { return nil }
            for (alias, definition) in index.aliases where Wildcard.matches(part, alias) {
                guard let filter = definition.filter else { return nil }
                filters.append(filter)
            }
        }
        return filters.isEmpty ? nil : filters
    }

    private func sorted(_ names: Set<String>) -> [Index] { names.sorted().compactMap { self[$0] } }

    private func isAlias(_ alias: String, of name: String) -> Bool { self[name]?.aliases[alias] != nil }

    private func matching(_ pattern: String, _ options: ExpansionOptions) -> Set<String> {
        Set(
            values.filter { index in
                (index.isOpen ? options.open : options.closed)
                    && (Wildcard.matches(pattern, index.name)
                        || index.aliases.keys.contains { Wildcard.matches(pattern, $0) })
            }.map(\.name))
    }

    private func named(_ name: String, _ options: ExpansionOptions) throws(ElasticError) -> Set<String> {
        let found = self[name].map { [$0.withoutDocuments] } ?? values.filter { $0.aliases[name] != nil }
        if found.isEmpty {
            if options.ignoreUnavailable { return [] }
            if name.hasPrefix("_"), options.resource == "index_or_alias" {
                throw IndexName.invalid(name, "must not start with '_'.")
            }
            throw .indexNotFound(name, resource: options.resource)
        }
        if options.forbidsClosed, let closed = found.first(where: { !$0.isOpen }) {
            if options.ignoreUnavailable { return Set(found.filter(\.isOpen).map(\.name)) }
            throw .indexClosed(closed)
        }
        return Set(found.map(\.name))
    }
}
