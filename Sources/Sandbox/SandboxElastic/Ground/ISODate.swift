import Calendar

/// Moments as tables write them.
enum ISODate {
    /// Moments further away than dates go are shown as the last one (ECMA-262's range of 100 million days).
    static let longest = 8_640_000_000_000_000

    /// `yyyy-MM-ddTHH:mm:ss.SSSZ`.
    static func text(_ milliseconds: Int) -> String {
        let (day, time) = CalendarDay.split(min(max(milliseconds, -longest), longest))
        let date = "\(padded(day.year, 4))-\(padded(day.month, 2))-\(padded(day.day, 2))"
        return "\(date)T\(clock(time)).\(padded(time % 1000, 3))Z"
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
