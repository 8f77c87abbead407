import OrderedJSON
import RunbookModel
import RunbookRun

extension JUnitSuite {
    /// A run as a suite, a case a step.
    ///
    /// A step that was already so counts as passed. A step that nobody reached, or that waits for a person, is skipped:
    /// it is not a failure of the runbook. A step in doubt is an error, because it is not known what became of it.
    ///
    /// - Parameters:
    ///   - name: What it is called; the document's file when it is not given.
    ///   - skipping: The codes of failures that count as skipped.
    package init(_ run: ReportedRun, name: String? = nil, skipping: Set<String> = []) {
        let start = run.start
        let parameters = start.parameters.filter { !$0.isSecret }.compactMap { parameter in
            parameter.value.map { Property("parameter.\(parameter.name)", $0.string ?? $0.text()) }
        }
        self.init(
            name ?? start.document.file, started: run.state.started, host: start.host,
            properties: [
                Property("run", run.run), Property("title", start.outline.title),
                Property("environment", start.environment.label), Property("state", run.phase.rawValue),
            ] + parameters, cases: run.allSteps.map { JUnitCase($0, of: run, skipping: skipping) })
    }
}

extension JUnitCase {
    fileprivate init(_ step: ReportedStep, of run: ReportedRun, skipping: Set<String>) {
        let section = step.outline.section.dropFirst(step.outline.section.first == run.start.outline.title ? 1 : 0)
        self.init(
            "\(step.heading) (\(step.outline.id))",
            group: section.isEmpty ? run.start.outline.title : section.joined(separator: " / "),
            file: run.start.document(of: step.outline).file, line: step.outline.line,
            took: step.took ?? .zero, outcome: Outcome(step, of: run, skipping: skipping))
    }
}

extension JUnitCase.Outcome {
    fileprivate init(_ step: ReportedStep, of run: ReportedRun, skipping: Set<String>) {
        switch step.state {
        case .passed, .satisfied: self = .passed
        case .skipped:
            let skipped = step.record.skipped
            self = .skipped(skipped.map { $0.reason.words(detail: $0.detail) } ?? step.state.words)
        case .pending, .waiting, .running, .cancelled: self = .skipped(step.state.words)
        case .failed where step.record.failure.map { skipping.contains($0.code) } ?? false:
            self = .skipped(step.record.failure?.message ?? "")
        case .failed:
            let failure = step.record.failure
            self = .failed(
                kind: failure?.code ?? "failed",
                message: failure.map { FailureReason.text($0, of: step.outline) } ?? "it failed",
                text: "\n" + FailureLines(run).lines(of: step).map { $0.text + "\n" }.joined())
        case .inDoubt:
            let doubt = step.doubtInOneLine
            self = .unclear(
                kind: step.state.rawValue, message: "the outcome is not known: \(doubt)",
                text: step.request.map { "\n\($0)\n" } ?? "")
        }
    }
}
