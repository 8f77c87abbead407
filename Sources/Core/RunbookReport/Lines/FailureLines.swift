internal import RunbookModel

/// The block that tells why a step failed: where, what was asked, what came back, where they differ, what was changed
/// so far, and how to go on.
package struct FailureLines: Sendable {
    private let run: ReportedRun

    /// Makes the block's writer.
    package init(_ run: ReportedRun) { self.run = run }

    /// The lines for every failed step, in document order; none when there is none.
    package func lines() -> [RunLine] {
        let failed = (run.fixture + run.steps).filter { $0.state == .failed }
        if failed.isEmpty { return [] }
        return failed.flatMap { step in story(of: step) + [RunLine(.detail, "")] } + changes() + next()
    }

    /// The block of one step by itself.
    func lines(of step: ReportedStep) -> [RunLine] {
        story(of: step) + [RunLine(.detail, "")] + changes() + next()
    }

    private func story(of step: ReportedStep) -> [RunLine] {
        guard let failure = step.record.failure else {
            return [RunLine(.state(.failed), "failed: " + visible(step.outline.title))]
        }
        return [RunLine(.state(.failed), "failed[\(failure.code)]: " + visible(failure.message))]
            + place(step, failure) + asked(step, failure) + answered(step) + differences(failure)
    }

    private func place(_ step: ReportedStep, _ failure: StepFailure) -> [RunLine] {
        let line = failure.line ?? step.outline.line
        var lines = [RunLine(.detail, "  --> " + visible(step.place(in: run.start)))]
        if let document = run.document, !step.outline.isOfFixture, line <= document.lineCount {
            let number = String(line)
            let margin = String(repeating: " ", count: number.count)
            let range = document.range(ofLine: line)
            let excerpt = SourceExcerpt(document, document.span(range))
            lines += ["\(margin) |", "\(number) | \(excerpt.text)", "\(margin) |"].map { RunLine(.detail, $0) }
        }
        let number = step.outline.number.map { " \($0)" } ?? ""
        let section = step.outline.section.last.map { " in “\(visible($0))”" } ?? ""
        lines.append(RunLine(.detail, "step\(number) `\(visible(step.outline.id))`\(section)"))
        return lines
    }

    private func asked(_ step: ReportedStep, _ failure: StepFailure) -> [RunLine] {
        guard let request = failure.request ?? step.request else { return [] }
        let target = failure.target ?? step.record.exchanges.last?.action.target ?? step.outline.targets.first
        return block(target.map { "asked \($0):" } ?? "asked:", request)
            + (failure.command.map { block("the same to paste:", $0) } ?? [])
    }

    private func answered(_ step: ReportedStep) -> [RunLine] {
        guard let answer = step.answer else { return [RunLine(.detail, "no answer came back")] }
        let status = answer.status.map { "\($0) " } ?? ""
        let body = ReadableAnswer(answer)
        let title = "came back: \(status)after \(ElapsedText.text(answer.took))"
        return body.text.isEmpty
            ? [RunLine(.detail, title + ", without a body")] : block(title + ":", body.text, length: body.length)
    }

    private func differences(_ failure: StepFailure) -> [RunLine] {
        if failure.differences.isEmpty { return [] }
        return [RunLine(.detail, "differs:")]
            + failure.differences.prefix(20).flatMap { difference in
                [
                    "  \(visible(difference.path))", "    expected  \(visible(difference.expected))",
                    "    actual    \(visible(difference.actual))",
                ].map { RunLine(.detail, $0) }
            }
            + (failure.differences.count > 20
                ? [RunLine(.detail, "  and \(failure.differences.count - 20) more")] : [])
    }

    private func changes() -> [RunLine] {
        let changes = Changes(run).targets
        if changes.isEmpty { return [RunLine(.detail, "nothing was changed so far")] }
        return [RunLine(.detail, "changed so far:")]
            + changes.flatMap { change in
                let name = change.target.map { visible($0) + ": " } ?? ""
                return change.done.map { RunLine(.detail, "  \(name)\(visible($0))") }
                    + change.perhaps.map { RunLine(.detail, "  \(name)perhaps \(visible($0)) (no answer came)") }
            }
    }

    private func next() -> [RunLine] {
        let commands = NextCommands.lines(for: run)
        if commands.isEmpty { return [] }
        return [RunLine(.detail, "when the cause is mended:")]
            + commands.map { RunLine(.detail, "  " + visible($0)) }
    }

    private func block(_ title: String, _ text: String, length: Int? = nil) -> [RunLine] {
        let bounded = BoundedText(text, length: length, bytes: 4096, lines: 40)
        var lines = VisibleText.visible(bounded.text, keepsLines: true).split(
            separator: "\n", omittingEmptySubsequences: false
        ).map { "  " + $0 }
        while lines.last == "  " { lines.removeLast() }
        if let omission = bounded.omission {
            lines.append("  … \(omission): runbook report \(NextCommands.quoted(run.run))")
        }
        return [RunLine(.detail, visible(title))] + lines.map { RunLine(.detail, $0) }
    }

    private func visible(_ text: String) -> String {
        VisibleText.oneLine(text, limit: 1000)
    }
}
