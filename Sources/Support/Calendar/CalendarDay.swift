/// A day of the proleptic Gregorian calendar, in UTC.
package struct CalendarDay: Sendable, Hashable {
    /// The milliseconds of a day; leap seconds are not counted.
    package static let length = 86_400_000

    /// The year; 0 is the year before 1.
    package let year: Int
    /// The month, 1 to 12.
    package let month: Int
    /// The day of the month, from 1.
    package let day: Int

    /// The day of a date; nil when the month does not have it.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), (1...CalendarDay.length(ofMonth: month, in: year)).contains(day) else {
            return nil
        }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day so many days after 1970-01-01.
    ///
    /// The arithmetic is that of Howard Hinnant, "chrono-compatible low-level date algorithms": years begin in March, so
    /// that the leap day is the last one.
    package init(since1970 days: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// The days after 1970-01-01; negative before.
    package var since1970: Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The day of a moment, and the time of day.
    ///
    /// - Parameter milliseconds: Since 1970-01-01T00:00:00Z.
    /// - Returns: The day, and the milliseconds since it began.
    package static func split(_ milliseconds: Int) -> (day: CalendarDay, time: Int) {
        let (days, time) = milliseconds.quotientAndRemainder(dividingBy: length)
        return time < 0 ? (CalendarDay(since1970: days - 1), time + length) : (CalendarDay(since1970: days), time)
    }

    /// How many days a month has.
    package static func length(ofMonth month: Int, in year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return switch month {
        case 2: isLeap ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
