import HTTPClient

/// How long a response asks to wait (RFC 9110, section 10.2.3).
enum RetryAfter {
    /// The delay; nil when the header is missing or cannot be read.
    ///
    /// A date counts from the response's own `Date`, for clocks differ.
    static func delay(in response: HTTPClient.Response) -> Duration? {
        guard let value = response.header("Retry-After") else { return nil }
        if let seconds = Int(value), seconds >= 0 { return .seconds(min(seconds, 86_400)) }
        guard let later = seconds(value), let now = response.header("Date").flatMap(seconds) else { return nil }
        return .seconds(max(0, min(later - now, 86_400)))
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// The seconds since 1970 of a date such as `Sun, 06 Nov 1994 08:49:37 GMT`.
    private static func seconds(_ text: String) -> Int? {
        let words = text.split(separator: " ")
        guard words.count == 6, words[5] == "GMT", let day = Int(words[1]), (1...31).contains(day),
            let month = months.firstIndex(of: String(words[2])), let year = Int(words[3]), (1970...9999).contains(year)
        else { return nil }
        let time = words[4].split(separator: ":").compactMap { Int($0) }
        guard time.count == 3, time.allSatisfy({ (0...60).contains($0) }) else { return nil }
        return days(year, month + 1, day) * 86_400 + time[0] * 3600 + time[1] * 60 + time[2]
    }

    /// The days since 1970-01-01 in the Gregorian calendar, with years that begin in March so that leap days come last.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let marchYear = month > 2 ? year : year - 1
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return marchYear * 365 + marchYear / 4 - marchYear / 100 + marchYear / 400 + dayOfYear - 719_468
    }
}
