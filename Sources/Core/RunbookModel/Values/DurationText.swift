/// Durations as runbooks write them: `250ms`, `30s`, `2m`, `1h`.
public enum DurationText {
    /// The units, with their length in milliseconds.
    private static let units: [(name: String, milliseconds: Int)] = [
        ("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000),
    ]

    /// The longest duration that may be written: 1,000 hours.
    public static let longest = Duration.seconds(3_600_000)

    /// Reads a duration: digits and a unit; nil for anything else, a bare number included, and beyond `longest`.
    public static func parse(_ text: some StringProtocol) -> Duration? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, digits.count <= 10, let number = Int(digits),
            let unit = units.first(where: { $0.name == text[digits.endIndex...] })
        else { return nil }
        let duration = Duration.milliseconds(number * unit.milliseconds)
        return duration <= longest ? duration : nil
    }

    /// A duration as runbooks write it, to the millisecond, in the largest unit that needs no fraction.
    public static func text(_ duration: Duration) -> String {
        // What is left of a second is rarely a whole number of milliseconds.
        let milliseconds = (duration + .microseconds(500)).inMilliseconds
        let unit = units.last { milliseconds % $0.milliseconds == 0 && milliseconds >= $0.milliseconds } ?? units[1]
        return "\(milliseconds / unit.milliseconds)\(unit.name)"
    }
}

extension Duration {
    /// The duration in whole milliseconds; one beyond 292 million years as so long.
    public var inMilliseconds: Int {
        let (seconds, attoseconds) = components
        let (whole, isTooLong) = Int(seconds).multipliedReportingOverflow(by: 1000)
        let (sum, isTooLongToo) = whole.addingReportingOverflow(Int(attoseconds / 1_000_000_000_000_000))
        return isTooLong || isTooLongToo ? (seconds < 0 ? .min : .max) : sum
    }
}
