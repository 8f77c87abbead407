package import RunbookRun

/// Moments as people read them, always in UTC: whoever reads a report may sit in another zone than who ran it.
package enum MomentText {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// The day and the time to the second: `21 Nov 2026 09:12:03 UTC`.
    package static func full(_ moment: Timestamp) -> String {
        let date = moment.parts.date
        return "\(date.day) \(months[date.month - 1]) \(date.year) \(clock(moment)) UTC"
    }

    /// The time of day to the second: `09:12:03`.
    package static func clock(_ moment: Timestamp) -> String {
        let clock = moment.parts.clock
        return [clock.hour, clock.minute, clock.second].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}
