/// Times as settings and parameters write them: `500ms`, `1s`, `-1` for never.
enum TimeValue {
    private static let units: [(suffix: String, milliseconds: Double)] = [
        ("nanos", 0.000_001), ("micros", 0.001), ("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000),
        ("d", 86_400_000),
    ]

    /// Further than any clock of the sandbox goes; it keeps sums in bounds.
    private static let longest = 1_000_000_000_000_000.0

    /// The time in milliseconds, -1 for `-1`; nil when the text is not a time.
    static func milliseconds(_ text: String) -> Int? {
        if text == "-1" { return -1 }
        if text == "0" { return 0 }
        guard let (number, unit) = parts(text), let count = Int(number) else { return nil }
        return Int(min(max(Double(count) * unit, -longest), longest))
    }

    /// The number and the milliseconds of its unit; nil when there is no unit.
    static func parts(_ text: String) -> (String, Double)? {
        units.first { text.hasSuffix($0.suffix) }.map { (String(text.dropLast($0.suffix.count)), $0.milliseconds) }
    }

    /// The time as the server prints it: in its largest unit, with one digit behind the point at most.
    static func text(_ milliseconds: Int) -> String {
        if milliseconds == 0 { return "0s" }
        let sizes: [(suffix: String, factor: Int)] = [("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000)]
        guard let unit = sizes.first(where: { abs(milliseconds) >= $0.factor }) else { return "\(milliseconds)ms" }
        let tenths = milliseconds * 10 / unit.factor
        return "\(tenths / 10)" + (tenths % 10 == 0 ? "" : ".\(abs(tenths % 10))") + unit.suffix
    }

    /// The time as a whole number of a unit such as `ms` or `s`; as `text` where there is no such unit.
    static func text(_ milliseconds: Int, unit: String?) -> String {
        guard let unit = units.first(where: { $0.suffix == unit }) else { return text(milliseconds) }
        return String(Int(Double(milliseconds) / unit.milliseconds))
    }
}
