/// A moment of the wall clock, in milliseconds since 1970-01-01T00:00:00Z.
package struct Timestamp: Sendable, Hashable, Comparable {
    /// Milliseconds since the epoch.
    package let milliseconds: Int

    /// Makes a moment.
    package init(milliseconds: Int) { self.milliseconds = milliseconds }

    /// Orders by time.
    package static func < (left: Timestamp, right: Timestamp) -> Bool { left.milliseconds < right.milliseconds }

    /// The time from another moment to this one.
    package func since(_ earlier: Timestamp) -> Duration {
        .milliseconds(milliseconds) - .milliseconds(earlier.milliseconds)
    }

    /// The moment in ISO 8601, UTC, with milliseconds: `2026-11-21T09:12:00.000Z`.
    package var iso8601: String {
        let (date, clock) = parts
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let fraction = String(1000 + clock.millisecond).dropFirst()
        return
            "\(date.year)-\(two(date.month))-\(two(date.day))T\(two(clock.hour)):\(two(clock.minute)):\(two(clock.second)).\(fraction)Z"
    }

    /// The calendar date and the time of day, in UTC.
    package var parts:
        (
            date: (year: Int, month: Int, day: Int), clock: (hour: Int, minute: Int, second: Int, millisecond: Int)
        )
    {
        let day = 86_400_000
        var days = milliseconds / day
        var rest = milliseconds % day
        if rest < 0 {
            rest += day
            days -= 1
        }
        // Days since 1970 to a date of the proleptic Gregorian calendar (H. Hinnant, "chrono-compatible low-level date
        // algorithms", civil_from_days).
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (
            (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1),
            (rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60, rest % 1000)
        )
    }
}
