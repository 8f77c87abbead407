extension JSON: Hashable {
    /// Compares numbers by decimal value, strings code by code, arrays and objects in order.
    public static func == (left: JSON, right: JSON) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.number(let left), .number(let right)): left == right
        case (.string(let left), .string(let right)): left.isExactly(right)
        case (.array(let left), .array(let right)): left == right
        case (.object(let left), .object(let right)): left == right
        default: false
        }
    }

    /// Feeds the kind and the value.
    public func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .bool(let value): hasher.combine(value)
        case .number(let number): hasher.combine(number)
        case .string(let text): hasher.combine(text)
        case .array(let elements): hasher.combine(elements)
        case .object(let object): hasher.combine(object)
        }
    }

    /// Whether two values mean the same: like `==`, without regard to the order of members.
    ///
    /// Of a name that is repeated the last value counts. The time grows with the size (times its logarithm).
    public func isEquivalent(to other: JSON) -> Bool {
        switch (self, other) {
        case (.array(let left), .array(let right)):
            return left.count == right.count && zip(left, right).allSatisfy { $0.isEquivalent(to: $1) }
        case (.object(let left), .object(let right)):
            let left = left.lastMembersByName
            let right = right.lastMembersByName
            return left.count == right.count
                && zip(left, right).allSatisfy { $0.name.isExactly($1.name) && $0.value.isEquivalent(to: $1.value) }
        default:
            return self == other
        }
    }
}

extension JSONObject {
    /// The members sorted by name, only the last of each name.
    fileprivate var lastMembersByName: [Member] {
        var sorted: [Member] = []
        for (_, member) in members.enumerated().sorted(by: { left, right in
            left.element.name.isExactly(right.element.name)
                ? left.offset < right.offset : left.element.name.precedesInScalars(right.element.name)
        }) {
            if let last = sorted.last, last.name.isExactly(member.name) { sorted.removeLast() }
            sorted.append(member)
        }
        return sorted
    }
}
