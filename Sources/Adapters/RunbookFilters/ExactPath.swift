internal import OrderedJSON

/// A path as jq's `path(f)` gives it, followed in the exact document instead of jq's copy.
enum ExactPath {
    /// The value at the path, provided that it is the one jq saw there; `nil`: it is not, or jq's path means something
    /// else than members, elements and slices.
    static func resolve(_ path: JSON, in document: JSON, expecting seen: JSON) -> JSON? {
        guard let steps = path.array else { return nil }
        var value = document
        for step in steps {
            guard let next = follow(step, in: value) else { return nil }
            value = next
        }
        // Not `?:`, in which `nil` would be the JSON literal `null`.
        guard isSame(value, seen) else { return nil }
        return value
    }

    private static func follow(_ step: JSON, in value: JSON) -> JSON? {
        switch (step, value) {
        case (_, .null): return .null
        case (.string(let name), .object(let object)): return object[name] ?? .null
        case (.number(let number), .array(let elements)):
            guard let index = number.int else { return nil }
            let place = index < 0 ? elements.count + index : index
            return elements.indices.contains(place) ? elements[place] : .null
        case (.object(let slice), .array(let elements)):
            guard let start = bound(slice["start"], elements.count, missing: 0),
                let end = bound(slice["end"], elements.count, missing: elements.count)
            else { return nil }
            return .array([JSON](elements[start..<max(start, end)]))
        default: return nil
        }
    }

    private static func bound(_ value: JSON?, _ count: Int, missing: Int) -> Int? {
        guard let value, !value.isNull else { return missing }
        guard let number = value.int else { return nil }
        return min(count, max(0, number < 0 ? count + number : number))
    }

    /// Whether `exact` becomes `seen` in jq: numbers as doubles, the last of members with one name.
    static func isSame(_ exact: JSON, _ seen: JSON) -> Bool {
        switch (exact, seen) {
        case (.number(let left), .number(let right)):
            return ExactNumbers.double(of: left) == ExactNumbers.double(of: right)
        case (.array(let left), .array(let right)):
            return left.count == right.count && zip(left, right).allSatisfy(isSame)
        case (.object(let left), .object(let right)):
            return Set(left.names).count == right.count
                && right.members.allSatisfy { member in left[member.name].map { isSame($0, member.value) } ?? false }
        default: return exact == seen
        }
    }
}
