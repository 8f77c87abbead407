import OrderedJSON
import RunbookModel
import RunbookRun

/// Steps that run another document (semantics, "Include").
extension Runner {
    /// Whether nothing is left to do of a step, and of what it includes.
    func isDone(_ step: ScopedStep) -> Bool {
        guard state.step(step.id).state.isDone, lacking(of: step).isEmpty else { return false }
        return step.included?.binding.order.allSatisfy { isDone(step.included?.step($0) ?? step) } ?? true
    }

    /// The values that others use of what a step includes, where their steps are done and the values were not kept.
    private func lacking(of step: ScopedStep) -> [(name: String, giver: ScopedStep)] {
        guard let included = step.included, step.isResultUsed else { return [] }
        return included.namesUsedOutside.sorted().compactMap { name in
            guard values(of: included).value(name) == nil else { return nil }
            let givers = included.binding.names.givers(of: name).compactMap(\.step).map(included.step)
            return givers.first { [.passed, .satisfied].contains(state.step($0.id).state) }.map { (name, $0) }
        }
    }

    /// Runs what an include names, unless all of its checks hold already.
    func evaluateIncluded(_ step: ScopedStep) async throws(Breakdown) -> Stop {
        func stop(_ ending: StepEnding) -> Stop { Stop(ending: ending, step: step.id) }
        guard let included = step.included else { return stop(try await evaluate(step)) }
        let record = state.step(step.id)
        if record.state == .skipped {
            try await closeIncluded(step)
            return stop(.done)
        }
        if record.state == .failed { return stop(.waiting) }
        // One of its steps is repeated then, for a value that was not kept.
        let isEnded = record.state == .passed || record.state == .satisfied
        if !isEnded, let ending = try await decide(step) {
            if ending == .done { try await closeIncluded(step) }
            return stop(ending)
        }
        if let failure = pass(to: included, by: step) { return stop(try await failUnsent(step, failure)) }
        if let ending = try await begin(step, included) { return stop(ending) }
        if let stopped = try await steps(of: included) { return stopped }
        for (name, giver) in lacking(of: step) {
            if let ending = try await bringBack(name, from: giver, for: step) { return stop(ending) }
        }
        adoptIncluded(step)
        if !isEnded {
            try await self.record(
                [
                    .attemptStarted(step: step.id, attempt: record.attempts + 1),
                    .passed(step: step.id, values: StepValues()),
                ], isDurable: false)
        }
        return stop(.done)
    }

    /// What comes before the first of its steps; nil when they are to be run.
    private func begin(_ step: ScopedStep, _ included: Scope) async throws(Breakdown) -> StepEnding? {
        guard included.allSteps.allSatisfy({ state.step($0.id) == StepRecord() }) else { return nil }
        if let ending = try await takeRefusal(of: step) {
            if ending == .done { try await closeIncluded(step) }
            return ending
        }
        if let ending = try await trySatisfied(step, included) { return ending }
        switch try await passGates(of: step) {
        case .goOn: return nil
        case .goOnAfterWait: return try await trySatisfied(step, included)
        case .ended(let ending):
            if ending == .done { try await closeIncluded(step) }
            return ending
        }
    }

    // MARK: Whether it is done already

    /// Ends an include all of whose checks hold; nil when its steps are to be run.
    private func trySatisfied(_ step: ScopedStep, _ included: Scope) async throws(Breakdown) -> StepEnding? {
        let before = values(of: included)
        var tried: [String: StepValues] = [:]
        try await keep()
        let last = await holds(included, &tried)
        if ports.interruption.level > .none { return .stopped }
        guard let last, included.namesUsedOutside.allSatisfy({ values(of: included).value($0) != nil }) else {
            change(included) { $0 = before }
            return nil
        }
        adoptIncluded(step)
        try await record(
            [.satisfied(step: step.id, check: last, values: StepValues(), response: nil)]
                + closing(step, giving: tried), isDurable: true)
        return .done
    }

