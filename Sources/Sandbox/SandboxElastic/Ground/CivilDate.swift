/// A date and a time of day in UTC, in the parts that names of indices are made of.
struct CivilDate: Sendable, Hashable {
    private(set) var year: Int
    private(set) var month: Int
    private(set) var day: Int
    private(set) var hour: Int
    private(set) var minute: Int

    /// - Parameter milliseconds: Since 1970-01-01T00:00:00Z.
    init(_ milliseconds: Int) {
        // The text's parts stand at fixed places in years of four digits.
        let parts = ISODate.text(milliseconds).split { !$0.isNumber }.compactMap { Int($0) }
        (year, month, day, hour, minute) = (parts[0], parts[1], parts[2], parts[3], parts[4])
    }

    /// Since 1970-01-01T00:00:00Z.
    var milliseconds: Int {
        // Howard Hinnant, "chrono-compatible low-level date algorithms".
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return (era * 146_097 + dayOfEra - 719_468) * 86_400_000 + hour * 3_600_000 + minute * 60_000
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
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        year = max(months / 12, 1)
        month = max(months, 0) % 12 + 1
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        day = min(day, lengths[month - 1] + (month == 2 && isLeap ? 1 : 0))
    }

    /// Rounds down to a unit.
    mutating func round(to unit: Character) {
        switch unit {
        case "y": (month, day, hour, minute) = (1, 1, 0, 0)
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
