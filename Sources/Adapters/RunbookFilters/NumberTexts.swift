internal import OrderedJSON

/// The texts of an input that hold numbers which libjq rounds when it reads such a text as JSON (`fromjson`,
/// `tonumber`), and the same texts with other numbers.
///
/// Nothing restores such a number: it is in no place of the input. Whether a result depends on one is seen by giving the
/// filter another one.
struct NumberTexts {
    /// A number and where it is in a text.
    private typealias Place = (number: JSONNumber, range: Range<Int>)

    /// One of the numbers, to name it.
    let example: JSONNumber?
    /// The texts with other numbers, by the text that the input has, and back.
    private let changed: [String: String]
    private let original: [String: String]

    /// Finds them in the values that a filter sees.
    init(in values: [JSON]) {
        var texts: [String: [Place]] = [:]
        for value in values { NumberTexts.collect(value, into: &texts) }
        let numbers = Set(texts.values.joined().map(\.number)).sorted()
        example = numbers.first
        // Further for larger ones, so that their order stays and different ones become different.
        var others: [JSONNumber: String] = [:]
        for (place, number) in numbers.enumerated() {
            var double = ExactNumbers.double(of: number)
            for _ in 0...min(place, 100) { double = NumberTwins.up(double) }
            others[number] = JSONNumber(double)?.text
        }
        changed = Dictionary(
            uniqueKeysWithValues: texts.map { ($0, NumberTexts.changed(Array($0.utf8), at: $1, others)) })
        original = Dictionary(changed.map { ($1, $0) }) { first, _ in first }
    }

    /// A value with other numbers in its texts.
    func apart(_ value: JSON) -> JSON { map(value, changed) }

    /// A value with the texts of the input again.
    func together(_ value: JSON) -> JSON { map(value, original) }

    private func map(_ value: JSON, _ texts: [String: String]) -> JSON {
        switch value {
        case .string(let text): .string(texts[text] ?? text)
        case .array(let elements): .array(elements.map { map($0, texts) })
        case .object(let object): .object(JSONObject(object.members.map { ($0.name, map($0.value, texts)) }))
        case .null, .bool, .number: value
        }
    }

    private static func collect(_ value: JSON, into texts: inout [String: [Place]]) {
        switch value {
        case .string(let text):
            guard texts[text] == nil, text.utf8.count >= 16, isJSON(text.utf8) else { return }
            let found = numbers(in: Array(text.utf8))
            if !found.isEmpty { texts[text] = found }
        case .array(let elements): for element in elements { collect(element, into: &texts) }
        case .object(let object): for member in object.members { collect(member.value, into: &texts) }
        case .null, .bool, .number: break
        }
    }

    /// Whether a text begins like a document, or is a number as a whole.
    private static func isJSON(_ text: String.UTF8View) -> Bool {
        let rest = text.drop { $0 <= 0x20 }
        if rest.first == UInt8(ascii: "{") || rest.first == UInt8(ascii: "[") { return true }
        return rest.count <= 400 && rest.allSatisfy { isNumberByte($0) || $0 <= 0x20 }
    }

    private static func isNumberByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || "+-.eE".utf8.contains(byte)
    }

    /// The numbers outside the strings of a text that a double rounds, and where they are.
    private static func numbers(in bytes: [UInt8]) -> [Place] {
        var found: [Place] = []
        var isInString = false
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if isInString {
                if byte == UInt8(ascii: "\\") { index += 1 }
                isInString = byte != UInt8(ascii: "\"")
                index += 1
            } else if isNumberByte(byte) {
                let end = bytes[index...].firstIndex { !isNumberByte($0) } ?? bytes.count
                if end - index >= 16, let number = rounded(bytes[index..<end]) { found.append((number, index..<end)) }
                index = end
            } else {
                isInString = byte == UInt8(ascii: "\"")
                index += 1
            }
        }
        return found
    }

    private static func rounded(_ digits: ArraySlice<UInt8>) -> JSONNumber? {
        let text = String(decoding: digits, as: UTF8.self)
        guard digits.count <= 400, let number = JSONNumber(text: text),
            JSONNumber(ExactNumbers.double(of: number)) != number
        else { return nil }
        return number
    }

    private static func changed(_ bytes: [UInt8], at places: [Place], _ others: [JSONNumber: String]) -> String {
        var text: [UInt8] = []
        var start = 0
        for (number, range) in places {
            text += bytes[start..<range.lowerBound]
            text += (others[number] ?? number.text).utf8
            start = range.upperBound
        }
        return String(decoding: text + bytes[start...], as: UTF8.self)
    }
}
