import RunbookModel
package import RunbookRun

/// A plan with what its readers also need: what it comes to, and how long it takes.
package struct PlanView: Sendable {
    /// The plan, without secrets.
    package let plan: Plan
    /// The SHA-256 of what the plan says.
    package let hash: String
    /// How long the runs took that passed of this document in this environment.
    package let earlier: [Duration]
    private let positions: [String: Int]

    /// Makes a view.
    ///
    /// - Parameters:
    ///   - plan: The plan, masked.
    ///   - hash: The SHA-256 of the plan as it was before it was masked.
    ///   - earlier: How long the runs took that passed of this document in this environment.
    package init(_ plan: Plan, hash: String, earlier: [Duration] = []) {
        self.plan = plan
        self.hash = hash
        self.earlier = earlier.sorted()
        positions = Dictionary(plan.steps.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// What the check said that makes a step needless.
    func check(of step: PlannedStep) -> ProbeResult? {
        step.unless.flatMap { positions[$0] }.flatMap { plan.steps[$0].probe }
    }

    /// The files that the document includes, each once.
    var includedFiles: [String] {
        plan.includes.reduce(into: []) { if !$0.contains($1.file) { $0.append($1.file) } }
    }

    func mark(_ step: PlannedStep) -> PlanMark { PlanMark(step, check: check(of: step)) }

    /// The steps that are not left out.
    var taken: [PlannedStep] { plan.steps.filter { !$0.isSkipped } }

    // MARK: Time

    /// The longest time that all steps may take, without people.
    var ceiling: Duration { taken.compactMap(\.limits.ceiling).reduce(.zero, +) }

    /// The median of the earlier runs.
    var usual: Duration? {
        guard let upper = earlier.dropFirst(earlier.count / 2).first else { return nil }
        return earlier.count % 2 == 1 ? upper : (earlier[earlier.count / 2 - 1] + upper) / 2
    }

    /// How long it takes, as a sentence.
    var time: String {
        let people = taken.contains { $0.gate != nil } ? ", plus the time that people need" : ""
        let runs = earlier.count == 1 ? "the one earlier run" : "\(earlier.count) earlier runs"
        let usual = usual.map { "; usually \(ElapsedText.text($0)) (median of \(runs) that passed)" } ?? ""
        return "Time: at most \(ElapsedText.text(ceiling))\(people)\(usual)."
    }

    // MARK: What it comes to

    /// The counts in the order of the summary; JSON uses their names.
    package var counts: [(name: String, count: Int)] {
        let acting = taken.filter { $0.role == .run }
        func count(_ effect: Effect) -> Int { acting.count { $0.effect == effect } }
        return [
            ("reads", count(.read)), ("writes", count(.write)), ("spend", count(.spend)), ("destroy", count(.destroy)),
            ("waits", taken.count { $0.role == .verify }), ("by hand", taken.count { $0.role == .manual }),
            ("skipped", plan.steps.count - taken.count),
        ]
    }

    /// How many steps ask a person.
    package var asking: Int { askers.count }

    /// The steps that ask a person: not those of which the probe says that nothing is left to do.
    private var askers: [PlannedStep] { taken.filter { $0.gate != nil && asks($0) } }

    /// Whether a step with a question comes to ask it: nobody is asked about what would fail anyway.
    func asks(_ step: PlannedStep) -> Bool { isNeeded(step) && step.probe?.state != .fails }

    /// Whether a step has anything to do, as far as the probe knows.
    func isNeeded(_ step: PlannedStep) -> Bool { ![.alreadySo, .skipped].contains(mark(step)) }

    /// The last line of every form.
    var summary: String {
        let singular = ["reads": "read", "writes": "write", "waits": "wait"]
        let parts = counts.filter { $0.count > 0 }.map { name, count in
            let name = name == "by hand" ? "manual" : name
            return "\(count) \(count == 1 ? singular[name] ?? name : name)"
        }
        let undecided = taken.count {
            if case .undecided = $0.fate { $0.probe.map { $0.state == .notAsked } ?? true } else { false }
        }
        let rest = undecided > 0 ? "; \(undecided) decided during the run" : ""
        let people = asking > 0 ? "; \(asking) \(asking == 1 ? "asks" : "ask") a person" : ""
        let steps = parts.isEmpty ? "no steps" : parts.joined(separator: ", ")
        return "Plan: \(steps)\(people)\(rest)\(probed)."
    }

    private var probed: String {
        guard plan.isProbed else { return "" }
        let asked = taken.filter { $0.effect == .read }.compactMap(\.probe)
            .filter { $0.state != .notAsked && $0.state != .skipped }
        let skipped = taken.count { mark($0) == .skipped }
        let needless = taken.count { mark($0) == .alreadySo }
        return "; now \(asked.count { $0.state == .holds }) of \(asked.count) reads pass, \(needless) already done"
            + (skipped > 0 ? ", \(skipped) skipped" : "")
    }

    // MARK: What a reviewer looks for

    /// What to look at twice: a title, and the steps.
    var concerns: [(title: String, steps: [PlannedStep])] {
        let acting = taken.filter { $0.effect > .read && $0.role == .run }
        return [
            ("asks a person first", askers),
            ("would be sent again by a second run", taken.filter(\.isSentAgain)),
            ("acts in every run", acting.filter(\.repeats)),
            ("destroys, and cannot be undone", acting.filter { $0.effect == .destroy && !$0.isUndoable }),
            ("has no undo", acting.filter { $0.effect != .destroy && !$0.isUndoable }),
        ].filter { !$0.1.isEmpty }
    }
}
