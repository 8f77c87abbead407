import RunbookModel
package import RunbookRun

/// What of a run waits for a person, and how each of it is answered.
package struct WaitingLines {
    private static let mostParagraphs = 20

    private let run: ReportedRun
    private let now: Timestamp

    /// Makes the writer of a list.
    ///
    /// - Parameter now: This moment, for how long each question has waited.
    package init(_ run: ReportedRun, now: Timestamp) {
        self.run = run
        self.now = now
    }

    /// The steps that wait for a person or are in doubt, in document order.
    var steps: [ReportedStep] {
        run.attended.filter { step in
            step.state == .inDoubt || step.state == .waiting && step.record.question != nil
        }
    }

    /// The list: a sentence when nothing waits, or when nobody can answer any more.
    package var lines: [RunLine] {
        let steps = steps
        let name = VisibleText.oneLine(run.run)
        if steps.isEmpty {
            return [
                RunLine.phrase(
                    "nothing waits in the run `\(name)`: \(run.isUnanswerable ? "it" : "it is") \(run.standing)")
            ]
        }
        if run.isGone {
            return [
                RunLine.phrase(
                    "the sandbox of the run `\(name)` ended with its process: nothing can be answered any more")
            ] + NextCommands.block(for: run)
        }
        let count = steps.count == 1 ? "1 step waits" : "\(steps.count) steps wait"
        var lines = [RunLine.phrase("\(count) in the run `\(name)`: \(visible(run.start.outline.title))", .strong)]
        for step in steps { lines += [RunLine("")] + self.lines(of: step) + answers(of: step) }
        return lines
    }

    /// What one step asks, as a person must have seen it before an answer; empty when it asks nothing.
    package func question(ofStep id: String) -> [RunLine] {
        run.attended.first { $0.outline.id == id }.map { lines(of: $0) } ?? []
    }

    private func lines(of step: ReportedStep) -> [RunLine] {
        let record = step.record
        let waits = record.asked.map {
            ", since \(MomentText.full($0)) (\(ElapsedText.text(now.since($0))))"
        }
        let isDoubtful = step.state == .inDoubt
        var lines = [
            RunLine("  ") + step.state.mark + RunLine(" \(visible(step.heading))", .strong)
                + RunLine(isDoubtful ? ", in doubt" : waits ?? "")
        ]
        if isDoubtful {
            lines.append(indented(step.doubt))
            let requests = record.doubtfulRequests
            lines += requests.prefix(20).map { indented("in doubt: " + $0) }
            if requests.count > 20 { lines.append(indented("and \(requests.count - 20) more")) }
        } else if let question = record.question {
            if visible(question.text) != visible(step.outline.title) { lines += paragraphs(question.text) }
            if let values = question.allowed { lines.append(indented(values)) }
            if let expires = question.expires {
                lines.append(
                    indented(
                        step.isTooOld(at: now)
                            ? "It is too old to be answered. The command below asks it again."
                            : "A yes holds good for \(DurationText.text(expires))."))
            }
            lines += question.actions.prefix(20).map { indented("  " + $0) }
            if question.actions.count > 20 { lines.append(indented("  and \(question.actions.count - 20) more")) }
            if question.kinds.contains(.destroy) { lines.append(indented("This step destroys data or resources.")) }
            if question.kinds.contains(.spend) { lines.append(indented("This step costs money.")) }
            lines += EvidenceText.sentences(question).map(indented)
        }
        return lines
    }

    private func answers(of step: ReportedStep) -> [RunLine] {
        var lines: [RunLine] = []
        let isDoubtful = step.state == .inDoubt
        let command = NextCommands.confirm(run, step, at: now)
        lines.append(RunLine("    " + VisibleText.oneLine(command, limit: 8000), .strong).command)
        if step.isTooOld(at: now) {
            // A no never expires.
            let no = NextCommands.confirm(run, step) + " --abort  # or --skip REASON"
            lines.append(RunLine("    or, to refuse: " + VisibleText.oneLine(no, limit: 8000), .faint).exact)
        } else if !isDoubtful {
            // Some commands say it behind the other answers.
            let question = step.record.question
            let isRepetition = question?.kinds.contains(.repeat) == true && question?.parameter != nil
            let isSaid = isRepetition || step.record.asksAboutFailure
            lines.append(RunLine("    or with \(isSaid ? "" : "--skip REASON, or ")--abort", .faint))
        }
        return lines
    }

    /// A text of several lines or paragraphs, each on a line of its own.
    private func paragraphs(_ text: String) -> [RunLine] {
        let lines = text.utf8.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
        let rest = lines.count - Self.mostParagraphs
        return lines.prefix(Self.mostParagraphs).map(indented) + (rest > 0 ? [indented("and \(rest) more lines")] : [])
    }

    private func indented(_ text: String) -> RunLine { RunLine("    ") + .phrase(visible(text)) }

    private func visible(_ text: String) -> String { VisibleText.oneLine(text, limit: 500) }
}
