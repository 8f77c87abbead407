import OrderedJSON
import RunbookModel
import RunbookPlugin

/// Finds who gives which value, and uses of values that nobody gives, or not in time, or not always.
struct NameCheck {
    let runbook: Runbook
    let steps: [BoundStep]
    let registry: HandlerRegistry
    var names = NameTable()
    var diagnostics: [Diagnostic] = []
    private var used: Set<String> = []
    private var outsideTargets: Set<String> = []
    /// What the checks of a section capture that finds causes, so far.
    private var found: [Int: Set<String>] = [:]
    /// All names in order, and how many unknown ones were compared with them.
    var sortedNames: [String] = []
    var suggestions = 0

    /// Checks all names of a runbook.
    static func check(
        _ steps: [BoundStep], beside outside: [BoundStep] = [], of runbook: Runbook, registry: HandlerRegistry
    ) -> (NameTable, [Diagnostic]) {
        var check = NameCheck(runbook: runbook, steps: steps, registry: registry)
        check.enterNames()
        check.sortedNames = check.names.names.sorted()
        for step in steps {
            for use in step.uses { check.check(use, of: step) }
            check.checkChoices(of: step)
        }
        for step in outside { check.checkOutside(step) }
        check.reportUnused()
        check.reportUncoveredAlternatives()
        return (check.names, check.diagnostics)
    }

    private init(runbook: Runbook, steps: [BoundStep], registry: HandlerRegistry) {
        self.runbook = runbook
        self.steps = steps
        self.registry = registry
    }

    private mutating func report(
        _ code: String, _ message: String, at span: SourceSpan?, help: String, related: [Diagnostic.Related] = [],
        severity: Diagnostic.Severity = .error
    ) {
        diagnostics.append(Diagnostic(code, severity, message, at: span, help: help, related: related))
    }

    private mutating func warn(
        _ code: String, _ message: String, at span: SourceSpan?, help: String, related: [Diagnostic.Related] = []
    ) {
        report(code, message, at: span, help: help, related: related, severity: .warning)
    }

    // MARK: Givers

    private mutating func enterNames() {
        for target in runbook.declaration.targets { enter(.target, as: target.name) }
        for parameter in runbook.declaration.parameters { enter(.parameter, as: parameter.name) }
        for step in steps {
            // Two steps of one id are reported with the identities.
            if let id = step.step.id, names.givers(of: id.value).allSatisfy({ $0.step == nil || !isResult($0) }) {
                enter(.result(step: step.index), as: id)
            }
            if let input = step.step.input { enter(.capture(step: step.index), as: input) }
            for case .capture(let captures) in step.step.checks {
                for capture in captures {
                    enter(.capture(step: step.index), as: capture.name)
                    if capture.isSecret, step.effect > .read {
                        warn(
                            "secret/not-recoverable",
                            "secrets are not stored, and this step cannot be repeated to get "
                                + "`\(capture.name.value)` again",
                            at: capture.name.span, help: "capture it from a read, which a resumed run can repeat")
                    }
                }
            }
        }
    }

    private func isResult(_ giver: NameTable.Giver) -> Bool {
        if case .result = giver { true } else { false }
    }

    private mutating func enter(_ giver: NameTable.Giver, as name: Located<String>) {
        for earlier in names.enter(giver, as: name) where !mayShare(earlier.giver, giver) {
            report(
                "name/duplicate", "the name `\(name.value)` is already used", at: name.span,
                help: "targets, parameters, captures and ids share one name space: choose another name",
                related: [.init(span: earlier.span, message: "it is defined here first")])
            return
        }
    }

    /// Whether two captures may have one name: in different alternatives of one parameter, or a step's and those of the
    /// check that its `unless` means.
    private func mayShare(_ one: NameTable.Giver, _ two: NameTable.Giver) -> Bool {
        // It gives the parameter its value.
        if case .parameter = one, case .capture = two { return true }
        guard case .capture(let first) = one, case .capture(let second) = two, first != second else { return false }
        if steps[first].unless == second || steps[second].unless == first { return true }
        return steps[first].step.keys.alternatives.contains { left in
            steps[second].step.keys.alternatives.contains { right in
                left.parameter.value == right.parameter.value
                    && Set(left.values.map(\.value)).isDisjoint(with: right.values.map(\.value))
            }
        }
    }

    // MARK: Uses

