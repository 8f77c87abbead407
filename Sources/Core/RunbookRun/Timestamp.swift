import Calendar

/// A moment of the wall clock, in milliseconds since 1970-01-01T00:00:00Z.
package struct Timestamp: Sendable, Hashable, Comparable {
    /// Milliseconds since the epoch.
    package let milliseconds: Int

    /// How far from 1970 a moment can be: some 70,000 years.
    ///
    /// A damaged journal has any number, and moments are added and scaled.
    package static let furthest = 1 << 51

    /// Makes a moment; one that is too far away becomes the furthest.
    package init(milliseconds: Int) {
        self.milliseconds = min(max(milliseconds, -Timestamp.furthest), Timestamp.furthest)
    }

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
        let (day, time) = CalendarDay.split(milliseconds)
        return (
            (day.year, day.month, day.day), (time / 3_600_000, time / 60_000 % 60, time / 1000 % 60, time % 1000)
        )
    }
}
