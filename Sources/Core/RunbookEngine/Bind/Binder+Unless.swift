import RunbookModel

extension Binder {
    /// Resolves `unless`, and warns of requests that a second run would repeat.
    mutating func linkUnless(_ steps: inout [BoundStep]) {
        let byID = Dictionary(
            steps.compactMap { step in step.step.id.map { ($0.value, step.index) } },
            uniquingKeysWith: { one, _ in one })
        for index in steps.indices {
            warnIfOpenEnded(steps[index])
            guard steps[index].step.role == .run else { continue }
            guard let unless = steps[index].step.keys.unless else {
                warnIfRepeated(steps[index])
                continue
            }
            switch unless.value {
            case .next: steps[index].unless = nextVerify(after: index, in: steps, at: unless.span)
            case .step(let id): steps[index].unless = verify(id, at: unless.span, byID: byID, in: steps)
            }
            if let check = steps[index].unless {
                checkOwnValues(of: steps[index], in: steps[check])
                hintAtWait(of: steps[check])
                warnIfSeenLate(steps[index], by: steps[check], at: unless.span)
            }
        }
    }

    private mutating func nextVerify(after index: Int, in steps: [BoundStep], at span: SourceSpan) -> Int? {
        let section = steps[index].step.section
        for candidate in steps[(index + 1)...] {
            if candidate.step.section != section || candidate.step.role == .run { break }
            if candidate.step.role == .verify { return candidate.index }
        }
        report(
            "unless/no-verify", "there is no `verify` in this section between this block and the next `run`", at: span,
            help: "after this block, add a `verify` that passes when its work is done, or refer to one: `unless=ID`")
        return nil
    }

    private mutating func verify(_ id: String, at span: SourceSpan, byID: [String: Int], in steps: [BoundStep]) -> Int?
    {
        // Only for messages: gathering them for each step would be quadratic.
        func verifies() -> [String] { steps.filter { $0.step.role == .verify }.compactMap(\.step.id?.value) }
        guard let index = byID[id] else {
            report(
                "unless/unknown", "the runbook has no step `\(id)`", at: span,
                help: Suggestion.help(for: id, among: verifies(), noun: "`verify` with an id"))
            return nil
        }
        guard steps[index].step.role == .verify else {
            report(
                "unless/not-verify", "the step `\(id)` is not a `verify`", at: span,
                help: Suggestion.help(for: id, among: verifies(), noun: "`verify` with an id"))
            return nil
        }
        return index
    }

    /// A check that is tried before the step can use no value that only the step gives.
    private mutating func checkOwnValues(of step: BoundStep, in check: BoundStep) {
        var own = Set(step.captureNames)
        if let name = step.resultName { own.insert(name) }
        for use in check.uses where own.contains(use.name) && use.purpose != .shown {
            report(
                "unless/own-value", "this check is tried before `\(step.id)`, but uses its value `\(use.name)`",
                at: use.span, help: "write the check with a value that is known before the step, such as a name")
        }
    }

    /// A check that is tried before what it asks for exists is held by its target, and nothing is seen for so long.
    private mutating func hintAtWait(of check: BoundStep) {
        guard let action = check.actions.first(where: { $0.waitsForExistence && !$0.isWaitStated }),
            let wait = action.wait
        else { return }
        add([
            Diagnostic(
                "unless/waits", .hint,
                "before the step, the target holds this check for up to \(DurationText.text(wait)), because what it asks "
                    + "for is not there yet",
                at: action.span,
                help: "add `?timeout=1s` to the request, or ask for the thing itself, such as `GET /INDEX`")
        ])
    }

    /// Whether the last request took effect is asked of a check that may miss it; then only a person knows.
    private mutating func warnIfSeenLate(_ step: BoundStep, by check: BoundStep, at span: SourceSpan) {
        guard let last = step.actions.last(where: { $0.effect > .read }), !last.isSafeTwice, !last.isRepeatable,
            check.seesLate(last)
        else { return }
        warn(
            "unless/sees-late",
            "the check `\(check.id)` may miss what this step has written, because it reads only what was refreshed",
            at: span,
            help: "read the document by its id, or refresh first: `POST /INDEX/_refresh` in the check, or "
                + "`refresh=true` in the request; otherwise a person is asked when a response is lost")
    }

    /// What waits for the end of its work, or longer than the step, is cut by the step's own time, and is in doubt then.
    private mutating func warnIfOpenEnded(_ step: BoundStep) {
        let keys = step.step.keys
        if step.step.role == .run, keys.timeout == nil, let action = step.actions.first(where: \.isOpenEnded) {
            return warn(
                "timeout/open-ended",
                "the request waits until its work is done, and the step for \(DurationText.text(StepTiming.timeout))",
                at: action.span,
                help:
                    "add `timeout=10m`, or as long as it may take; or send `wait_for_completion=false`, and wait in a "
                    + "`verify`")
        }
        let timing = StepTiming(step)
        let isShorter = step.step.role == .verify && timing.within < timing.timeout
        let (limit, key) = isShorter ? (timing.within, "within") : (timing.timeout, "timeout")
        guard let action = step.actions.first(where: { $0.isWaitStated && ($0.wait ?? .zero) > limit }),
            let wait = action.wait
        else { return }
        warn(
            "timeout/open-ended",
            "the request allows the server \(DurationText.text(wait)), but the step waits only "
                + "\(DurationText.text(limit))",
            at: action.span,
            help: "write `\(key)=\(DurationText.text(wait + StepTiming.grace))`, or a shorter time in the request")
    }

    private mutating func warnIfRepeated(_ step: BoundStep) {
        guard step.effect > .read, !step.step.keys.repeats, step.handler != nil else { return }
        if step.actions.allSatisfy({ $0.effect == .read || $0.isIdempotent }) { return }
        warn(
            "repeat/not-idempotent", "a second run would send this \(step.effect.rawValue) again",
            at: step.step.span,
            help: (step.mayLowerEffect ? "if it only reads, add `effect=read`; otherwise " : "")
                + "add `unless` and a `verify` that passes when it is done, or `again=yes` if every run must send it")
    }
}

extension BoundStep {
    /// The captures of the step.
    var captures: [Capture] {
        step.checks.flatMap { check -> [Capture] in
            if case .capture(let captures) = check { captures } else { [] }
        }
    }

    /// The names of the captures of the step.
    package var captureNames: [String] { captures.map(\.name.value) }
}
