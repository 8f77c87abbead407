import OrderedJSON
import RunbookModel
package import RunbookRun

/// Renders the steps of a run before it: contacts nothing, and needs no secret.
package struct PlanRenderer {
    private let scope: Scope
    private let expressions: any Expressions
    private var fates: [Int: StepFate] = [:]

    /// The steps in the order they run.
    ///
    /// - Parameters:
    ///   - scope: What decides the run; values that it lacks are reported as known only later.
    ///   - expressions: What decides `when`, where all values that it names are known.
    package static func steps(of scope: Scope, with expressions: any Expressions) async -> [PlannedStep] {
        var renderer = PlanRenderer(scope: scope, expressions: expressions)
        var steps: [PlannedStep] = []
        for index in scope.binding.order {
            let step = await renderer.render(scope.binding.steps[index])
            steps.append(step)
            guard let included = scope.includes[index] else { continue }
            // What is skipped skips what it includes.
            steps += await PlanRenderer.steps(of: included, with: expressions).map { inner in
                step.fate == .taken || inner.isSkipped ? inner : inner.with(fate: step.fate)
            }
        }
        return steps
    }

    private init(scope: Scope, expressions: any Expressions) {
        self.scope = scope
        self.expressions = expressions
    }

    private mutating func render(_ bound: BoundStep) async -> PlannedStep {
        let fate = await fate(of: bound)
        fates[bound.index] = fate
        let (step, keys) = (bound.step, bound.step.keys)
        let timing = StepTiming(bound)
        let isVerify = step.role == .verify
        return PlannedStep(
            heading: bound.heading(in: scope.binding, title: text(step.title)), fate: fate.planned,
            requests: bound.step.include.map { [PlannedStep.Request(effect: .read, title: $0.link, fields: [])] }
                ?? bound.actions.map(request),
            expectations: expectations(of: bound),
            gives: bound.captureNames, gate: gate(of: bound),
            unless: keys.repeats ? nil : bound.unless.map { scope.binding.steps[$0].id }, repeats: keys.repeats,
            isUndoable: ScopedStep(scope: scope, bound: bound).isUndoable,
            limits: step.block == nil
                ? PlannedLimits()
                : PlannedLimits(
                    ceiling: isVerify ? timing.within : timing.attempt, every: isVerify ? timing.every : nil,
                    holdsFor: keys.holdsFor?.value))
    }

    private func request(_ template: ActionTemplate) -> PlannedStep.Request {
        PlannedStep.Request(
            effect: template.effect, title: text(template.title),
            fields: template.fields.map { Action.Field($0.name, text($0.template)) },
            isIdempotent: template.isIdempotent)
    }

    private func expectations(of bound: BoundStep) -> [PlannedStep.Expectation] {
        var expectations: [PlannedStep.Expectation] = []
        if !bound.statuses.isEmpty {
            expectations.append(.init(kind: .status, text: bound.statuses.joined(separator: ",")))
        }
        for check in bound.step.checks {
            switch check {
            case .expect(let example): expectations.append(.init(kind: .expect, text: text(example.template)))
            case .assert(let filters): expectations += filters.map { .init(kind: .assert, text: $0.text) }
            case .capture: break
            }
        }
        if let same = bound.step.keys.same { expectations.append(.init(kind: .same, text: same.text)) }
        return expectations
    }

    private func gate(of bound: BoundStep) -> PlannedStep.Gate? {
        if bound.step.role == .manual {
            return PlannedStep.Gate(kinds: bound.manualKinds, text: text(bound.manualText), typed: nil)
        }
        let kinds = bound.gateKinds
        if kinds.isEmpty { return nil }
        return PlannedStep.Gate(
            kinds: kinds, text: text(bound.step.keys.confirm ?? bound.step.title), typed: bound.typedAnswer)
    }

    // MARK: Whether it is taken

    private func fate(of bound: BoundStep) async -> StepFate {
        let rule = FateRule(
            for: bound, in: scope, values: scope.values.known, expressions: expressions, isBeforeRun: true
        ) { fates[$0].map(StepStanding.init) ?? .open }
        return await rule.fate(of: bound)
    }

    private func isSkipped(_ step: Int) -> Bool { if case .skipped? = fates[step] { true } else { false } }

    // MARK: Values

    /// A template with what is known filled in, secrets as `${name}`, and the rest told in words.
    private func text(_ template: Template) -> String {
        template.segments.reduce(into: "") { text, segment in
            switch segment {
            case .literal(let piece): text += piece
            case .hole(let hole): text += self.text(hole)
            }
        }
    }

    private func text(_ hole: Hole) -> String {
        let reference = hole.reference
        if isSecret(reference.name) { return "${\(reference)}" }
        if let value = scope.values.value(reference) {
            return hole.context.render(value) ?? "(\(reference) is \(value.kind), which is not allowed here)"
        }
        if scope.values.value(reference.name) != nil { return "(\(reference) has no value)" }
        let givers = scope.binding.names.givers(of: reference.name)
        if let step = givers.compactMap(\.step).first(where: { !isSkipped($0) }) {
            return "(known after \(scope.binding.steps[step].id))"
        }
        let parameter = scope.binding.runbook.declaration.parameter(reference.name)
        let isOpen = parameter.map { $0.defaultValue == nil } ?? false
        return isOpen ? "(\(reference) has no value yet)" : "(\(reference), known during the run)"
    }

    private func isSecret(_ name: String) -> Bool {
        scope.values.isSecret(name) || scope.binding.runbook.declaration.parameter(name)?.isSecret == true
    }
}

extension StepFate {
    /// The fate as a plan tells it.
    fileprivate var planned: PlannedStep.Fate {
        switch self {
        case .taken, .lacking, .wrong: .taken
        case .skipped(let reason, let detail): .skipped(reason, detail: detail)
        case .undecided(let conditions): .undecided(conditions)
        }
    }
}
