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
        guard let first = path.first else { return true }
        if case .array(let elements) = expected { return isIn(elements, of: actual, path) }
        if let value = expected[first] { return speaks(value, of: actual[first] ?? .null, path.dropFirst()) }
        // Members with names of their own, such as nodes, or the actions of a bulk request.
        let parts = actual[first] == nil ? actual.object?.filter { has($0.value, path) } ?? [] : []
        return !parts.isEmpty
            && parts.allSatisfy { part in expected[part.name].map { speaks($0, of: part.value, path) } ?? false }
    }

    /// A member that is named counts as expected, whatever its value; a wildcard elsewhere does not.
    private func speaks(_ expected: JSON, of actual: JSON, _ path: ArraySlice<String>) -> Bool {
        expected == .string(ExpectationMatcher.wildcard) || isIn(expected, of: actual, path)
    }

    private func isIn(_ elements: [JSON], of actual: JSON, _ path: ArraySlice<String>) -> Bool {
        let parts = actual.array ?? []
        let failed = path.last == "error" ? parts.indices.filter { has(parts[$0], path) } : []
        if failed.isEmpty { return elements.contains { isIn($0, of: .null, path) } }
        // What is an error in each element that has it is spoken of in each.
        if isOrdered {
            return failed.allSatisfy { elements.indices.contains($0) && isIn(elements[$0], of: parts[$0], path) }
        }
        return elements.count { element in failed.contains { isIn(element, of: parts[$0], path) } } >= failed.count
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
