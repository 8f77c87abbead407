internal import OrderedJSON
internal import RunbookModel

/// Numbers that libjq rounds to doubles, and what would tell that a result depends on that.
///
/// A filter is evaluated twice more, on numbers that are moved a little: those that become one double apart, in both
/// orders, and those that are rounded alone up, and down. Whatever compares a number with a rounded one gives something
/// else then. A number that the filter writes out exactly stays where it is: that comparison is what its author means.
struct NumberTwins {
    /// Where numbers are moved to in one more evaluation.
    private struct Move {
        var places: [JSONNumber: Double] = [:]
        /// The double that they were rounded to, by the one they became.
        var origins: [Double: Double] = [:]

        mutating func add(_ number: JSONNumber, from origin: Double, to place: Double) {
            places[number] = place
            origins[place] = origin
        }
    }

    private let readsTexts: Bool
    private var moves = [Move(), Move()]
    /// A number that is rounded, and the one that it is taken for, to name them; that one is nil where it is computed.
    private(set) var example: (JSONNumber, JSONNumber?)?
    /// Whether different numbers become one; then nothing of a result may depend on it.
    private(set) var hasTwins = false
    /// Two different numbers of the filter itself that are one to jq; its text cannot be changed to find out.
    private(set) var conflict: (JSONNumber, JSONNumber)?

    /// Whether there is nothing to find out.
    var isEmpty: Bool { example == nil && conflict == nil }

    /// Finds them in the values that a filter sees and in its text.
    ///
    /// - Parameter readsTexts: Whether the filter makes numbers of texts, which are moved like numbers then.
    init(in values: [JSON], literals: [String], readsTexts: Bool) {
        self.readsTexts = readsTexts
        var groups: [Double: [JSONNumber]] = [:]
        var written: [Double: [JSONNumber]] = [:]
        // A sign before a number is not a part of it.
        for text in literals.flatMap({ [$0, "-\($0)"] }) {
            guard let number = JSONNumber(text: text), !ExactNumbers.isPlain(text) else { continue }
            NumberTwins.add(number, to: &written)
        }
        for value in values { collect(value, into: &groups) }
        for (double, numbers) in groups {
            let fixed = written[double] ?? []
            if fixed.count > 1 { conflict = conflict ?? (fixed[0], fixed[1]) }
            spread(numbers.filter { !fixed.contains($0) }.sorted(), around: fixed, at: double)
        }
    }

    private mutating func spread(_ numbers: [JSONNumber], around fixed: [JSONNumber], at double: Double) {
        guard let first = numbers.first else { return }
        guard let other = fixed.first ?? numbers.dropFirst().first else {
            guard JSONNumber(double) != first else { return }
            example = example ?? (first, nil)
            moves[0].add(first, from: double, to: NumberTwins.up(double))
            moves[1].add(first, from: double, to: NumberTwins.down(double))
            return
        }
        if !hasTwins { example = (first, other) }
        hasTwins = true
        var (above, below) = (double, double)
        // Without a number that stays, the smallest does.
        for number in fixed.isEmpty ? numbers.dropFirst() : numbers[...] where fixed.first.map({ number > $0 }) ?? true
        {
            (above, below) = (NumberTwins.up(above), NumberTwins.down(below))
            moves[0].add(number, from: double, to: above)
            moves[1].add(number, from: double, to: below)
        }
        (above, below) = (double, double)
        for number in numbers.reversed() where fixed.first.map({ number < $0 }) ?? false {
            (above, below) = (NumberTwins.up(above), NumberTwins.down(below))
            moves[0].add(number, from: double, to: below)
            moves[1].add(number, from: double, to: above)
        }
    }

    /// The next larger double; that below the largest one.
    static func up(_ double: Double) -> Double {
        double < .greatestFiniteMagnitude ? double.nextUp : double.nextDown
    }

    /// The next smaller double; that above the smallest one.
    static func down(_ double: Double) -> Double {
        double > -.greatestFiniteMagnitude ? double.nextDown : double.nextUp
    }

    /// How often a filter is evaluated again.
    var count: Int { moves.count }

    /// A value with its numbers moved.
    func apart(_ value: JSON, in move: Int) -> JSON {
        let places = moves[move].places
        return map(value) { number in places[number].flatMap { JSONNumber($0) } ?? number }
    }

    /// A value with the numbers that were moved where they were.
    func together(_ value: JSON, in move: Int) -> JSON {
        let origins = moves[move].origins
        return map(value) { number in origins[ExactNumbers.double(of: number)].flatMap { JSONNumber($0) } ?? number }
    }

    private func map(_ value: JSON, _ change: (JSONNumber) -> JSONNumber) -> JSON {
        switch value {
        case .number(let number): return .number(ExactNumbers.isPlain(number.text) ? number : change(number))
        case .string(let text): return .string(number(in: text).map(change)?.text ?? text)
        case .array(let elements): return .array(elements.map { map($0, change) })
        case .object(let object):
            return .object(JSONObject(object.members.map { ($0.name, map($0.value, change)) }))
        case .null, .bool: return value
        }
    }

    private func collect(_ value: JSON, into groups: inout [Double: [JSONNumber]]) {
        switch value {
        case .number(let number): if !ExactNumbers.isPlain(number.text) { NumberTwins.add(number, to: &groups) }
        case .string(let text): if let number = number(in: text) { NumberTwins.add(number, to: &groups) }
        case .array(let elements): for element in elements { collect(element, into: &groups) }
        case .object(let object): for member in object.members { collect(member.value, into: &groups) }
        case .null, .bool: break
        }
    }

    /// The number that `tonumber` makes of a text, when it is one that may be rounded.
    private func number(in text: String) -> JSONNumber? {
        guard readsTexts, (16...400).contains(text.utf8.count), !ExactNumbers.isPlain(text) else { return nil }
        return JSONNumber(text: text)
    }

    private static func add(_ number: JSONNumber, to groups: inout [Double: [JSONNumber]]) {
        let double = ExactNumbers.double(of: number)
        // Of many twins the first hundred tell as much as all.
        guard groups[double, default: []].count < 100, !groups[double, default: []].contains(number) else { return }
        groups[double, default: []].append(number)
    }
}
