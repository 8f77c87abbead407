internal import RunbookModel
internal import RunbookRun

/// The block that tells why a step failed, or is in doubt: where, where it differs, what was asked, what came back,
/// what was changed so far, and how to continue.
package struct FailureLines: Sendable {
    private let run: ReportedRun
    private let layout: LineLayout
    private var width: Int { layout.width }
    private var isFitted: Bool { layout.isFitted }

    /// Makes the block's writer.
    ///
    /// - Parameter layout: The columns of a line; what is to be pasted is never cut.
    package init(_ run: ReportedRun, layout: LineLayout = .file()) {
        self.run = run
        self.layout = layout
    }

    /// The lines for every step that failed or is in doubt, in document order; none when there is none.
    package func lines() -> [RunLine] {
        let unfinished = run.unfinished
        if unfinished.isEmpty { return [] }
        return unfinished.flatMap { step in story(of: step) + [RunLine("")] } + changes() + NextCommands.block(for: run)
    }

    /// What is known of the failure of one step, without what follows from it; none for a step that is not there.
    package func story(ofStep id: String) -> [RunLine] {
        run.allSteps.first { $0.outline.id == id }.map(story) ?? []
    }

    /// The block of one step by itself.
    func lines(of step: ReportedStep) -> [RunLine] {
        story(of: step) + [RunLine("")] + changes() + NextCommands.block(for: run)
    }

    private func story(of step: ReportedStep) -> [RunLine] {
        let failure = step.record.failure
        return [headline(step)] + place(step) + (failure.map(differences) ?? []) + asked(step) + answered(step)
            + causes(step) + (failure?.command.map { block("the same request as a command:", $0, isExact: true) } ?? [])
    }

    private func headline(_ step: ReportedStep) -> RunLine {
        if step.state == .inDoubt {
            return RunLine("in doubt: ", .error)
                + .phrase("the outcome is not known: " + visible(step.doubt), .strong)
        }
        guard let failure = step.record.failure else {
            return RunLine("failed: ", .error) + RunLine(visible(step.outline.title), .strong)
        }
        return RunLine("failed[\(visible(failure.code))]: ", .error) + .phrase(visible(failure.message), .strong)
    }

    private func place(_ step: ReportedStep) -> [RunLine] {
        let line = step.record.failure?.line ?? step.outline.line
        var lines = [RunLine("  --> ", .frame) + RunLine(visible(step.place))]
        if let document = run.text(of: step), (1...document.lineCount).contains(line) {
            let number = String(line)
            let margin = String(repeating: " ", count: number.count)
            let room = isFitted ? width - number.utf8.count - 3 : nil
            let excerpt = SourceExcerpt(document, document.span(document.range(ofLine: line)), room: room)
            lines += [
                RunLine("\(margin) |", .frame), (RunLine("\(number) | ", .frame) + RunLine(excerpt.text)).exact,
                RunLine("\(margin) |", .frame),
            ]
        }
        let number = step.outline.number.map { " \($0)" } ?? ""
        let heading = step.outline.section.last.flatMap { $0 == run.start.outline.title ? nil : $0 }
        let section = heading.map { " in “\($0)”" } ?? ""
        return lines + [RunLine.phrase(visible("step\(number) `\(step.outline.id)`\(section)"))]
    }

    private func differences(_ failure: StepFailure) -> [RunLine] {
        if failure.differences.isEmpty { return [] }
        let rest = failure.differences.count - 20
        return [RunLine("differs:")] + failure.differences.prefix(20).flatMap(difference)
            + (rest > 0 ? [RunLine("  and \(rest) more", .faint)] : [])
    }

    /// In one line where it fits, else a line for each side, so that they can be compared.
    private func difference(_ difference: StepFailure.Difference) -> [RunLine] {
        let (path, expected, actual) = (
            visible(difference.path), visible(difference.expected), visible(difference.actual)
        )
        let place = difference.line.map { " (line \($0))" } ?? ""
        let line = "  \(path) is \(actual), expected \(expected)\(place)"
        if ColumnWidth.of(line) <= width {
            return [
                RunLine("  \(path) is ") + RunLine(actual, .warning) + RunLine(", expected ") + RunLine(expected, .good)
                    + RunLine(place, .faint)
            ]
        }
        return [
            RunLine("  \(path)\(place)"), RunLine("    expected  ") + RunLine(expected, .good),
            RunLine("    actual    ") + RunLine(actual, .warning),
        ]
    }

    private func asked(_ step: ReportedStep) -> [RunLine] {
        guard let request = step.record.failure?.request ?? step.request else { return [] }
        let target = step.requestTarget.map { " to \($0)" } ?? ""
        // One request alone is in doubt as a whole.
        if step.state != .inDoubt || step.record.exchanges.count < 2 { return block("request\(target):", request) }
        let requests = step.record.doubtfulRequests
        let answered = step.answeredRequests
        let (more, rest) = (requests.count - 20, answered.count - 20)
        return requests.prefix(20).map { RunLine("in doubt: ", .warning) + RunLine(visible($0)) }
            + (more > 0 ? [RunLine("and \(more) more in doubt", .warning)] : [])
            + answered.prefix(20).map { RunLine(visible("answered: " + $0), .faint) }
            + (rest > 0 ? [RunLine("and \(rest) more answered", .faint)] : [])
            + block("request\(target):", request)
    }

    private func answered(_ step: ReportedStep) -> [RunLine] {
        if let response = step.response { return answered(response) }
        return step.wasSent ? [RunLine("no response came")] : []
    }

    /// What came back.
    func answered(_ response: ResponseRecord) -> [RunLine] {
        let status = response.status.map { "\($0) " } ?? ""
        let body = ReadableResponse(response)
        let title = "response: \(status)after \(ElapsedText.text(response.took))"
        return body.text.isEmpty
            ? [RunLine(title + ", without a body")] : block(title + ":", body.text, length: body.length)
    }

    /// What was found about the cause.
    private func causes(_ step: ReportedStep) -> [RunLine] {
        let causes = step.record.findings.filter { $0.result == .fails }
        if causes.isEmpty { return [] }
        return [RunLine(causes.count == 1 ? "cause:" : "causes:")]
            + causes.map { RunLine.phrase("  " + visible($0.brief), .warning) }
    }

    private func changes() -> [RunLine] {
        let changes = Changes(run).targets
        if changes.isEmpty { return [RunLine("nothing was changed")] }
        return [RunLine("changes so far:")]
            + changes.flatMap { change in
                let name = change.target.map { $0 + ": " } ?? ""
                return change.done.map { RunLine("  " + visible(name + $0)) }
                    + change.perhaps.map {
                        RunLine("  " + visible("\(name)possibly \($0.title)")) + RunLine(" (\($0.reason))", .warning)
                    }
            }
    }

    /// A text under its title.
    ///
    /// - Parameter isExact: Whether it is to be pasted, so that no line but the first may be moved to the right.
    func block(_ title: String, _ text: String, length: Int? = nil, isExact: Bool = false) -> [RunLine] {
        let bounded = BoundedText(text, length: length, bytes: 4096, lines: 40)
        let texts = VisibleText.lines(bounded.text).split(separator: "\n", omittingEmptySubsequences: false)
        let shown = isFitted && !isExact ? AlignedTable.fitted(texts, to: width - 2, isWhole: true) : texts
        var lines = shown.enumerated().map { index, text -> RunLine in
            if isExact { return index > 0 ? RunLine(String(text)).exact : RunLine("  " + text).command }
            return RunLine("  " + text).hanging(by: 4 + text.utf8.prefix { $0 == UInt8(ascii: " ") }.count)
        }
        while lines.last?.text.allSatisfy({ $0 == " " }) == true { lines.removeLast() }
        if let omission = bounded.omission {
            let command = "runbook report \(NextCommands.quoted(run.run))" + run.place.options(of: "report")
            lines += [
                RunLine("  … \(omission); the report has more:", .faint), RunLine("  " + command, .faint).command,
            ]
        }
        return [RunLine(visible(title))] + lines
    }

    private func visible(_ text: String) -> String { VisibleText.oneLine(text, limit: 1000) }
}
