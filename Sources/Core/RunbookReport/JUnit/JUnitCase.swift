/// One case of a suite: a step of a runbook, or a claim about the whole of it.
package struct JUnitCase: Sendable, Hashable {
    /// What became of a case.
    package enum Outcome: Sendable, Hashable {
        /// It holds.
        case passed
        /// It was left out, and why.
        case skipped(String)
        /// It does not hold: the kind of failure, what happened in a sentence, and all that is known of it.
        case failed(kind: String, message: String, text: String)
        /// Nobody knows whether it holds: the same.
        case unclear(kind: String, message: String, text: String)

        /// Whether it is a reason for a build to fail.
        var isBad: Bool {
            switch self {
            case .passed, .skipped: false
            case .failed, .unclear: true
            }
        }
    }

    /// What it is called; tools follow it from run to run.
    package let name: String
    /// The group it belongs to.
    package let group: String
    /// The file that it is in.
    package let file: String
    /// The line, from 1; nil for a claim about the whole file.
    package let line: Int?
    /// How long it took.
    package let took: Duration
    /// What became of it.
    package let outcome: Outcome

    /// Makes a case.
    package init(
        _ name: String, group: String, file: String, line: Int? = nil, took: Duration = .zero, outcome: Outcome
    ) {
        self.name = name
        self.group = group
        self.file = file
        self.line = line
        self.took = took
        self.outcome = outcome
    }
}
