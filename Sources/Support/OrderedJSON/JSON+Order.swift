extension JSON {
    /// The value with the members of its objects in the order of the canonical text, all else as it is.
    package var inCanonicalOrder: JSON {
        switch self {
        case .null, .bool, .number, .string: self
        case .array(let elements): .array(elements.map(\.inCanonicalOrder))
        case .object(let object):
            .object(
                JSONObject(
                    object.members.map { JSONObject.Member(name: $0.name, value: $0.value.inCanonicalOrder) }
                        .sorted { $0.name.precedesInScalars($1.name) }))
        }
    }
}