    private mutating func check(_ use: ValueUse, of step: BoundStep) {
        used.insert(use.name)
        let givers = names.givers(of: use.name)
        if givers.isEmpty {
            reportUnknown(use)
            return
        }
        if givers.contains(.target) {
            checkProperty(use)
            return
        }
        checkPath(use, givers)
        let stepGivers = givers.compactMap(\.step)
        for giver in stepGivers { checkMember(use, of: steps[giver]) }
        guard !stepGivers.isEmpty, use.purpose != .shown else { return }
        let isOwn = stepGivers.contains(step.index)
        if isOwn, use.purpose == .after { return }
        let earlier = stepGivers.filter { $0 < step.index || isNeeded($0, by: step) }
        if earlier.isEmpty {
            report(
                "value/later", "`\(use.name)` is not known yet", at: use.span,
                help: isOwn ? "a step cannot use its own result" : "move this step after the step that gives the value",
                related: names.spans(of: use.name).map { .init(span: $0, message: "it is defined here") })
            return
        }
        // A parameter that is not given on the way has its default.
        if !givers.contains(.parameter) { checkAlwaysSet(use, by: earlier, of: step) }
        for giver in earlier where !givers.contains(.parameter) { checkSetWhenSatisfied(use, by: giver, of: step) }
    }

    /// A parameter that is a text, a number or a truth value has no parts.
    private mutating func checkPath(_ use: ValueUse, _ givers: [NameTable.Giver]) {
        guard let part = use.path.first, givers.allSatisfy({ $0 == .parameter }),
            let kind = runbook.declaration.parameter(use.name)?.schema.kind,
            [.string, .integer, .number, .boolean].contains(kind)
        else { return }
        let text =
            switch part {
            case .member(let name): ".\(name)"
            case .index(let number): "[\(number)]"
            }
        diagnostics.append(
            Diagnostic(
                "value/unknown", "the parameter `\(use.name)` is a \(kind.rawValue), and has no part `\(text)`",
                at: use.span, help: "write `${\(use.name)}`", NameCheck.plainText(use)))
    }

    /// Checks what is outside the run: it comes behind all steps, and whatever of them is not set is reported then.
    private mutating func checkOutside(_ step: BoundStep) {
        let own = Set(step.captureNames)
        outsideTargets.formUnion(step.targets)
        let section = step.step.role == .verify ? step.step.section : nil
        let earlier = section.flatMap { found[$0] } ?? []
        defer { if let section { found[section, default: []].formUnion(own) } }
        for use in step.uses {
            used.insert(use.name)
            if use.purpose == .after, own.contains(use.name) { continue }
            if earlier.contains(use.name) { continue }
            let givers = names.givers(of: use.name)
            if givers.isEmpty {
                report(
                    "value/unknown", "there is no value `\(use.name)`", at: use.span,
                    help: suggestion(for: use).help)
            } else if givers.contains(.target) {
                checkProperty(use)
            } else {
                for giver in givers.compactMap(\.step) { checkMember(use, of: steps[giver]) }
            }
        }
    }

    /// A step cannot be chosen by what a later step decides.
    private mutating func checkChoices(of step: BoundStep) {
        for alternative in step.step.keys.alternatives {
            let name = alternative.parameter
            let givers = names.givers(of: name.value).compactMap(\.step)
            used.formUnion(givers.isEmpty ? [] : [name.value])
            guard let first = givers.min(), first >= step.index else { continue }
            report(
                "value/later", "`\(name.value)` is not decided yet", at: name.span,
                help: "move this step behind the one that gives it",
                related: names.spans(of: name.value).dropFirst().map { .init(span: $0, message: "it is given here") })
        }
    }

    private func isNeeded(_ giver: Int, by step: BoundStep) -> Bool {
        guard let id = steps[giver].step.id?.value else { return false }
        return step.step.keys.needs?.contains { $0.value == id } ?? false
    }

    /// Whether a value of what is included is one that it gives.
    private mutating func checkMember(_ use: ValueUse, of giver: BoundStep) {
        guard let included = giver.included, use.name == giver.resultName, case .member(let name)? = use.path.first,
            !included.givenNames.contains(name)
        else { return }
        report(
            "value/unknown", "`\(giver.step.include?.link ?? giver.id)` gives no value `\(name)`", at: use.span,
            help: Suggestion.help(for: name, among: included.givenNames, noun: "value"))
    }

    private mutating func checkProperty(_ use: ValueUse) {
        guard let target = runbook.declaration.target(use.name), let kind = registry.targetKind(target.kind.value),
            use.purpose != .shown || !use.path.isEmpty
        else { return }
        guard case .member(let property)? = use.path.first else { return }
        if !kind.properties.contains(property) {
            report(
                "target/unknown-property", "a target of the kind `\(kind.name)` has no property `\(property)`",
                at: use.span, help: Suggestion.help(for: property, among: kind.properties, noun: "property"))
        }
    }

