internal import OrderedJSON
internal import RunbookRun

/// The numbers of an input that do not come out of libjq as they went in, for its numbers are doubles.
struct ExactNumbers {
    /// What the double of such a number stands for.
    private enum Original {
        /// Only for numbers of the same value, differently written (`1.10`): any place but their own may drop that.
        case sameValue
        /// For this number, which the double has rounded.
        case rounded(JSONNumber)
        /// For several different numbers.
        case ambiguous
    }

    private var originals: [Double: Original] = [:]

    /// Collects from the values that a filter sees.
    init(in values: [JSON]) {
        for value in values { collect(value) }
    }

    /// The double that libjq makes of a number; it has no infinity.
    static func double(of number: JSONNumber) -> Double {
        let limit = Double.greatestFiniteMagnitude
        return min(limit, max(-limit, number.double))
    }

    /// Whether a number in `value` may have lost its text on the way.
    func concern(_ value: JSON) -> Bool {
        guard !originals.isEmpty else { return false }
        switch value {
        case .number(let number): return originals[Self.double(of: number)] != nil
        case .array(let elements): return elements.contains(where: concern)
        case .object(let object): return object.members.contains { concern($0.value) }
        case .null, .bool, .string: return false
        }
    }

    /// Puts rounded numbers back.
    ///
    /// - Throws: `FilterFailure` when a rounded number may have been one of several.
    func restore(_ value: JSON) throws(FilterFailure) -> JSON {
        switch value {
        case .number(let number):
            switch originals[Self.double(of: number)] {
            case nil, .sameValue: return value
            case .rounded(let original): return .number(original)
            case .ambiguous:
                throw FilterFailure(
                    .runtime,
                    "jq rounds different numbers of its input to \(number.text); read this number with a path only")
            }
        case .array(let elements):
            var restored: [JSON] = []
            for element in elements { restored.append(try restore(element)) }
            return .array(restored)
        case .object(let object):
            var restored = JSONObject()
            for member in object.members { restored.append(member.name, try restore(member.value)) }
            return .object(restored)
        case .null, .bool, .string: return value
        }
    }

    private mutating func collect(_ value: JSON) {
        switch value {
        case .number(let number): collect(number)
        case .array(let elements): for element in elements { collect(element) }
        case .object(let object): for member in object.members { collect(member.value) }
        case .null, .bool, .string: break
        }
    }

    private mutating func collect(_ number: JSONNumber) {
        guard !Self.isPlain(number.text) else { return }
        let double = Self.double(of: number)
        let isRounded = JSONNumber(double) != number
        switch originals[double] {
        case nil: originals[double] = isRounded ? .rounded(number) : .sameValue
        case .sameValue: originals[double] = isRounded ? .ambiguous : .sameValue
        case .rounded(let other): if other != number { originals[double] = .ambiguous }
        case .ambiguous: break
        }
    }

    /// An integer that a double holds and that libjq writes as it was: most numbers, found without any arithmetic.
    static func isPlain(_ text: String) -> Bool {
        let digits = text.utf8
        return digits.count <= 15 && digits.allSatisfy { (0x30...0x39).contains($0) }
    }
}
