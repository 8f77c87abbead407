import OrderedJSON

/// Whether an expectation speaks of a member by which a response says that something failed.
struct MemberMention {
    /// The member; a name in it may be in each element of a list, or in each member of an object.
    let path: [String]
    /// Whether lists are compared in their order.
    let isOrdered: Bool

    /// Whether what is expected of a body speaks of the member, wherever the body has an error there.
    func isIn(_ expected: JSON, of body: JSON) -> Bool { isIn(expected, of: body, path[...]) }

    private func isIn(_ expected: JSON, of actual: JSON, _ path: ArraySlice<String>) -> Bool {
        if expected == .string(ExpectationMatcher.wildcard) { return true }
        if case .array(let elements) = expected {
            let failed =
                isOrdered && path.last == "error"
                ? (actual.array ?? []).indices.filter { has(actual.array?[$0], path) } : []
            // What is an error in each element that has it is spoken of in each.
            if failed.isEmpty { return elements.contains { isIn($0, of: .null, path) } }
            return failed.allSatisfy { index in
                elements.indices.contains(index) && isIn(elements[index], of: actual.array?[index] ?? .null, path)
            }
        }
        guard let first = path.first else { return true }
        if let value = expected[first] { return isIn(value, of: actual[first] ?? .null, path.dropFirst()) }
        // Members with names of their own, such as nodes, or the actions of a bulk request.
        let parts = actual[first] == nil ? actual.object?.filter { has($0.value, path) } ?? [] : []
        return !parts.isEmpty
            && parts.allSatisfy { part in
                expected[part.name].map { isIn($0, of: part.value, path) } ?? false
            }
    }

    /// Whether a value has something at a path.
    private func has(_ value: JSON?, _ path: ArraySlice<String>) -> Bool {
        guard let value, !value.isNull else { return false }
        guard let first = path.first else { return true }
        if let elements = value.array { return elements.contains { has($0, path) } }
        if let member = value[first] { return has(member, path.dropFirst()) }
        return value.object?.contains { $0.value[first].map { !$0.isNull } ?? false } ?? false
    }
}
