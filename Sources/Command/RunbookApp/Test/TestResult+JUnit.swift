package import RunbookReport

extension TestResult {
    /// The result as a suite of JUnit's: the steps of the first run, and what is claimed of the runbook as a whole.
    package var suite: JUnitSuite {
        var suite = run.map { JUnitSuite($0, name: name, skipping: notEmulated) } ?? JUnitSuite(name)
        // A failed step tells its failure itself.
        if let failure, !suite.hasFailed {
            suite.append(claim(broken?.rawValue ?? "it can be tested", failure))
        } else if failure == nil {
            for kept in Claim.allCases { suite.append(claim(kept.rawValue, nil)) }
        }
        return suite
    }

    /// The failures that say nothing about the runbook.
    private var notEmulated: Set<String> { untested == nil ? [] : ["sandbox/not-emulated"] }

    private func claim(_ name: String, _ failure: Failure?) -> JUnitCase {
        let outcome = failure.map { failure in
            JUnitCase.Outcome.failed(
                kind: "test", message: failure.summary, text: "\n" + failure.details.map { $0 + "\n" }.joined())
        }
        let rest = untested.map(JUnitCase.Outcome.skipped) ?? .passed
        return JUnitCase(name, group: "runbook test", file: file, outcome: outcome ?? rest)
    }
}
