internal import RunbookRun

/// The names of runs: the day in UTC and four random digits, such as `2026-11-21-7f3c`.
enum RunName {
    /// A new name; one in 65,536 is another run's of that day.
    ///
    /// - Parameter digits: The length of the random suffix.
    static func make(at time: Timestamp, digits: Int = 4) -> String {
        let suffix = (0..<digits).map { _ in String(Int.random(in: 0..<16), radix: 16) }.joined()
        return "\(time.iso8601.prefix(10))-\(suffix)"
    }
}
