/// Moments as queries write them: a date, or `now` or a date with `||`, moved and rounded as in `now-1d/d`.
enum DateMath {
    /// The moment in milliseconds since 1970; nil when the text is not one.
    ///
    /// - Parameter roundsUp: Whether the last moment is meant of what the text leaves open.
    static func milliseconds(_ text: String, now: Int, roundsUp: Bool) -> Int? {
        let base: Int
        var rest: Substring
        if text.hasPrefix("now") {
            base = now
            rest = text.dropFirst(3)
        } else if let bar = text.firstRange(of: "||") {
            guard let moment = DateText.milliseconds(String(text[..<bar.lowerBound])) else { return nil }
            base = min(max(moment, -ISODate.longest), ISODate.longest)
            rest = text[bar.upperBound...]
        } else {
            return DateText.range(text).map { roundsUp ? $0.upperBound : $0.lowerBound }
        }
        var moment = base
        while let sign = rest.popFirst() {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            rest = rest[digits.endIndex...]
            guard let unit = rest.popFirst(), "yMwdhHms".contains(unit) else { return nil }
            switch sign {
            case "/":
                moment = floor(moment, unit)
                if roundsUp { moment = moved(moment, by: 1, unit) - 1 }
            case "+", "-": moment = moved(moment, by: (sign == "-" ? -1 : 1) * (Int(digits) ?? 1), unit)
            default: return nil
            }
        }
        return moment
    }

    private static func moved(_ moment: Int, by count: Int, _ unit: Character) -> Int {
        if unit == "s" { return moment + min(max(count, -1_000_000_000), 1_000_000_000) * 1000 }
        var date = CivilDate(moment)
        date.move(by: count, unit)
        return date.milliseconds + belowMinute(moment)
    }

    private static func floor(_ moment: Int, _ unit: Character) -> Int {
        if unit == "s" { return moment - belowMinute(moment) % 1000 }
        var date = CivilDate(moment)
        date.round(to: unit)
        return date.milliseconds
    }

    private static func belowMinute(_ moment: Int) -> Int { (moment % 60_000 + 60_000) % 60_000 }
}
