import RunbookRun

extension Delay {
    /// When it was said, and how often, as what precedes and follows the reason.
    var frame: (before: String, after: String) {
        let length = last.since(since)
        let count = tries > 1 ? " (\(tries) times in \(ElapsedText.text(length)))" : ""
        return ("\(MomentText.clock(since)) not done yet: ", count)
    }
}
