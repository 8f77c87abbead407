import OrderedJSON
import RunbookModel
import RunbookRun

/// The one rule by which plan and run decide whether a step is taken (semantics, "Order of evaluation").
struct FateRule: Sendable {
    private let scope: Scope
    private let choice: [String: String]
    private let values: KnownValues
    private let expressions: any Expressions
    private let isBeforeRun: Bool
    private let standings: [Int: StepStanding]

    /// Makes a rule for one step.
    ///
    /// - Parameters:
    ///   - choice: The chosen values of the parameters that `if` names; nil for those of the scope.
    ///   - values: What is known; before a run, secrets are not.
    ///   - isBeforeRun: Whether what is not known now may be known later.
    ///   - standing: Where other steps stand; is asked only for those that the step needs.
    init(
        for bound: BoundStep, in scope: Scope, choice: [String: String]? = nil, values: KnownValues,
        expressions: any Expressions, isBeforeRun: Bool,
        standing: (Int) -> StepStanding
    ) {
        self.scope = scope
        self.choice = choice ?? scope.choice
        self.values = values.restricted(to: bound.uses.lazy.map(\.name))
        self.expressions = expressions
        self.isBeforeRun = isBeforeRun
        var standings: [Int: StepStanding] = [:]
        for use in bound.uses {
            for step in scope.binding.names.givers(of: use.name).compactMap(\.step) where standings[step] == nil {
                standings[step] = standing(step)
            }
        }
        if let manual = bound.step.manualStep { standings[manual] = standing(manual) }
        for alternative in bound.step.keys.alternatives {
            guard let giver = scope.binding.giver(ofParameter: alternative.parameter.value)?.index else { continue }
            if standings[giver] == nil { standings[giver] = standing(giver) }
        }
        self.standings = standings
    }

    /// Decides.
    func fate(of bound: BoundStep) async -> StepFate {
        let keys = bound.step.keys
        for alternative in keys.alternatives {
            // Without its value nobody knows which alternative is meant.
            if let giver = giverWithoutValue(of: alternative) {
                return .lacking(name: alternative.parameter.value, giver: giver)
            }
        }
        if let alternative = keys.alternatives.first(where: { !$0.admits(choice) && !isOpen($0) }) {
            return .skipped(.notChosen, detail: alternative.refusal(of: choice))
        }
        if let host = bound.places.first(where: scope.absent.contains) {
            return .skipped(.noHost, detail: "the host `\(host)` is missing")
        }
        // What decides it later, in the order in which the run will look at it: what comes behind may not be reached.
        var own = keys.alternatives.filter(isOpen).map { decision(on: $0) }
        var others: [String] = []
        func skipped(_ reason: SkipReason, _ detail: String) -> StepFate {
            let isSure = others.isEmpty && (own.isEmpty || reason == .condition)
            return isSure ? .skipped(reason, detail: detail) : .undecided(own + others)
        }
        for condition in keys.conditions {
            switch need(of: FilterVariables.references(in: condition.text).map(\.name)) {
            case .met: break
            case .skipped(let detail): return skipped(.needsSkipped, detail)
            case .undecided(let conditions):
                others += conditions
                continue
            case .lacking(let name, let giver): return .lacking(name: name, giver: giver)
            }
            switch await outcome(of: condition) {
            case .holds: break
            case .doesNotHold: return skipped(.condition, "`\(condition.text)` is false")
            case .later: own.append(condition.text)
            case .wrong(let failure): return .wrong(failure)
            }
        }
        switch need(of: bound.uses.filter { $0.purpose != .shown }.map(\.name)) {
        case .met: break
        case .skipped(let detail): return skipped(.needsSkipped, detail)
        case .undecided(let conditions): others += conditions
        case .lacking(let name, let giver): return .lacking(name: name, giver: giver)
        }
        switch bound.step.manualStep.flatMap({ standings[$0] }) {
        case .skipped(let reason): return skipped(reason, "it belongs to a step that was skipped")
        case .undecided(let conditions): others += conditions
        case .open, .done, nil: break
        }
        let conditions = (own + others).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return conditions.isEmpty ? .taken : .undecided(conditions)
    }

