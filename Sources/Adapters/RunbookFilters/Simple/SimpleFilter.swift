internal import OrderedJSON

/// A filter that needs no jq: a path, its length, or either of them compared with a literal.
///
/// It is evaluated on the exact value, and only where jq would certainly give the same; whatever else happens, such as a
/// member of a string or a number that jq rounds, is left to jq, which has the words for it.
struct SimpleFilter {
    /// One step of a path.
    enum Step: Equatable {
        case member(String)
        case element(Int)
    }

    /// How a value is compared.
    enum Relation: String {
        case equal = "=="
        case unequal = "!="
        case atLeast = ">="
        case atMost = "<="
        case above = ">"
        case below = "<"
    }

    /// From the input to the value; empty: the input itself.
    let path: [Step]
    /// Whether the value is the length of what the path leads to.
    let isLength: Bool
    /// What it is compared with: null, a boolean, a string or a plain integer.
    let comparison: (relation: Relation, literal: JSON)?

    /// What jq would give; nil where only jq can tell.
    func value(of input: JSON) -> JSON? {
        guard let found = follow(input), let value = isLength ? Self.length(of: found) : found else { return nil }
        guard let comparison else { return isLength || Self.isKept(value) ? value : nil }
        return Self.compare(value, comparison.relation, comparison.literal).map { .bool($0) }
    }

    private func follow(_ input: JSON) -> JSON? {
        var value = input
        for step in path {
            switch (step, value) {
            case (_, .null): value = .null
            case (.member(let name), .object(let object)): value = object[name] ?? .null
            case (.element(let index), .array(let elements)):
                value = elements.indices.contains(index) ? elements[index] : .null
            default: return nil
            }
        }
        return value
    }

    private static func length(of value: JSON) -> JSON? {
        switch value {
        case .null: 0
        case .string(let text): .number(JSONNumber(text.unicodeScalars.count))
        case .array(let elements): .number(JSONNumber(elements.count))
        case .object(let object): hasTwice(object) ? nil : .number(JSONNumber(object.count))
        case .bool, .number: nil
        }
    }

    /// Whether jq passes a value on as it is: it keeps one of two members with the same name.
    private static func isKept(_ value: JSON) -> Bool {
        switch value {
        case .object(let object): !hasTwice(object) && object.members.allSatisfy { isKept($0.value) }
        case .array(let elements): elements.allSatisfy(isKept)
        case .null, .bool, .string, .number: true
        }
    }

    private static func hasTwice(_ object: JSONObject) -> Bool {
        // Bytes, for Swift's strings are equal where their letters only look alike.
        object.count > 1 && Set(object.members.map { Array($0.name.utf8) }).count < object.count
    }

    private static func compare(_ value: JSON, _ relation: Relation, _ literal: JSON) -> Bool? {
        switch (value, literal) {
        case (.number(let left), .number(let right)):
            // Of another number jq has only the nearest double.
            guard JSONNumber(left.double) == left else { return nil }
            return holds(relation, left.double == right.double, left.double < right.double)
        case (.string(let left), .string(let right)):
            let (left, right) = (left.utf8, right.utf8)
            return holds(relation, left.elementsEqual(right), left.lexicographicallyPrecedes(right))
        case (.null, .null): return holds(relation, true, false)
        case (.bool(let left), .bool(let right)): return holds(relation, left == right, !left && right)
        default:
            // Of two types; their order is jq's affair.
            switch relation {
            case .equal: return false
            case .unequal: return true
            case .atLeast, .atMost, .above, .below: return nil
            }
        }
    }

    private static func holds(_ relation: Relation, _ isEqual: Bool, _ isBelow: Bool) -> Bool {
        switch relation {
        case .equal: isEqual
        case .unequal: !isEqual
        case .atLeast: !isBelow
        case .atMost: isBelow || isEqual
        case .above: !isBelow && !isEqual
        case .below: isBelow
        }
    }
}
