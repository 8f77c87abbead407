import RunbookModel
import RunbookReport

/// What a test of one combination came to.
struct TestResult {
    /// Why it failed.
    struct Failure {
        /// In one line.
        let summary: String
        /// What the run said, a line each.
        let details: [String]
    }

    let file: String
    let choice: [String: String]
    let failure: Failure?
    /// The first run; nil when it did not begin.
    var run: ReportedRun?
    /// Whether it is the second run that failed.
    var isOfSecondRun = false

    /// The file and the chosen values.
    var name: String {
        let values = choice.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
        return file + (values.isEmpty ? "" : "  \(values)")
    }

    /// The result as lines.
    var text: String {
        let name = VisibleText.visible(name)
        guard let failure else { return "ok      \(name)\n" }
        return "FAILED  \(name): \(failure.summary)\n" + failure.details.map { "        \($0)\n" }.joined()
    }
}