    /// The step that is done and should have decided an alternative, where its value was not kept; nil where there is none.
    private func giverWithoutValue(of alternative: Alternative) -> Int? {
        let name = alternative.parameter.value
        guard !isBeforeRun, choice[name] == nil, let giver = scope.binding.giver(ofParameter: name)?.index,
            standings[giver] == .done
        else { return nil }
        return giver
    }

    /// Whether a step of the run decides an alternative, and has not yet.
    private func isOpen(_ alternative: Alternative) -> Bool {
        let name = alternative.parameter.value
        guard isBeforeRun, choice[name] == nil else { return false }
        return scope.binding.giver(ofParameter: name) != nil
    }

    private func decision(on alternative: Alternative) -> String {
        let name = alternative.parameter.value
        let giver = scope.binding.giver(ofParameter: name)?.id ?? ""
        let values = alternative.values.map(\.value).joined(separator: " or ")
        return "\(name) is \(values), decided at \(giver)"
    }

    // MARK: Values

    private enum Need {
        /// Each value is known, or will be.
        case met
        /// Nobody will give one of them: all steps that could are skipped.
        case skipped(detail: String)
        /// Somebody gives it only if these conditions hold.
        case undecided([String])
        /// Somebody gave it, and it was not kept.
        case lacking(name: String, giver: Int)
    }

    private func need(of names: [String]) -> Need {
        var need = Need.met
        for name in names where values[name] == nil {
            let givers = scope.binding.names.givers(of: name)
            let steps = givers.compactMap(\.step)
            guard !steps.isEmpty, steps.count == givers.count || givers.contains(.parameter) else { continue }
            let found = steps.map { standings[$0] ?? .open }
            if found.contains(.open) { continue }
            if let done = zip(steps, found).first(where: { $0.1 == .done })?.0 {
                if case .met = need { need = .lacking(name: name, giver: done) }
                continue
            }
            let conditions = found.flatMap { standing -> [String] in
                if case .undecided(let conditions) = standing { conditions } else { [] }
            }
            if conditions.isEmpty {
                return .skipped(detail: "it needs `\(name)` of the skipped step `\(scope.binding.steps[steps[0]].id)`")
            }
            switch need {
            case .met: need = .undecided(conditions)
            case .undecided(let earlier): need = .undecided(earlier + conditions)
            case .skipped, .lacking: break
            }
        }
        return need
    }

    // MARK: Conditions

    private enum ConditionOutcome {
        case holds
        case doesNotHold
        case later
        case wrong(StepFailure)
    }

    private func outcome(of condition: Filter) async -> ConditionOutcome {
        let names = FilterVariables.references(in: condition.text).map(\.name)
        if isBeforeRun, !names.allSatisfy({ values[$0] != nil && !isSecret($0) }) { return .later }
        func wrong(_ code: String, _ message: String) -> ConditionOutcome {
            if isBeforeRun { return .later }
            return .wrong(StepFailure(code: code, message: message, line: condition.span.start.line))
        }
        do {
            let variables = values.variables(for: condition.text)
            let outputs = try await expressions.evaluate(condition.text, on: .null, variables: variables)
            guard let holds = outputs.first?.bool, outputs.count == 1 else {
                return wrong("when/not-a-test", "the result of `when` is neither `true` nor `false`")
            }
            return holds ? .holds : .doesNotHold
        } catch {
            let isSecret = values.isSecretFilter(condition.text)
            let reason = isSecret ? "its message is not shown, because it may contain a secret" : error.message
            return wrong("when/error", "the filter of `when` failed: \(reason)")
        }
    }

    private func isSecret(_ name: String) -> Bool {
        values.isSecret(name) || scope.binding.runbook.declaration.parameter(name)?.isSecret == true
    }
}
