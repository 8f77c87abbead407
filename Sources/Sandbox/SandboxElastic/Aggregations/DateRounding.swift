/// Moments rounded down to units of the calendar, or to a fixed length, in a time zone.
struct DateRounding: Sendable {
    /// What moments are rounded to.
    enum Unit: Sendable {
        case calendar(Character)
        case fixed(milliseconds: Int)
    }

    let unit: Unit
    var offset = 0
    var zone = ZoneRules.utc

    /// The names of the units of the calendar.
    static let calendarUnits: [String: Character] = [
        "second": "s", "1s": "s", "minute": "m", "1m": "m", "hour": "h", "1h": "h", "day": "d", "1d": "d",
        "week": "w", "1w": "w", "month": "M", "1M": "M", "quarter": "q", "1q": "q", "year": "y", "1y": "y",
    ]

    /// The server's error for a length of 0 or less.
    var problem: ElasticError? {
        if case .fixed(let length) = unit, length <= 0 {
            return .illegalArgument("Zero or negative time interval not supported")
        }
        return nil
    }

    /// The moment at which the unit began that a moment is in.
    func floor(_ moment: Int) -> Int { utc(roundedLocal(local(moment - offset))) + offset }

    /// The moment at which the next unit begins.
    func next(_ start: Int) -> Int {
        let begin = roundedLocal(local(start - offset))
        switch unit {
        case .fixed(let length): return utc(begin + max(length, 1)) + offset
        case .calendar("s"): return utc(begin + 1000) + offset
        case .calendar("q"): return utc(moved(begin, by: 3, "M")) + offset
        case .calendar(let unit): return utc(moved(begin, by: 1, unit)) + offset
        }
    }

    private func local(_ moment: Int) -> Int { moment + zone.offset(at: moment) }

    /// The moment that clocks of the zone show; where they are put back the first one, where they are put forward the
    /// one that follows the gap.
    private func utc(_ local: Int) -> Int {
        let early = local - zone.offset(at: local - CivilDate.halfDay)
        let late = local - zone.offset(at: local + CivilDate.halfDay)
        return early + zone.offset(at: early) == local ? early : late
    }

    private func moved(_ local: Int, by count: Int, _ unit: Character) -> Int {
        var date = CivilDate(local)
        date.move(by: count, unit)
        return date.milliseconds
    }

    private func roundedLocal(_ local: Int) -> Int {
        switch unit {
        case .fixed(let length): return DateRounding.floor(local, max(length, 1))
        case .calendar("s"): return DateRounding.floor(local, 1000)
        case .calendar(let unit):
            var date = CivilDate(local)
            date.round(to: unit)
            return date.milliseconds
        }
    }

    private static func floor(_ number: Int, _ length: Int) -> Int {
        let rest = number % length
        return number - (rest < 0 ? rest + length : rest)
    }
}
