internal import OrderedJSON

/// The numbers that libjq rounds, and what replaces them in one more evaluation.
///
/// As texts of all their digits they tell whether a filter writes a number into a text or compares it with one; as small
/// numbers, which no double rounds, whether it calculates with them.
struct RoundedNumbers {
    /// The first number that stands for one; others follow, larger ones for larger ones.
    static let small = 1_000_003

    private let positions: [JSONNumber: Int]
    /// They, the smallest first.
    let numbers: [JSONNumber]
    /// One of them, to name it.
    var example: JSONNumber? { numbers.first }

    /// Finds them in the values that a filter sees.
    init(in values: [JSON]) {
        var found: Set<JSONNumber> = []
        for value in values { RoundedNumbers.collect(value, into: &found) }
        self.init(found.sorted())
    }

    private init(_ numbers: [JSONNumber]) {
        self.numbers = numbers
        positions = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($1, $0) })
    }

    /// One of them alone.
    func only(_ number: JSONNumber) -> RoundedNumbers { RoundedNumbers([number]) }

    /// A value with texts for them.
    func written(_ value: JSON) -> JSON { map(value) { number, _ in .string(number.text) } }

    /// What a filter begins with that is to write the digits of marked texts as those of numbers.
    static let prelude =
        "def __json: tojson; def __plain: gsub(\"\\\"\u{E000}(?<d>[-+.0-9eE]*)\\\"\"; .d); "
        + "def tojson: __json | __plain; "
        + "def tostring: if type == \"string\" then ltrimstr(\"\u{E000}\") else tojson end; "

    /// A value with texts for them that the prelude knows.
    func marked(_ value: JSON) -> JSON { map(value) { number, _ in .string("\u{E000}" + number.text) } }

    /// A value with small numbers for them.
    func calculable(_ value: JSON, from first: Int = small) -> JSON {
        // An odd distance, so that not all of them are even.
        map(value) { _, position in .number(JSONNumber(first + 7 * position)) }
    }

    /// The doubles beside the one that a number is rounded to.
    static let neighbours: [@Sendable (Double) -> Double] = [
        { NumberTwins.up($0) }, { NumberTwins.down($0) },
    ]

    /// A value with the doubles beside those of its integers; what is computed with another number is never exact.
    func moved(_ value: JSON, _ move: (Double) -> Double) -> JSON {
        map(value) { number, _ in
            guard RoundedNumbers.isInteger(number) else { return .number(number) }
            return JSONNumber(move(ExactNumbers.double(of: number))).map(JSON.number) ?? .number(number)
        }
    }

    /// A value with the doubles that were moved where they were.
    func movedBack(_ value: JSON, _ move: (Double) -> Double) -> JSON {
        var origins: [Double: Double] = [:]
        for number in numbers where RoundedNumbers.isInteger(number) {
            let double = ExactNumbers.double(of: number)
            origins[move(double)] = double
        }
        return RoundedNumbers.back(value, origins)
    }

    private static func back(_ value: JSON, _ origins: [Double: Double]) -> JSON {
        switch value {
        case .number(let number):
            origins[ExactNumbers.double(of: number)].flatMap { JSONNumber($0) }.map(JSON.number) ?? value
        case .array(let elements): .array(elements.map { back($0, origins) })
        case .object(let object): .object(JSONObject(object.members.map { ($0.name, back($0.value, origins)) }))
        case .null, .bool, .string: value
        }
    }

    private static func isInteger(_ number: JSONNumber) -> Bool {
        !number.text.utf8.contains { ".eE".utf8.contains($0) }
    }

    private func map(_ value: JSON, _ change: (JSONNumber, Int) -> JSON) -> JSON {
        switch value {
        case .number(let number): positions[number].map { change(number, $0) } ?? value
        case .array(let elements): .array(elements.map { map($0, change) })
        case .object(let object): .object(JSONObject(object.members.map { ($0.name, map($0.value, change)) }))
        case .null, .bool, .string: value
        }
    }

    private static func collect(_ value: JSON, into found: inout Set<JSONNumber>) {
        switch value {
        case .number(let number):
            let isExact = ExactNumbers.isPlain(number.text) || JSONNumber(ExactNumbers.double(of: number)) == number
            if !isExact { found.insert(number) }
        case .array(let elements): for element in elements { collect(element, into: &found) }
        case .object(let object): for member in object.members { collect(member.value, into: &found) }
        case .null, .bool, .string: break
        }
    }

    // MARK: Comparison of outputs

    /// Whether two outputs say the same apart from numbers, and from texts that stand for numbers.
    static func agree(_ one: JSON, _ other: JSON) -> Bool {
        switch (one, other) {
        case (.number, .number), (.number, .string): true
        case (.array(let left), .array(let right)): left.count == right.count && zip(left, right).allSatisfy(agree)
        case (.object(let left), .object(let right)):
            left.names == right.names && zip(left.members, right.members).allSatisfy { agree($0.value, $1.value) }
        default: one == other
        }
    }

    /// Whether two outputs for small numbers, and for each of them and one more, say the same apart from those numbers.
    func agreesWithNext(_ one: JSON, _ other: JSON) -> Bool {
        switch (one, other) {
        case (.number(let left), .number(let right)):
            guard left != right else { return true }
            guard let first = left.int, let second = right.int, second &- first == 1 else { return false }
            return first >= RoundedNumbers.small && (first - RoundedNumbers.small) % 7 == 0
                && (first - RoundedNumbers.small) / 7 < numbers.count
        case (.array(let left), .array(let right)):
            return left.count == right.count && zip(left, right).allSatisfy(agreesWithNext)
        case (.object(let left), .object(let right)):
            return left.names == right.names
                && zip(left.members, right.members).allSatisfy { agreesWithNext($0.value, $1.value) }
        default: return one == other
        }
    }

    /// Whether a number of an output that is one of these was calculated, as the output for small numbers tells.
    ///
    /// - Parameter given: The numbers of the input with small numbers: what is one of them was taken, not calculated.
    func isCalculated(_ output: JSON, _ other: JSON, given: Set<JSONNumber>) -> Bool {
        switch (output, other) {
        case (.number(let number), .number(let calculated)):
            let double = ExactNumbers.double(of: number)
            return positions.keys.contains { ExactNumbers.double(of: $0) == double } && !given.contains(calculated)
        case (.array(let left), .array(let right)):
            return left.count == right.count && zip(left, right).contains { isCalculated($0, $1, given: given) }
        case (.object(let left), .object(let right)):
            return left.names == right.names
                && zip(left.members, right.members).contains { isCalculated($0.value, $1.value, given: given) }
        default: return false
        }
    }

    /// All numbers in a value.
    static func numbers(in value: JSON) -> Set<JSONNumber> {
        switch value {
        case .number(let number): [number]
        case .array(let elements): elements.reduce(into: []) { $0.formUnion(numbers(in: $1)) }
        case .object(let object): object.members.reduce(into: []) { $0.formUnion(numbers(in: $1.value)) }
        case .null, .bool, .string: []
        }
    }
}
