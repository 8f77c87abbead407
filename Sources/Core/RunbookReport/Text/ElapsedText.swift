internal import RunbookModel

/// Durations as people read them: `12 ms`, `4.2 s`, `42 s`, `1m 30s`, `2h 5m`.
///
/// `DurationText` writes what can be read back; this writes what was measured, rounded to what matters.
package enum ElapsedText {
    /// The duration for people; a negative one counts as none.
    package static func text(_ duration: Duration) -> String {
        let milliseconds = max(0, duration.inMilliseconds)
        if milliseconds < 100 { return "\(milliseconds) ms" }
        let tenths = (milliseconds + 50) / 100
        if tenths < 100 { return "\(tenths / 10).\(tenths % 10) s" }
        let seconds = (milliseconds + 500) / 1000
        if seconds < 60 { return "\(seconds) s" }
        if seconds < 3600 { return "\(seconds / 60)m \(seconds % 60)s" }
        let minutes = (seconds + 30) / 60
        return "\(minutes / 60)h \(minutes % 60)m"
    }
}
