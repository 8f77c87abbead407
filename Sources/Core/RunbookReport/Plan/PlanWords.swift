import OrderedJSON
import RunbookModel
import RunbookRun

/// What is said of a step of a plan, in words that every form uses.
struct PlanWords {
    private let view: PlanView
    private let step: PlannedStep

    init(_ step: PlannedStep, in view: PlanView) {
        self.step = step
        self.view = view
    }

    /// What kind of work it is.
    var work: String {
        switch step.role {
        case .manual: "person"
        case .include: "include"
        case .run, .verify, .undo: step.effect.rawValue
        }
    }

    /// What becomes of it, beside its name; names are in backticks.
    var fate: String {
        var words: [String] = []
        switch step.fate {
        case .skipped(let reason, let detail): return "skipped: " + reason.words(detail: detail)
        case .undecided where step.probe?.state == .skipped:
            return "skipped now: " + (step.probe?.detail ?? "")
        case .undecided(let conditions):
            words.append(
                "only when "
                    + conditions.map { $0.contains(", decided at ") ? $0 : "`\($0)`" }.joined(separator: " and "))
        case .taken: break
        }
        if step.isLowered { words.append("\(step.effect.rawValue), as declared by the author") }
        if step.role == .verify { words.append(wait) }
        if step.role == .run, step.effect == .read, let probe = step.probe { words.append(said(probe)) }
        if step.effect == .spend { words.append("costs money") }
        if let check = step.unless {
            switch view.check(of: step)?.state {
            case .holds?: words.append("already done, `\(check)` passes")
            case .differs?, .missing?, .fails?: words.append("`\(check)` does not pass")
            case .skipped?: words.append("unless `\(check)` passes, which is skipped now")
            case .unknown?: words.append("not known now whether `\(check)` passes")
            case .notAsked?, nil: words.append("unless `\(check)` passes")
            }
        } else if step.repeats, step.effect > .read {
            words.append("acts in every run")
        } else if step.effect > .read, step.probe?.state == .holds {
            words.append("already done")
        } else if step.isSentAgain {
            words.append("a second run sends it again")
        }
        return words.joined(separator: ", ")
    }

    private var wait: String {
        var words: [String] = []
        if let probe = step.probe { words.append(said(probe)) }
        if step.probe?.state != .holds, let ceiling = step.limits.ceiling {
            words.append(ceiling == .zero ? "is tried once" : "waits up to \(DurationText.text(ceiling))")
        }
        if let duration = step.limits.holdsFor { words.append("must pass for \(DurationText.text(duration))") }
        return words.joined(separator: ", ")
    }

    /// What a request that acts would find now; nil where that is not known, or where nothing will be sent.
    private var found: String? {
        guard step.effect > .read, let probe = step.probe, probe.state != .skipped,
            view.check(of: step)?.state != .holds
        else { return nil }
        let words =
            switch probe.state {
            case .holds: "already has this result"
            case .differs: "has another state now"
            case .missing: "does not exist now"
            case .fails: "would fail now"
            case .unknown, .notAsked, .skipped: "state not known now"
            }
        return probe.detail.isEmpty ? words : "\(words): \(compact(probe.detail))"
    }

    private func said(_ probe: ProbeResult) -> String {
        switch probe.state {
        case .holds: "passes now"
        case .differs, .missing, .fails: "does not pass now"
        case .unknown: "result not known now"
        case .skipped: "skipped now"
        case .notAsked: "was not read"
        }
    }

    /// What follows its requests, a line each; empty when it is not given.
    ///
    /// - Parameter isFull: Whether nothing is cut.
    func details(isFull: Bool) -> [String] {
        if step.isSkipped { return [] }
        var lines: [String] = []
        if let gate = step.gate, step.role != .manual, view.asks(step) {
            let typed = gate.typed.map { " (type `\($0)`)" } ?? ""
            lines.append("asks first: \(gate.text)\(typed)")
        }
        if let found { lines.append(found) }
        for expectation in step.expectations {
            switch expectation.kind {
            case .expect: lines.append("expects \(compact(expectation.text))")
            case .assert: lines.append("expects that \(expectation.text)")
            case .same: lines.append("expects the same \(expectation.text) on all")
            case .status: lines.append("expects status \(expectation.text)")
            }
        }
        if !step.gives.isEmpty, step.probe?.values.isEmpty != false {
            lines.append("gives \(step.gives.joined(separator: ", "))")
        }
        if let probe = step.probe, probe.state != .skipped {
            if step.effect == .read, !probe.detail.isEmpty { lines.append("now: \(probe.detail)") }
            lines += probe.values.map { $0.name.isEmpty ? "now: \($0.value)" : "now: \($0.name) = \($0.value)" }
        }
        // Each is a sentence or a check, which says something else without its end.
        return isFull ? lines : lines.map { VisibleText.oneLine($0, limit: 4000) }
    }

    /// JSON without its line breaks; with what only the run knows it may be none, and is folded as text.
    private func compact(_ text: String) -> String {
        if let json = try? JSON(parsing: text) { return json.text() }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// What is sent: each request's line, further parts, and its body; for a manual step its text.
    var requests: [String] {
        if step.isSkipped { return [] }
        if step.role == .manual { return [step.gate?.text ?? step.title] }
        return step.requests.map { request in
            let parts = request.fields.filter { !Self.fieldsOfTitle.contains($0.name) && !$0.value.isEmpty }
            let further = parts.filter { $0.name != "body" }.map { "\($0.name): \($0.value)" }
            let body = parts.filter { $0.name == "body" }.map(\.value)
            let text = ([request.title] + further + body).joined(separator: "\n")
            return String(text.reversed().drop { $0.isNewline }.reversed())
        }
    }

    /// The parts that a request's line tells already.
    private static let fieldsOfTitle: Set<String> = ["method", "path", "query"]
}
