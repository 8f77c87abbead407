/// Numbers written by a pattern such as `#,##0.00`.
struct DecimalPattern: Sendable {
    private var prefix = ""
    private var suffix = ""
    private var negative: (prefix: String, suffix: String)?
    private var wholeDigits = 0
    private var fraction = (least: 0, most: 0)
    private var grouping = 0
    private var factor = 1.0

    /// Reads a pattern; nil for the ones with exponents, which are not emulated.
    init?(_ pattern: String) {
        let halves = pattern.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
        guard let (before, number, after) = DecimalPattern.parts(halves.first ?? "") else { return nil }
        (prefix, suffix) = (before, after)
        if halves.count > 1, let (before, _, after) = DecimalPattern.parts(halves[1]) { negative = (before, after) }
        let digits = number.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let whole = digits.first ?? ""
        wholeDigits = whole.count { $0 == "0" }
        if let comma = whole.lastIndex(of: ",") { grouping = whole[whole.index(after: comma)...].count }
        if digits.count > 1 { fraction = (digits[1].count { $0 == "0" }, digits[1].count) }
        // A pattern without digits writes whole numbers.
        if number.isEmpty { wholeDigits = 1 }
        if (prefix + suffix).contains("%") { factor = 100 }
    }

    private static func parts(_ text: Substring) -> (String, String, String)? {
        let isDigit: (Character) -> Bool = { "#0,.".contains($0) }
        guard let first = text.firstIndex(where: isDigit) else { return (String(text), "", "") }
        let number = text[first...].prefix(while: isDigit)
        let after = text[number.endIndex...]
        if after.hasPrefix("E0") { return nil }
        return (unquoted(text[..<first]), String(number), unquoted(after))
    }

    private static func unquoted(_ text: Substring) -> String { String(text).replacing("'", with: "") }

    /// The number, rounded to the digits of the pattern; halves to the even neighbour.
    func text(_ number: Double) -> String {
        guard number.isFinite else { return number.isNaN ? "NaN" : number < 0 ? "-\u{221E}" : "\u{221E}" }
        let scale = (0..<min(fraction.most, 15)).reduce(1.0) { result, _ in result * 10 }
        let scaled = (number.magnitude * factor * scale).rounded(.toNearestOrEven)
        guard scaled < 1e18 else { return "\(prefix)\(JavaNumber.text("\(number)"))\(suffix)" }
        let digits = String(Int(scaled))
        let padded = String(repeating: "0", count: max(min(fraction.most, 15) + 1 - digits.utf8.count, 0)) + digits
        var whole = String(padded.dropLast(min(fraction.most, 15)))
        var rest = String(padded.suffix(min(fraction.most, 15)))
        while rest.utf8.count > fraction.least, rest.hasSuffix("0") { rest.removeLast() }
        if whole == "0", wholeDigits == 0, !rest.isEmpty { whole = "" }
        whole = String(repeating: "0", count: max(wholeDigits - whole.utf8.count, 0)) + whole
        let text = grouped(whole) + (rest.isEmpty ? "" : ".\(rest)")
        guard number < 0, scaled > 0 else { return "\(prefix)\(text)\(suffix)" }
        if let negative { return "\(negative.prefix)\(text)\(negative.suffix)" }
        return "-\(prefix)\(text)\(suffix)"
    }

    private func grouped(_ whole: String) -> String {
        guard grouping > 0 else { return whole }
        var groups: [Substring] = []
        var rest = whole[...]
        while rest.utf8.count > grouping {
            groups.insert(rest.suffix(grouping), at: 0)
            rest = rest.dropLast(grouping)
        }
        return ([rest] + groups).joined(separator: ",")
    }
}
