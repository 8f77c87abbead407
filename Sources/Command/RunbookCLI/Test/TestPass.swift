import RunbookReport

/// One of the two runs of a trial.
struct TestPass {
    /// Why it is not as it must be; nil when it is.
    let failure: TestResult.Failure?
    /// The run as reports see it; nil when it did not begin.
    let run: ReportedRun?
}
