internal import OrderedJSON

/// Numbers with a fraction as Java writes them.
enum JavaNumber {
    /// The text of a number: plain from 0.001 to below 10,000,000, else with an exponent, always with a fraction.
    ///
    /// - Parameter description: Swift's text of the number, which has the same digits.
    static func text(_ description: String) -> String {
        let isNegative = description.hasPrefix("-")
        let parts = description.drop { $0 == "-" }.split(separator: "e", maxSplits: 1)
        guard let mantissa = parts.first, mantissa.first?.isNumber == true else { return description }
        let halves = mantissa.split(separator: ".", omittingEmptySubsequences: false)
        let whole = halves[0]
        let fraction = halves.count > 1 ? halves[1] : ""
        var digits = (whole + fraction).drop { $0 == "0" }
        if digits.isEmpty { return isNegative ? "-0.0" : "0.0" }
        // The exponent that puts the point behind the first digit.
        let leading = whole.count + fraction.count - digits.count
        let exponent = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) + whole.count - 1 - leading
        while digits.count > 1, digits.last == "0" { digits.removeLast() }
        let sign = isNegative ? "-" : ""
        if exponent < -3 || exponent > 6 {
            let rest = digits.dropFirst()
            return "\(sign)\(digits.prefix(1)).\(rest.isEmpty ? "0" : rest)E\(exponent)"
        }
        if exponent < 0 { return "\(sign)0.\(String(repeating: "0", count: -exponent - 1))\(digits)" }
        let padded = digits + String(repeating: "0", count: max(exponent + 1 - digits.count, 0))
        let rest = padded.dropFirst(exponent + 1)
        return "\(sign)\(padded.prefix(exponent + 1)).\(rest.isEmpty ? "0" : rest)"
    }
}

extension JSON {
    static func float(_ value: Double) -> JSON { float("\(value)") }
    static func float(_ value: Float) -> JSON { float("\(value)") }

    private static func float(_ description: String) -> JSON {
        JSONNumber(text: JavaNumber.text(description)).map { .number($0) } ?? .null
    }
}
