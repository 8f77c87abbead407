import RunbookRun

extension StepState {
    /// The mark that a step's line begins with, one column wide.
    var mark: RunLine {
        switch self {
        case .pending: RunLine("·", .faint)
        case .waiting: RunLine("☐", .warning)
        case .running: RunLine("…", .frame)
        case .passed: RunLine("✓", .good)
        case .satisfied: RunLine("=", .good)
        case .skipped: RunLine("-", .faint)
        case .failed: RunLine("✗", .error)
        case .cancelled: RunLine("·", .warning)
        case .inDoubt: RunLine("?", .error)
        }
    }
}
