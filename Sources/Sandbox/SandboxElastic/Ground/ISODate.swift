/// Moments as tables write them.
enum ISODate {
    /// Moments further away than dates go are shown as the last one (ECMA-262's range of 100 million days).
    static let longest = 8_640_000_000_000_000

    /// `yyyy-MM-ddTHH:mm:ss.SSSZ` (Howard Hinnant, "chrono-compatible low-level date algorithms").
    static func text(_ milliseconds: Int) -> String {
        let milliseconds = min(max(milliseconds, -longest), longest)
        let days = (milliseconds - (milliseconds < 0 ? 86_399_999 : 0)) / 86_400_000
        let time = milliseconds - days * 86_400_000
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        let date = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
        return "\(date)T\(clock(milliseconds)).\(padded(time % 1000, 3))Z"
    }

    /// `HH:mm:ss`.
    static func clock(_ milliseconds: Int) -> String {
        let seconds = (milliseconds / 1000 % 86_400 + 86_400) % 86_400
        return [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, 2) }.joined(separator: ":")
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(width - text.count, 0)) + text
    }
}
