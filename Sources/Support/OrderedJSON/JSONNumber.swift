/// A JSON number, kept as the text it was written in and compared by its exact decimal value.
public struct JSONNumber: Sendable {
    /// The number as it was written, in JSON's grammar.
    public let text: String

    /// Makes a number of an integer.
    public init(_ value: Int) { text = String(value) }

    /// Makes a number of a double; nil when it is not finite, for JSON has no word for that.
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        let text = String(value)
        self.text = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// Makes a number of its text; nil when the text is not a number in JSON's grammar (RFC 8259, section 6).
    public init?(text: String) {
        var text = text
        guard text.withUTF8(JSONNumber.isValid) else { return nil }
        self.text = text
    }

    /// Makes a number of text that a reader has checked already.
    init(checked text: String) { self.text = text }

    /// The value as an integer, when it is integral and fits: `3`, `3.0` and `3e0` are all 3.
    public var int: Int? {
        if let int = Int(text) { return int }
        let decimal = decimal
        if decimal.digits.isEmpty { return 0 }
        guard decimal.exponent >= 0, decimal.exponent <= 19 else { return nil }
        return Int((decimal.isNegative ? "-" : "") + decimal.digits + String(repeating: "0", count: decimal.exponent))
    }

    /// The nearest double.
    public var double: Double { Double(text) ?? .nan }

    /// Whether the text is a number in JSON's grammar.
    static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        func skip(_ first: UInt8, _ second: UInt8) -> Bool {
            guard index < bytes.count, bytes[index] == first || bytes[index] == second else { return false }
            index += 1
            return true
        }
        func skipDigits() -> Bool {
            let start = index
            while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
            return index > start
        }
        _ = skip(UInt8(ascii: "-"), UInt8(ascii: "-"))
        if !skip(UInt8(ascii: "0"), UInt8(ascii: "0")), !skipDigits() { return false }
        if skip(UInt8(ascii: "."), UInt8(ascii: ".")), !skipDigits() { return false }
        if skip(UInt8(ascii: "e"), UInt8(ascii: "E")) {
            _ = skip(UInt8(ascii: "+"), UInt8(ascii: "-"))
            if !skipDigits() { return false }
        }
        return index == bytes.count
    }

    /// The value as sign, digits without zeros at either end, and the power of ten behind the last digit.
    ///
    /// Zero has no digits and the exponent 0. An exponent beyond `Int` is clamped, which keeps such numbers different
    /// from all that can be written out.
    var decimal: (isNegative: Bool, digits: String, exponent: Int) {
        var isNegative = false
        var digits: [UInt8] = []
        var exponent = 0
        var isFraction = false
        let bytes = Array(text.utf8)
        var index = 0
        if bytes.first == UInt8(ascii: "-") {
            isNegative = true
            index = 1
        }
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: ".") {
                isFraction = true
            } else if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
                let written = String(decoding: bytes[index...], as: UTF8.self)
                let clamped = Int(written) ?? (written.hasPrefix("-") ? Int.min / 2 : Int.max / 2)
                exponent = max(min(exponent + max(min(clamped, Int.max / 4), Int.min / 4), Int.max / 2), Int.min / 2)
                break
            } else {
                digits.append(byte)
                if isFraction { exponent -= 1 }
            }
        }
        while digits.last == UInt8(ascii: "0") {
            digits.removeLast()
            exponent += 1
        }
        let significant = digits.drop { $0 == UInt8(ascii: "0") }
        if significant.isEmpty { return (false, "", 0) }
        return (isNegative, String(decoding: significant, as: UTF8.self), exponent)
    }

    /// The shortest text of the same value: integers without fraction or exponent up to 21 digits, else `d.ddde±x`.
    public var canonicalText: String {
        let decimal = decimal
        if decimal.digits.isEmpty { return "0" }
        let sign = decimal.isNegative ? "-" : ""
        let count = decimal.digits.count
        if decimal.exponent >= 0, count + decimal.exponent <= 21 {
            return sign + decimal.digits + String(repeating: "0", count: decimal.exponent)
        }
        if decimal.exponent < 0, count + decimal.exponent > 0 {
            let split = decimal.digits.index(decimal.digits.startIndex, offsetBy: count + decimal.exponent)
            return sign + decimal.digits[..<split] + "." + decimal.digits[split...]
        }
        if decimal.exponent < 0, count + decimal.exponent > -6 {
            return sign + "0." + String(repeating: "0", count: -(count + decimal.exponent)) + decimal.digits
        }
        let first = decimal.digits.prefix(1)
        let rest = decimal.digits.dropFirst()
        let power = decimal.exponent + count - 1
        return sign + first + (rest.isEmpty ? "" : "." + rest) + "e" + (power < 0 ? "" : "+") + String(power)
    }
}

extension JSONNumber: Hashable {
    /// Compares exact decimal values: 1, 1.0 and 10e-1 are equal, 9007199254740993 and 9007199254740992 are not.
    public static func == (left: JSONNumber, right: JSONNumber) -> Bool {
        left.text == right.text || left.decimal == right.decimal
    }

    /// Feeds the decimal value, so that equal numbers have equal hashes.
    public func hash(into hasher: inout Hasher) {
        let decimal = decimal
        hasher.combine(decimal.isNegative)
        hasher.combine(decimal.digits)
        hasher.combine(decimal.exponent)
    }
}

extension JSONNumber: CustomStringConvertible {
    /// The number as it was written.
    public var description: String { text }
}

extension JSONNumber: Comparable {
    /// Orders by exact decimal value.
    public static func < (left: JSONNumber, right: JSONNumber) -> Bool {
        let (first, second) = (left.decimal, right.decimal)
        let signs = (sign(first), sign(second))
        if signs.0 != signs.1 { return signs.0 < signs.1 }
        if signs.0 == 0 { return false }
        let (small, large) = first.isNegative ? (second, first) : (first, second)
        // The power of ten before the first digit.
        let smallSize = small.exponent + small.digits.utf8.count
        let largeSize = large.exponent + large.digits.utf8.count
        if smallSize != largeSize { return smallSize < largeSize }
        return small.digits.utf8.lexicographicallyPrecedes(large.digits.utf8)
    }

    private typealias Parts = (isNegative: Bool, digits: String, exponent: Int)

    private static func sign(_ parts: Parts) -> Int { parts.digits.isEmpty ? 0 : parts.isNegative ? -1 : 1 }
}
