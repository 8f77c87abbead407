internal import OrderedJSON

/// What an index is called besides its name, and what that name stands for.
struct Alias: Sendable {
    /// A query that searches under this name are narrowed by.
    var filter: JSON?
    var indexRouting: String?
    var searchRouting: String?
    /// Whether documents that are written under this name go to this index; nil when nothing is said.
    var isWriteIndex: Bool?

    init() {}

    /// Reads a definition as bodies have it; members that it does not know are passed over.
    ///
    /// - Throws: The server's error for a filter that is no query, or a routing that a document cannot have.
    init(_ name: String, _ definition: JSON, _ call: Call) throws(ElasticError) {
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
        if indexRouting != nil || searchRouting != nil { call.unemulated.add("alias routing") }
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

    /// The alias as it is shown.
    var json: JSON {
        var object = JSONObject()
        if let filter { object.append("filter", filter) }
        if let indexRouting { object.append("index_routing", .string(indexRouting)) }
        if let searchRouting { object.append("search_routing", .string(searchRouting)) }
        if let isWriteIndex { object.append("is_write_index", .bool(isWriteIndex)) }
        return .object(object)
    }
}

extension Index {
    /// The aliases as they are shown, sorted by name.
    func aliasesJSON(where isShown: (String) -> Bool = { _ in true }) -> JSON {
        .object(
            JSONObject(
                aliases.filter { isShown($0.key) }.sorted { $0.key < $1.key }.map { ($0.key, $0.value.json) }))
    }
}
