import RunbookRun

/// The checks of a step that do not hold, as one failure: the first of them, and what all of them found.
struct UnmetChecks {
    private var first: StepFailure?
    private var count = 0
    private var differences: [StepFailure.Difference] = []

    /// Whether all hold.
    var isEmpty: Bool { first == nil }

    /// Adds one that does not hold.
    mutating func add(_ failure: StepFailure) {
        count += 1
        guard let first else {
            first = failure
            differences = failure.differences
            return
        }
        // The failure names one target, so a place on another one says which.
        let place = failure.target == first.target ? "" : failure.target.map { "\($0): " } ?? ""
        let line = failure.line == first.line ? nil : failure.line
        let found =
            failure.differences.isEmpty
            ? [StepFailure.Difference(path: "it", expected: "a value", actual: failure.message)] : failure.differences
        differences += found.map {
            StepFailure.Difference(path: place + $0.path, expected: $0.expected, actual: $0.actual, line: line)
        }
    }

    /// What they come to.
    var judgement: StepJudge.Judgement {
        guard let first else { return .holds }
        if count == 1 { return .unmet(first) }
        let others = count == 2 ? "1 more check does not pass" : "\(count - 1) more checks do not pass"
        return .unmet(
            StepFailure(
                code: first.code, message: "\(first.message), and \(others)",
                file: first.file, line: first.line, target: first.target, request: first.request,
                command: first.command, differences: differences))
    }
}
