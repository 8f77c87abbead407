import RunbookModel

extension Binder {
    /// Checks what the keys of a step say against its role and against each other.
    mutating func checkKeys(of step: Step) {
        let keys = step.keys
        for alternative in keys.alternatives { check(alternative) }
        checkInput(of: step)
        if step.block == nil { checkOtherKeys(of: step, known: []) }
        if step.role != .run, step.include == nil, let unless = keys.unless {
            report("unless/not-run", "`unless` is allowed only on a `run`", at: unless.span, help: "remove it")
        }
        if let same = keys.same, keys.targets.count < 2 {
            report(
                "same/one-target", "`same` compares several targets, but this step has one", at: same.span,
                help: "write the targets: `on=a,b`")
        }
    }

    /// Checks the keys that only a handler can know.
    mutating func checkOtherKeys(of step: Step, known: [String]) {
        for key in step.keys.others where !known.contains(key.name.value) {
            report(
                "key/unknown", "unknown key `\(key.name.value)`", at: key.name.span,
                help: Suggestion.help(for: key.name.value, among: StepKeys.names + known, noun: "key"))
        }
    }

    /// Checks `within`, `every` and `for`, which only steps that wait have.
    mutating func checkTiming(of step: Step, waits: Bool) {
        guard step.role == .run else { return }
        if waits { return checkBothLimits(of: step) }
        if let within = step.keys.within, isOwn(within.span, of: step) {
            report(
                "within/not-waiting", "this step does not wait, so `within` has no effect", at: within.span,
                help: "to limit the time of its requests, use `timeout=`; to wait, add a `verify`")
        }
        if let every = step.keys.every, isOwn(every.span, of: step) {
            report(
                "every/not-waiting", "this step does not wait, so `every` has no effect", at: every.span,
                help: "remove it, or wait with a `verify`")
        }
        if let hold = step.keys.holdsFor {
            report(
                "for/not-waiting", "this step does not wait, so `for` has no effect", at: hold.span,
                help: "remove it, or wait with a `verify`")
        }
    }

    /// A step that waits has the longer one of two limits, so the shorter one says nothing.
    private mutating func checkBothLimits(of step: Step) {
        guard let timeout = step.keys.timeout, let within = step.keys.within, timeout.value < within.value,
            isOwn(timeout.span, of: step), isOwn(within.span, of: step)
        else { return }
        warn(
            "timeout/no-effect", "this step waits as long as `within` says, so the shorter `timeout` has no effect",
            at: timeout.span, help: "keep one of the two: alone, `timeout` limits the step")
    }

    /// Whether a key is on the step itself; one that an item or heading gives is only a default.
    private func isOwn(_ span: SourceSpan, of step: Step) -> Bool {
        span.start.line == step.span.start.line
    }

    private mutating func check(_ alternative: Alternative) {
        let name = alternative.parameter
        guard let parameter = runbook.declaration.parameter(name.value) else {
            report(
                "if/unknown-parameter", "the runbook has no parameter `\(name.value)`", at: name.span,
                help: Suggestion.help(
                    for: name.value, among: runbook.declaration.parameters.map(\.name.value), noun: "parameter"))
            return
        }
        guard let values = parameter.schema.alternatives else {
            report(
                "if/not-a-choice", "`\(name.value)` is neither an `enum` nor a boolean, so `if` cannot use it",
                at: name.span, help: "use `when=` with a filter")
            return
        }
        for value in alternative.values where !values.contains(value.value) {
            report(
                "if/unknown-value", "`\(name.value)` cannot be `\(value.value)`", at: value.span,
                help: Suggestion.help(for: value.value, among: values, noun: "value"))
        }
    }
}
