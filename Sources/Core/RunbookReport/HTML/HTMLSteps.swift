import OrderedJSON
import RunbookModel
import RunbookRun

/// The steps of a run by section, each with its requests and responses folded.
struct HTMLSteps {
    /// The most requests of a step that are shown.
    private static let mostExchanges = 50

    private let run: ReportedRun

    init(_ run: ReportedRun) { self.run = run }

    /// A part of the page; empty without steps.
    func text(title: String, _ steps: [ReportedStep]) -> String {
        if steps.isEmpty { return "" }
        var result = "<section><h2>\(title)</h2>\n"
        for (heading, step) in steps.headed(below: run.start.outline.title) {
            if let heading { result += "<h3>\(HTMLText.inline(heading))</h3>\n" }
            result += text(of: step)
        }
        return result + "</section>"
    }

    /// Where a step is in the page; no name from outside is one of ours.
    static func anchor(_ step: ReportedStep) -> String {
        "step-"
            + step.outline.id.utf8.map { byte in
                let isPlain = (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
                return isPlain ? String(UnicodeScalar(byte)) : "_" + String(byte, radix: 16)
            }.joined()
    }

    /// The mark of a step, which says in words what it is.
    static func mark(_ step: ReportedStep) -> String {
        let tone =
            switch step.state {
            case .passed, .satisfied: "good"
            case .failed, .inDoubt: "bad"
            case .waiting, .cancelled: "open"
            case .pending, .running, .skipped: "faint"
            }
        return "<span class=\"mark \(tone)\" title=\"\(HTMLText.inline(step.state.words))\">"
            + "\(HTMLText.inline(step.state.mark.text))</span>"
    }

    private func text(of step: ReportedStep) -> String {
        let isBad = step.state == .failed || step.state == .inDoubt
        return "<article id=\"\(Self.anchor(step))\"\(isBad ? " class=\"failed\"" : "")>"
            + "<h4>\(Self.mark(step)) \(HTMLText.inline(step.heading, limit: 160))</h4>"
            + "<p class=\"faint\">\(facts(step))</p>\(notes(step))\(folded(step))</article>\n"
    }

    private func facts(_ step: ReportedStep) -> String {
        let record = step.record
        var facts = [HTMLText.inline(step.state.words)]
        switch step.state {
        case .skipped: facts.append(record.skipped.map { HTMLText.phrase($0.reason.words(detail: $0.detail)) } ?? "")
        case .satisfied:
            if let check = record.satisfiedBy, check != step.outline.id {
                facts.append("\(HTMLText.code(check)) passes")
            }
        case .failed: facts.append(HTMLText.phrase(record.failure?.message ?? ""))
        case .inDoubt: facts.append(HTMLText.phrase(step.doubt))
        default: break
        }
        facts.append(step.took.map(ElapsedText.text) ?? "")
        if step.state != .skipped, let began = record.started ?? record.asked {
            facts.append("began at \(MomentText.clock(began))")
        }
        facts += record.counts
        if !step.outline.targets.isEmpty {
            facts.append("on " + step.outline.targets.map { HTMLText.code($0) }.joined(separator: ", "))
        }
        facts.append(HTMLText.code("\(step.document.file):\(step.outline.line)"))
        return facts.filter { !$0.isEmpty }.joined(separator: " · ")
    }

    private func notes(_ step: ReportedStep) -> String {
        let record = step.record
        var items = record.answers.map { given in
            "\(MomentText.clock(given.at)) <strong>\(HTMLText.inline(given.by))</strong> answered: "
                + "\(HTMLText.inline(step.words(of: given))) (\(HTMLText.inline(given.via)))"
        }
        items += record.delays.prefix(Self.mostExchanges).map { delay in
            delay.frame.before + HTMLText.phrase(delay.reason) + delay.frame.after
        }
        items += record.warnings.map { "Warning: \(HTMLText.phrase($0))" }
        items += record.shown.map { ["Shown: \(HTMLText.inline($0))"] } ?? []
        if step.state == .passed {
            items += step.outline.checks.map { "<code>\(HTMLText.inline($0, limit: 1000))</code>" }
        }
        items += record.values.captures.members.map { member in
            "\(HTMLText.code(member.name)) = \(HTMLText.code(member.value.string ?? member.value.text()))"
        }
        items += record.values.secrets.map { "\(HTMLText.code($0)) = <em>secret</em>" }
        return items.isEmpty ? "" : "<ul>" + items.map { "<li>\($0)</li>" }.joined() + "</ul>"
    }

    private func folded(_ step: ReportedStep) -> String {
        let record = step.record
        let earlier = record.earlierFailures.enumerated().map { index, failure in
            "<p>Attempt \(index + 1) failed: \(HTMLText.phrase(failure.message))</p>"
        }.joined()
        if record.exchanges.isEmpty {
            let request = step.request.map { HTMLText.block($0) } ?? ""
            let response = step.response.map { HTMLSteps.response($0) } ?? ""
            if request.isEmpty, response.isEmpty { return earlier }
            return earlier + "<details><summary>Request and response</summary>\(request)\(response)</details>"
        }
        let rest = record.exchanges.count - Self.mostExchanges
        return earlier
            + record.exchanges.prefix(Self.mostExchanges).map { exchange in
                let action = exchange.action
                let target = action.target.map { " on \(HTMLText.code($0))" } ?? ""
                let status = exchange.response?.status.map { " → \($0)" } ?? ""
                let response =
                    (exchange.response ?? exchange.notice).map { HTMLSteps.response($0) }
                    ?? "<p>\(exchange.isRefused ? "It was not done." : "No response came.")</p>"
                return "<details><summary>\(HTMLText.code(action.title))\(target)\(status)</summary>"
                    + HTMLText.block(action.text) + response + "</details>"
            }.joined() + (rest > 0 ? "<p class=\"faint\">… and \(rest) more requests</p>" : "")
    }

    /// A response with its body.
    static func response(_ response: ResponseRecord) -> String {
        let status = response.status.map { " \($0)" } ?? ""
        let head = "Response\(status) after \(ElapsedText.text(response.took))\(response.lengthPhrase)"
        let body = ReadableResponse(response)
        return "<p>\(head)</p>" + (body.text.isEmpty ? "" : HTMLText.block(body.text, length: body.length))
    }
}
