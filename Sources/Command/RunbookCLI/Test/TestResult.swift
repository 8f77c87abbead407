import RunbookModel

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

    /// The result as lines.
    var text: String {
        let values = choice.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
        let name = VisibleText.visible(file) + (values.isEmpty ? "" : "  \(VisibleText.visible(values))")
        guard let failure else { return "ok      \(name)\n" }
        return "FAILED  \(name): \(failure.summary)\n" + failure.details.map { "        \($0)\n" }.joined()
    }
}
