import Calendar

/// Moments written by a pattern such as `yyyy-MM-dd'T'HH:mm`, or by the name of one.
struct DatePattern: Sendable {
    private enum Part: Sendable {
        case text(String)
        case letter(Character, count: Int)
    }

    private var parts: [Part] = []

    /// The patterns that have names; each may begin with `strict_` too.
    private static let named: [String: String] = [
        "date": "yyyy-MM-dd", "date_hour": "yyyy-MM-dd'T'HH", "date_hour_minute": "yyyy-MM-dd'T'HH:mm",
        "date_hour_minute_second": "yyyy-MM-dd'T'HH:mm:ss",
        "date_hour_minute_second_millis": "yyyy-MM-dd'T'HH:mm:ss.SSS",
        "date_time": "yyyy-MM-dd'T'HH:mm:ss.SSSXXX", "date_time_no_millis": "yyyy-MM-dd'T'HH:mm:ssXXX",
        "date_optional_time": "yyyy-MM-dd'T'HH:mm:ss.SSSXXX", "basic_date": "yyyyMMdd",
        "basic_date_time": "yyyyMMdd'T'HHmmss.SSSX", "basic_date_time_no_millis": "yyyyMMdd'T'HHmmssX",
        "year": "yyyy", "year_month": "yyyy-MM", "year_month_day": "yyyy-MM-dd", "hour": "HH",
        "hour_minute": "HH:mm", "hour_minute_second": "HH:mm:ss", "hour_minute_second_millis": "HH:mm:ss.SSS",
        "time": "HH:mm:ss.SSSXXX", "time_no_millis": "HH:mm:ssXXX", "epoch_millis": "#", "epoch_second": "@",
    ]

    /// Letters of patterns that are written here; `#` and `@` are the numbers since 1970.
    private static let letters = Set("yuMLdHhKkmsSaEeZXxzV#@")
    /// Letters that Java knows too.
    private static let others = Set("GDQqYwWFcnNAOpB")

    /// What is wrong with a pattern.
    enum Problem: Error { case unknown(String), notEmulated(String) }

    /// Reads a pattern; of several with `||` the first one is written.
    init(_ format: String) throws(Problem) {
        let first = format.split(separator: "||", omittingEmptySubsequences: true).first.map(String.init) ?? format
        let name = first.hasPrefix("strict_") ? String(first.dropFirst(7)) : first
        var rest = (DatePattern.named[name] ?? (first.hasPrefix("8") ? String(first.dropFirst()) : first))[...]
        try DatePattern.checkLetters(rest)
        while let letter = rest.first {
            if letter == "'" {
                parts.append(.text(DatePattern.quoted(&rest)))
                continue
            }
            let run = rest.prefix { $0 == letter }
            rest = rest[run.endIndex...]
            if DatePattern.letters.contains(letter) {
                parts.append(.letter(letter, count: run.count))
            } else if DatePattern.others.contains(letter) {
                throw .notEmulated(String(letter))
            } else {
                parts.append(.text(String(run)))
            }
        }
    }

    /// The first letter that Java does not know is what it tells of, before anything else.
    private static func checkLetters(_ text: Substring) throws(Problem) {
        var isQuoted = false
        for letter in text {
            if letter == "'" { isQuoted.toggle() }
            if !isQuoted, letter.isASCII, letter.isLetter, !letters.contains(letter), !others.contains(letter) {
                throw .unknown(String(letter))
            }
        }
    }

    private static func quoted(_ rest: inout Substring) -> String {
        rest.removeFirst()
        let text = rest.prefix { $0 != "'" }
        rest = rest[text.endIndex...].dropFirst()
        return text.isEmpty ? "'" : String(text)
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

    /// The moment as clocks of a zone show it.
    func text(_ moment: Int, in zone: ZoneRules = .utc) -> String {
        let moment = min(max(moment, -ISODate.longest), ISODate.longest)
        let ahead = zone.offset(at: moment)
        let (day, time) = CalendarDay.split(moment + ahead)
        return parts.map { part in
            switch part {
            case .text(let text): text
            case .letter("#", _): String(moment)
            case .letter("@", _): String(moment / 1000)
            case .letter(let letter, let count): DatePattern.text(letter, count, day, time, ahead)
            }
        }.joined()
    }

    private static func text(_ letter: Character, _ count: Int, _ day: CalendarDay, _ time: Int, _ ahead: Int)
        -> String
    {
        let hour = time / 3_600_000
        switch letter {
        case "y", "u": return count == 2 ? padded(day.year % 100, 2) : padded(day.year, count)
        case "M", "L":
            let name = months[min(max(day.month, 1), 12) - 1]
            return count < 3 ? padded(day.month, count) : count == 3 ? String(name.prefix(3)) : name
        case "d": return padded(day.day, count)
        case "H": return padded(hour, count)
        case "k": return padded(hour == 0 ? 24 : hour, count)
        case "K": return padded(hour % 12, count)
        case "h": return padded((hour + 11) % 12 + 1, count)
        case "m": return padded(time / 60_000 % 60, count)
        case "s": return padded(time / 1000 % 60, count)
        case "S":
            let digits = padded(time % 1000, 3) + "000000"
            return String(digits.prefix(count))
        case "a": return hour < 12 ? "AM" : "PM"
        case "E", "e":
            // The first day of 1970 was a Thursday.
            let number = ((day.since1970 + 3) % 7 + 7) % 7
            if letter == "e", count < 3 { return padded((number + 1) % 7 + 1, count) }
            return count < 4 ? String(days[number].prefix(3)) : days[number]
        case "Z": return zone(ahead, hasColon: count > 3, isZero: count == 5 ? "Z" : nil)
        case "X": return zone(ahead, hasColon: count == 3 || count == 5, isZero: "Z", isShort: count == 1)
        case "x": return zone(ahead, hasColon: count == 3 || count == 5, isZero: nil, isShort: count == 1)
        default: return ahead == 0 ? "UTC" : zone(ahead, hasColon: true, isZero: nil)
        }
    }

    private static func zone(_ ahead: Int, hasColon: Bool, isZero: String?, isShort: Bool = false) -> String {
        if ahead == 0, let isZero { return isZero }
        let minutes = Int(ahead.magnitude) / 60_000
        let hours = (ahead < 0 ? "-" : "+") + padded(minutes / 60, 2)
        if isShort, minutes % 60 == 0 { return hours }
        return hours + (hasColon ? ":" : "") + padded(minutes % 60, 2)
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let text = String(number.magnitude)
        return (number < 0 ? "-" : "") + String(repeating: "0", count: max(width - text.utf8.count, 0)) + text
    }
}
