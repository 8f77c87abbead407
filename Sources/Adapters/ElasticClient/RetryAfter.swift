import Calendar
import HTTPClient

/// How long a response asks to wait (RFC 9110, section 10.2.3).
enum RetryAfter {
    /// The delay; nil when the header is missing or cannot be read.
    ///
    /// A date counts from the response's own `Date`, because clocks differ.
    static func delay(in response: HTTPClient.Response) -> Duration? {
        guard let value = response.header("Retry-After") else { return nil }
        if let seconds = Int(value), seconds >= 0 { return .seconds(min(seconds, 86_400)) }
        guard let later = HTTPDate.milliseconds(value),
            let now = response.header("Date").flatMap({ HTTPDate.milliseconds($0) })
        else { return nil }
        return .milliseconds(max(0, min(later - now, CalendarDay.length)))
    }
}
