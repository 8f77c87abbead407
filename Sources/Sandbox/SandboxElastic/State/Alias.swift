internal import OrderedJSON

/// What an index is called besides its name, and what that name stands for.
struct Alias: Sendable, Equatable {
    /// A query that searches under this name are narrowed by.
    var filter: JSON?
    var indexRouting: String?
    var searchRouting: String?
    /// Whether documents that are written under this name go to this index; nil when nothing is said.
    var isWriteIndex: Bool?

    init() {}

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