    /// Whether some choice of parameters skips every step that gives the value, but not the one that uses it.
    private mutating func checkAlwaysSet(_ use: ValueUse, by givers: [Int], of step: BoundStep) {
        let missing = AlternativeCoverage.uncovered(
            givers.map { steps[$0].step.keys.alternatives }, user: step.step.keys.alternatives,
            declaration: runbook.declaration)
        if let missing {
            report(
                "value/may-be-unset",
                "`\(use.name)` is not set when `\(missing.parameter)` is `\(missing.value)`", at: use.span,
                help: "capture it in that alternative, too, or use it only where it is set",
                related: names.spans(of: use.name).map { .init(span: $0, message: "it is defined here") })
            return
        }
        let conditions = Set(step.step.keys.conditions.map(\.text))
        let isConditional = givers.allSatisfy { giver in
            steps[giver].step.keys.conditions.contains { !conditions.contains($0.text) }
        }
        if isConditional {
            warn(
                "value/may-be-unset",
                "`\(use.name)` is not set when the `when` of its step is false; then this step is skipped",
                at: use.span, help: "if you want that, give this step the same `when`",
                related: names.spans(of: use.name).map { .init(span: $0, message: "it is defined here") })
        }
    }

    private mutating func checkSetWhenSatisfied(_ use: ValueUse, by giver: Int, of step: BoundStep) {
        guard let check = steps[giver].unless, giver != step.index, check != step.index else { return }
        let isCaptured = steps[check].captureNames.contains(use.name)
        if !isCaptured {
            report(
                "value/unset-when-satisfied",
                "`\(use.name)` is not set when `unless` passes and `\(steps[giver].id)` is not sent", at: use.span,
                help: "also capture `\(use.name)` in the `verify`",
                related: [.init(span: steps[check].step.span, message: "then this `verify` replaces the step")])
        }
    }

    // MARK: What is left over

    private mutating func reportUnused() {
        reportUnusedCaptures()
        // What an include uses is not known when its document cannot be used.
        if steps.contains(where: { $0.step.include != nil && $0.included == nil }) { return }
        var targets = Set(steps.flatMap(\.targets)).union(steps.flatMap { $0.step.keys.targets.map(\.value) })
        targets.formUnion(used)
        targets.formUnion(outsideTargets)
        for step in steps { targets.formUnion(step.included?.inclusion?.targets.values.map(\.self) ?? []) }
        for target in runbook.declaration.targets {
            for requirement in target.requirements {
                if let name = requirement.value.value.string { targets.insert(name) }
            }
        }
        for parameter in runbook.declaration.parameters {
            guard let text = parameter.defaultValue?.value.text() else { continue }
            targets.formUnion(runbook.declaration.targets.map(\.name.value).filter { text.contains("${\($0).") })
        }
        // Which of them a step is for that names none is not known.
        let isKnown = !steps.contains { $0.step.block != nil && $0.targets.isEmpty && $0.step.keys.targets.isEmpty }
        for target in runbook.declaration.targets where isKnown && !targets.contains(target.name.value) {
            warn(
                "target/unused", "no step uses the target `\(target.name.value)`", at: target.name.span,
                help: "remove it")
        }
        let chosen = Set(steps.flatMap { $0.step.keys.alternatives.map(\.parameter.value) })
        for parameter in runbook.declaration.parameters
        where !used.contains(parameter.name.value) && !chosen.contains(parameter.name.value) {
            warn(
                "parameter/unused", "the parameter `\(parameter.name.value)` is not used",
                at: parameter.name.span, help: "remove it")
        }
    }

    private mutating func reportUnusedCaptures() {
        for step in steps {
            for case .capture(let captures) in step.step.checks {
                for capture in captures where !used.contains(capture.name.value) {
                    report(
                        "capture/unused", "the capture `\(capture.name.value)` is not used",
                        at: capture.name.span, help: "remove it; or keep it, to see the value in the report",
                        severity: .hint)
                }
            }
        }
    }

    private mutating func reportUncoveredAlternatives() {
        var values: [String: Set<String>] = [:]
        for step in steps {
            for alternative in step.step.keys.alternatives {
                values[alternative.parameter.value, default: []].formUnion(alternative.values.map(\.value))
            }
        }
        for parameter in runbook.declaration.parameters {
            let name = parameter.name.value
            guard parameter.schema.choices != nil, let covered = values[name],
                let choices = parameter.schema.alternatives
            else { continue }
            let idle = Set(parameter.idleChoices.map(\.value))
            for value in choices where !covered.contains(value) && !idle.contains(value) {
                warn(
                    "if/uncovered", "there is no step for `\(name)` = `\(value)`", at: parameter.name.span,
                    help: "add an alternative with `if=\(name):\(value)`; if nothing is to be done then, write "
                        + "`does_nothing: \(value)` in the declaration of `\(name)`")
            }
            for choice in parameter.idleChoices where covered.contains(choice.value) {
                warn(
                    "if/not-idle", "there are steps for `\(name)` = `\(choice.value)`, which is declared to do nothing",
                    at: choice.span, help: "remove it from `does_nothing`")
            }
        }
    }
}
