internal import OrderedJSON
internal import RunbookModel

/// Different numbers that libjq takes for one, because it rounds them to the same double.
///
/// Whether a filter's result depends on that is found by evaluating it once more, on numbers that are moved apart: what
/// compares them gives something else then.
struct NumberTwins {
    /// The double that each such number becomes, by its text.
    private var spread: [String: Double] = [:]
    /// The double that they were rounded to, by the one they became.
    private var merged: [Double: Double] = [:]
    /// Two of them, to name them.
    private(set) var example: (String, String)?

    /// Whether there are none.
    var isEmpty: Bool { example == nil }

    /// Finds them in the values that a filter sees and in its text.
    init(in values: [JSON], literals: [String]) {
        var groups: [Double: [JSONNumber]] = [:]
        var pinned: [Double: JSONNumber] = [:]
        for text in literals {
            guard let number = JSONNumber(text: text), !ExactNumbers.isPlain(text) else { continue }
            // The text of a filter is not changed, so its number stays where it is.
            pinned[ExactNumbers.double(of: number)] = number
            NumberTwins.add(number, to: &groups)
        }
        for value in values { NumberTwins.collect(value, into: &groups) }
        for (double, numbers) in groups where numbers.count > 1 {
            example = example ?? (numbers[0].text, numbers[1].text)
            var next = double
            for number in numbers where number != pinned[double] ?? numbers[0] {
                next = double < .greatestFiniteMagnitude ? next.nextUp : next.nextDown
                spread[number.text] = next
                merged[next] = double
            }
        }
    }

    /// A value with its numbers moved apart.
    func apart(_ value: JSON) -> JSON {
        map(value) { number in spread[number.text].flatMap { JSONNumber($0) } ?? number }
    }

    /// A value with the numbers that were moved apart where they were.
    func together(_ value: JSON) -> JSON {
        map(value) { number in merged[ExactNumbers.double(of: number)].flatMap { JSONNumber($0) } ?? number }
    }

    private func map(_ value: JSON, _ change: (JSONNumber) -> JSONNumber) -> JSON {
        switch value {
        case .number(let number): return .number(change(number))
        case .array(let elements): return .array(elements.map { map($0, change) })
        case .object(let object):
            return .object(JSONObject(object.members.map { ($0.name, map($0.value, change)) }))
        case .null, .bool, .string: return value
        }
    }

    private static func collect(_ value: JSON, into groups: inout [Double: [JSONNumber]]) {
        switch value {
        case .number(let number): if !ExactNumbers.isPlain(number.text) { add(number, to: &groups) }
        case .array(let elements): for element in elements { collect(element, into: &groups) }
        case .object(let object): for member in object.members { collect(member.value, into: &groups) }
        case .null, .bool, .string: break
        }
    }

    private static func add(_ number: JSONNumber, to groups: inout [Double: [JSONNumber]]) {
        let double = ExactNumbers.double(of: number)
        // Of many twins the first hundred tell as much as all.
        guard groups[double, default: []].count < 100, !groups[double, default: []].contains(number) else { return }
        groups[double, default: []].append(number)
    }
}
