import RunbookModel
package import RunbookReport

/// What a test of one combination came to.
package struct TestResult: Sendable {
    /// Why it failed.
    package struct Failure: Sendable, Hashable {
        /// In one line.
        package let summary: String
        /// What the run said, a line each.
        package let details: [String]

        /// Makes a failure.
        package init(summary: String, details: [String] = []) {
            self.summary = summary
            self.details = details
        }
    }

    /// The runbook.
    package let file: String
    /// The chosen values.
    package let choice: [String: String]
    /// Why it failed; nil when it passed.
    package let failure: Failure?
    /// The first run; nil when it did not begin.
    package let run: ReportedRun?
    /// Why no more of it was tested, and what was not; nil where all was.
    ///
    /// It is not a failure of the runbook.
    package let untested: String?
    /// What it claims that is not so; nil when the first run failed, or nothing.
    package let broken: Claim?

    /// What is claimed of a runbook beside its steps.
    package enum Claim: String, Sendable, Hashable, CaseIterable {
        /// A second run sends nothing that is not a read.
        case secondRun = "a second run changes nothing"
        /// What the first run did can be taken back.
        case undo = "what it did is taken back"
    }

    /// Makes a result.
    package init(
        file: String, choice: [String: String], failure: Failure?, run: ReportedRun? = nil, broken: Claim? = nil,
        untested: String? = nil
    ) {
        self.file = file
        self.choice = choice
        self.failure = failure
        self.run = run
        self.broken = broken
        self.untested = untested
    }

    /// The file and the chosen values.
    package var name: String {
        let values = choice.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
        return file + (values.isEmpty ? "" : "  \(values)")
    }

    /// The result as lines.
    package var text: String {
        let name = VisibleText.visible(name)
        if let untested { return "PARTLY  \(name): \(untested)\n" }
        guard let failure else {
            let idle = run?.isIdle == true ? ": no step was run, because each was skipped; this tested nothing" : ""
            return "ok      \(name)\(idle)\n"
        }
        return "FAILED  \(name): \(failure.summary)\n" + failure.details.map { "        \($0)\n" }.joined()
    }
}
