internal import OrderedJSON

/// What the bodies that create and restore snapshots have in common.
struct SnapshotBody {
    let members: JSONObject

    /// Reads the body; an absent one, and one that is not an object, say nothing.
    init(_ call: Call) throws(ElasticError) {
        members = call.body.isEmpty ? JSONObject() : try call.json().object ?? JSONObject()
    }

    static let options: Set<String> = [
        "ignore_unavailable", "ignoreUnavailable", "allow_no_indices", "allowNoIndices", "expand_wildcards",
        "expandWildcards",
    ]

    /// How the indices are meant.
    func options(default options: ExpansionOptions) throws(ElasticError) -> ExpansionOptions {
        let query = SnapshotBody.options.sorted().compactMap { name -> (name: String, value: String)? in
            members[name].map { value in
                let snake = name.reduce(into: "") { $0 += $1.isUppercase ? "_\($1.lowercased())" : String($1) }
                let list = value.array.map { $0.compactMap(\.string).joined(separator: ",") }
                return (snake, list ?? value.string ?? value.text())
            }
        }
        for name in ["ignore_unavailable", "allow_no_indices"] {
            if let value = query.last(where: { $0.name == name })?.value { _ = try SnapshotBody.bool(value, name) }
        }
        return try ExpansionOptions(QueryParameters(query), default: options)
    }

    static func bool(_ json: JSON, _ name: String) throws(ElasticError) -> Bool {
        try bool(json.string ?? json.text(), name)
    }

    private static func bool(_ text: String, _ name: String) throws(ElasticError) -> Bool {
        if text == "true" { return true }
        if text == "false" { return false }
        throw .noTruthValue(text, of: name)
    }

    /// A list as a text with commas or an array.
    static func list(_ json: JSON, section: String) throws(ElasticError) -> [String] {
        if let text = json.string { return elements(text) }
        guard let array = json.array else {
            throw .illegalArgument("malformed \(section) section, should be an array of strings")
        }
        let texts = array.compactMap(\.string)
        guard texts.count == array.count else {
            throw ElasticError(
                "array_store_exception",
                "arraycopy: element type mismatch: can not cast one of the elements of java.lang.Object[] to the type "
                    + "of the destination array, java.lang.String", status: 500)
        }
        return texts
    }
}
