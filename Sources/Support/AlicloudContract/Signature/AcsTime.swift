import Calendar

/// Moments as the cloud writes them, in UTC and without a calendar from elsewhere.
package enum AcsTime {
    /// `YYYY-MM-DDTHH:MM:SSZ` for milliseconds since 1970-01-01T00:00:00Z; years 0 to 9999.
    package static func text(_ milliseconds: Int) -> String {
        let (date, milliseconds) = CalendarDay.split(milliseconds)
        let time = milliseconds / 1000
        let clock = [time / 3600, time / 60 % 60, time % 60].map { padded($0, 2) }.joined(separator: ":")
        return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))T\(clock)Z"
    }

    /// Milliseconds since 1970-01-01T00:00:00Z of `YYYY-MM-DDTHH:MM:SSZ`; nil for any other text.
    package static func milliseconds(_ text: some StringProtocol) -> Int? {
        let bytes = Array(text.utf8)
        guard bytes.count == 20 else { return nil }
        for (index, mark) in [(4, "-"), (7, "-"), (10, "T"), (13, ":"), (16, ":"), (19, "Z")] {
            guard bytes[index] == mark.utf8.first else { return nil }
        }
        let parts = [0..<4, 5..<7, 8..<10, 11..<13, 14..<16, 17..<19].map { number(bytes[$0]) }
        guard let year = parts[0], let month = parts[1], let day = parts[2], let hour = parts[3], let minute = parts[4],
            let second = parts[5]
        else { return nil }
        return moment(year, month, day, hour, minute, second)
    }

    private static func moment(
        _ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int, _ second: Int
    ) -> Int? {
        guard year <= 9999, hour < 24, minute < 60, second < 61,
            let date = CalendarDay(year: year, month: month, day: day)
        else { return nil }
        return (date.since1970 * 86_400 + hour * 3600 + minute * 60 + second) * 1000
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard !digits.isEmpty, digits.count <= 4, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(width - text.count, 0)) + text
    }
}
