import Calendar

/// Dates as documents write them.
enum DateText {
    /// The pattern of a mapping that says none.
    static let defaultFormat = "strict_date_optional_time||epoch_millis"
    /// The pattern that dates with slashes get.
    static let slashFormat = "yyyy/MM/dd HH:mm:ss||yyyy/MM/dd||epoch_millis"

    /// The format in which an unmapped string is a date; nil when it is not one.
    static func detect(_ text: String) -> String? {
        guard text.contains(where: "-/:".contains) else { return nil }
        if strict(text) != nil { return defaultFormat }
        return slashed(text) != nil ? slashFormat : nil
    }

    /// The moment in milliseconds since 1970.
    static func milliseconds(_ text: String) -> Int? { strict(text) ?? slashed(text) ?? Int(text) }

    /// The moments that a text stands for in a query: a date without a time is the whole day.
    static func range(_ text: String) -> ClosedRange<Int>? {
        guard let start = milliseconds(text) else { return nil }
        guard let clock = text.firstIndex(of: "T") else {
            return start...(start + (text.count == 10 && text.contains("-") ? 86_399_999 : 0))
        }
        let time = text[clock...].prefix { !"Z+-".contains($0) }
        if time.contains(".") { return start...start }
        return start...(start + [3_599_999, 59_999, 999][min(time.count { $0 == ":" }, 2)])
    }

    /// `yyyy-MM-dd'T'HH:mm:ss.SSSZ`, everything behind the year optional.
    static func strict(_ text: String) -> Int? {
        var rest = text[...]
        guard let year = number(&rest, 4) else { return nil }
        var month = 1
        var day = 1
        var time = 0
        if !rest.isEmpty {
            guard rest.popFirst() == "-", let value = number(&rest, 2) else { return nil }
            month = value
        }
        if !rest.isEmpty, rest.first != "T" {
            guard rest.popFirst() == "-", let value = number(&rest, 2) else { return nil }
            day = value
        }
        if !rest.isEmpty {
            guard rest.popFirst() == "T" else { return nil }
            if !rest.isEmpty {
                guard let value = clock(&rest) else { return nil }
                time = value
            }
        }
        guard rest.isEmpty else { return nil }
        return CalendarDay(year: year, month: month, day: day).map { $0.since1970 * CalendarDay.length + time }
    }

    /// `yyyy/MM/dd` with or without ` HH:mm:ss`.
    private static func slashed(_ text: String) -> Int? {
        var rest = text[...]
        guard let year = number(&rest, 4), rest.popFirst() == "/", let month = number(&rest, 2),
            rest.popFirst() == "/", let day = number(&rest, 2)
        else { return nil }
        var time = 0
        if !rest.isEmpty {
            guard rest.popFirst() == " ", let value = clock(&rest), rest.isEmpty else { return nil }
            time = value
        }
        return CalendarDay(year: year, month: month, day: day).map { $0.since1970 * CalendarDay.length + time }
    }

    private static func clock(_ rest: inout Substring) -> Int? {
        guard let hour = number(&rest, 2), hour < 24 else { return nil }
        var time = hour * 3_600_000
        if rest.first == ":" {
            rest.removeFirst()
            guard let minute = number(&rest, 2), minute < 60 else { return nil }
            time += minute * 60_000
        }
        if rest.first == ":" {
            rest.removeFirst()
            guard let second = number(&rest, 2), second < 60 else { return nil }
            time += second * 1000
        }
        if rest.first == "." || rest.first == "," {
            rest.removeFirst()
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            guard (1...9).contains(digits.count) else { return nil }
            time += Int((digits + "00").prefix(3)) ?? 0
            rest = rest.dropFirst(digits.count)
        }
        return zone(&rest).map { time - $0 }
    }

    private static func zone(_ rest: inout Substring) -> Int? {
        guard let sign = rest.first else { return 0 }
        rest.removeFirst()
        if sign == "Z" { return 0 }
        guard sign == "+" || sign == "-", let hours = number(&rest, 2) else { return nil }
        if rest.first == ":" { rest.removeFirst() }
        let minutes = number(&rest, 2) ?? 0
        return (sign == "-" ? -1 : 1) * (hours * 3_600_000 + minutes * 60_000)
    }

    private static func number(_ rest: inout Substring, _ digits: Int) -> Int? {
        let text = rest.prefix(digits)
        guard text.count == digits, text.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        rest = rest.dropFirst(digits)
        return Int(text)
    }
}
