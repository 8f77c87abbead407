internal import OrderedJSON

/// One key of a sort.
struct SortKey: Sendable, Hashable {
    /// A field, `_score` or `_doc`.
    var field: String
    var isDescending: Bool
    /// Documents without the field stand first.
    var missingFirst = false
    /// The type of the field where no mapping has it.
    var unmappedType: String?

    init(_ field: String, isDescending: Bool? = nil) {
        self.field = field
        self.isDescending = isDescending ?? (field == "_score")
    }

    /// Reads the value of the parameter `sort`: `field` or `field:desc` with commas.
    static func keys(_ text: String) -> [SortKey] {
        elements(text).compactMap { element -> SortKey? in
            let parts = element.split(separator: ":", maxSplits: 1)
            guard let field = parts.first else { return nil }
            guard parts.count > 1 else { return SortKey(String(field)) }
            // What is neither up nor down leaves the order as it is.
            guard ["asc", "desc"].contains(parts[1]) else { return nil }
            return SortKey(String(field), isDescending: parts[1] == "desc")
        }
    }

    /// Reads the `sort` of a search's body.
    static func keys(_ json: JSON) throws(ElasticError) -> [SortKey] {
        var keys: [SortKey] = []
        for element in json.array ?? [json] {
            if let name = element.string { keys.append(SortKey(name)) }
            for member in element.object?.members ?? [] { keys.append(try key(member)) }
        }
        return keys
    }

    private static func key(_ member: JSONObject.Member) throws(ElasticError) -> SortKey {
        var key = SortKey(member.name)
        let order = member.value.string ?? member.value["order"]?.string
        if let order {
            guard ["asc", "desc"].contains(order.lowercased()) else {
                throw ElasticError(
                    "x_content_parse_exception", "[field_sort] failed to parse field [order]",
                    cause: .illegalArgument(
                        "No enum constant org.elasticsearch.search.sort.SortOrder.\(order.uppercased())"))
            }
            key.isDescending = order.lowercased() == "desc"
        }
        key.missingFirst = member.value["missing"]?.string == "_first"
        key.unmappedType = member.value["unmapped_type"]?.string
        return key
    }
}
