internal import OrderedJSON

extension Alias {
    /// Reads a definition as bodies have it; members that it does not know are passed over.
    ///
    /// - Throws: The server's error for a filter that is not a query, or a routing that a document cannot have.
    init(_ name: String, _ definition: JSON, _ call: Call) throws(ElasticError) {
        self.init()
        for member in definition.object?.members ?? [] {
            let text = member.value.string ?? member.value.text()
            switch member.name {
            case "filter" where member.value.object != nil: filter = member.value
            case "routing": (indexRouting, searchRouting) = (text, text)
            case "index_routing", "indexRouting", "index-routing": indexRouting = text
            case "search_routing", "searchRouting", "search-routing": searchRouting = text
            case "is_write_index": isWriteIndex = member.value.bool
            default: break
            }
        }
        if let indexRouting, indexRouting.contains(",") {
            throw .illegalArgument("alias [\(name)] has several index routing values associated with it")
        }
        if let filter { try Alias.check(filter, of: name, call) }
    }

    /// Reads a filter as a search would, to find out whether it is one.
    private static func check(_ filter: JSON, of name: String, _ call: Call) throws(ElasticError) {
        let prefix = #"{"query":"#
        let body = Array(prefix.utf8) + filter.bytes() + Array("}".utf8)
        do {
            _ = try QueryReader(call.with(arguments: [:], query: QueryParameters([]), body: body)).query(filter)
        } catch {
            var cause = error
            cause.details = cause.details.map { name, value in
                name == "col" ? (name, JSON((value.int ?? 0) - prefix.utf8.count)) : (name, value)
            }
            throw .illegalArgument("failed to parse filter for alias [\(name)]", cause: cause)
        }
    }
}
