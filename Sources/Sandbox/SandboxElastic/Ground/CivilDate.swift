import Calendar

/// A date and a time of day in UTC, in the parts that names of indices are made of.
struct CivilDate: Sendable, Hashable {
    private(set) var year: Int
    private(set) var month: Int
    private(set) var day: Int
    private(set) var hour: Int
    private(set) var minute: Int

    /// The milliseconds of half a day.
    static let halfDay = CalendarDay.length / 2

    /// - Parameter milliseconds: Since 1970-01-01T00:00:00Z.
    init(_ milliseconds: Int) {
        let (date, time) = CalendarDay.split(min(max(milliseconds, -ISODate.longest), ISODate.longest))
        (year, month, day) = (date.year, date.month, date.day)
        (hour, minute) = (time / 3_600_000, time / 60_000 % 60)
    }

    /// Since 1970-01-01T00:00:00Z.
    var milliseconds: Int {
        // The parts are always those of a day: moving keeps them so.
        let days = CalendarDay(year: year, month: month, day: day)?.since1970 ?? 0
        return days * CalendarDay.length + hour * 3_600_000 + minute * 60_000
    }

    /// Moves by a number of `y`, `M`, `w`, `d`, `h` or `H`, `m`; seconds are not kept.
    mutating func move(by count: Int, _ unit: Character) {
        // Further than any log reaches; it keeps the arithmetic in bounds.
        let count = min(max(count, -100_000), 100_000)
        switch unit {
        case "y": move(months: count * 12)
        case "M": move(months: count)
        case "w": self = CivilDate(milliseconds + count * 7 * 86_400_000)
        case "d": self = CivilDate(milliseconds + count * 86_400_000)
        case "h", "H": self = CivilDate(milliseconds + count * 3_600_000)
        case "m": self = CivilDate(milliseconds + count * 60_000)
        default: break
        }
    }

    private mutating func move(months count: Int) {
        let months = year * 12 + month - 1 + count
        year = max(months / 12, 1)
        month = max(months, 0) % 12 + 1
        day = min(day, CalendarDay.length(ofMonth: month, in: year))
    }

    /// Rounds down to a unit; `q` is a quarter of a year.
    mutating func round(to unit: Character) {
        switch unit {
        case "y": (month, day, hour, minute) = (1, 1, 0, 0)
        case "q": (month, day, hour, minute) = ((month - 1) / 3 * 3 + 1, 1, 0, 0)
        case "M": (day, hour, minute) = (1, 0, 0)
        case "w":
            (hour, minute) = (0, 0)
            // The first day of 1970 was a Thursday, the fourth of its week.
            move(by: -(((milliseconds / 86_400_000) + 3) % 7 + 7) % 7, "d")
        case "d": (hour, minute) = (0, 0)
        case "h", "H": minute = 0
        default: break
        }
    }
}