    /// Tries each check of a document once, with the reads that it takes values from.
    ///
    /// - Parameter tried: Takes what was tried, and the values that it gave.
    /// - Returns: The last check; nil when one does not hold, cannot be told, or needs the value of a write, and when there
    ///   is none.
    private func holds(_ scope: Scope, _ tried: inout [String: StepValues]) async -> String? {
        var needed = Set<Int>()
        var last: String?
        for bound in scope.binding.steps where bound.step.role == .verify || scope.includes[bound.index] != nil {
            guard gather(bound, in: scope, &needed) else { return nil }
        }
        for index in scope.binding.order where needed.contains(index) {
            let step = scope.step(index)
            switch await fate(of: step) {
            case .taken: break
            case .skipped: continue
            case .undecided, .lacking, .wrong: return nil
            }
            if let included = step.included {
                guard included.allSteps.contains(where: { $0.bound.step.role == .verify }) else { continue }
                guard pass(to: included, by: step) == nil, let check = await holds(included, &tried) else { return nil }
                adoptIncluded(step)
                last = check
                continue
            }
            guard case .holds(let judge, let responses) = await tryOnce(step) else { return nil }
            tried[step.id] = adopt(judge, responses, of: step)
            if step.bound.step.role == .verify { last = step.id }
        }
        return last
    }

    /// Adds a step, and the reads that it takes values from; false when one of those acts.
    private func gather(_ bound: BoundStep, in scope: Scope, _ needed: inout Set<Int>) -> Bool {
        guard needed.insert(bound.index).inserted else { return true }
        for use in bound.uses where use.purpose != .shown {
            for giver in scope.binding.names.givers(of: use.name).compactMap(\.step) where giver != bound.index {
                let step = scope.binding.steps[giver]
                // Who is not taken gives nothing, and another alternative may.
                if !step.step.keys.alternatives.allSatisfy({ $0.admits(choice(of: scope)) }) { continue }
                guard step.effect == .read, step.step.role != .manual, gather(step, in: scope, &needed) else {
                    return false
                }
            }
        }
        return true
    }

    // MARK: Its steps and values

    /// Says of the steps of an include that was left out, or holds already, that they were.
    private func closeIncluded(_ step: ScopedStep) async throws(Breakdown) {
        let events = closing(step)
        if !events.isEmpty { try await record(events, isDurable: false) }
    }

    private func closing(_ step: ScopedStep, giving values: [String: StepValues] = [:]) -> [RunEvent] {
        let record = state.step(step.id)
        let open = step.included?.allSteps.filter { !state.step($0.id).state.isDone } ?? []
        return open.map { inner in
            if record.state == .skipped {
                let reason = record.skipped?.reason ?? .person
                return .skipped(step: inner.id, reason: reason, detail: "it belongs to `\(step.id)`, which was skipped")
            }
            return .satisfied(
                step: inner.id, check: step.id, values: values[inner.id] ?? StepValues(), response: nil)
        }
    }

    /// Gives the parameters of an included document their values.
    ///
    /// - Returns: Why it cannot be run with them.
    func pass(to included: Scope, by step: ScopedStep) -> StepFailure? {
        let known = values(of: step.scope)
        for (theirs, ours) in (included.binding.inclusion?.parameters ?? [:]).sorted(by: { $0.key < $1.key }) {
            guard let parameter = included.binding.runbook.declaration.parameter(theirs) else { continue }
            guard let value = known.value(ours) else { continue }
            let problems = parameter.problems(with: value)
            if let problem = problems.first {
                let shown = known.isSecret(ours) ? "" : " `\(VisibleText.visible(value.string ?? value.text()))`"
                return StepFailure(
                    code: "include/parameter",
                    message:
                        "the value\(shown) of `\(ours)` is invalid for `\(theirs)` of the included document: "
                        + "\(problem)",
                    line: step.bound.step.include?.file.span.start.line)
            }
            change(included) {
                $0.set(theirs, to: value, isSecret: known.isSecret(ours) || parameter.isSecret, hidesNames: true)
            }
            if parameter.schema.alternatives != nil {
                choose(value.string ?? value.text(), for: theirs, in: included)
            }
        }
        return nil
    }

    /// Makes the values of an included document known to the steps behind it, as members of one value.
    func adoptIncluded(_ step: ScopedStep) {
        guard let included = step.included, let name = step.bound.resultName, step.isResultUsed else { return }
        let inner = values(of: included)
        let names = included.namesUsedOutside.sorted()
        let members = names.compactMap { name in inner.value(name).map { (name, $0) } }
        let isSecret = names.contains { inner.isSecret($0) }
        change(step.scope) { values in
            let value = JSON.object(JSONObject(members))
            if isSecret { values.setHolding(name, to: value) } else { values.set(name, to: value) }
        }
    }
}
