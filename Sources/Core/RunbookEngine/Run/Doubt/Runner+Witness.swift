import RunbookModel
import RunbookRun

// Which checks can tell whether a request took effect (semantics, "In doubt").
extension Runner {
    /// What can tell whether a request took effect.
    struct Witness {
        /// The checks, all of which hold when it did.
        var checks: [ScopedStep] = []
        /// Whether it did not, for certain, when they do not hold.
        var tellsAbsence = false
    }

    /// The longest time of one try before a request is sent; a check that needs more tells nothing of it.
    private static let longestLook = Duration.seconds(2)

    /// What can tell of a request; nothing where it may hold without it.
    func witness(of place: ActionPlace, by step: ScopedStep) async -> Witness {
        // What the step did before may be what the checks see, and so may be what was there before.
        guard isFirstToAct(place, of: step), isKnownUnmet(on: place.target, before: step) else { return Witness() }
        let checks = await checks(seeing: place.target, of: step)
        guard step.unless != nil, let check = checks.first else { return Witness(checks: checks) }
        let isOfTarget = check.requests.allSatisfy { $0.place.target == place.target }
        let isLast = place.index == step.bound.actions.count - 1
        return Witness(checks: checks, tellsAbsence: isOfTarget && isLast && !step.isSeenLate(place, by: check))
    }

    /// The targets of a step on which the checks that would settle a doubt do not hold before it acts.
    ///
    /// An `unless` without `again=yes` was tried already. Other checks are tried once, and only where a doubt can be theirs.
    func unmetBefore(_ step: ScopedStep) async throws(Breakdown) -> [String] {
        guard step.bound.step.role == .run, !isTriedBefore(step) else { return [] }
        var found: [String] = []
        for target in step.bound.targetList {
            let first = step.requests.first { $0.place.target == target && $0.template.effect > .read }
            guard let first, !step.hasToken(first.place) else { continue }
            for check in await checks(seeing: target, of: step) {
                if ports.interruption.level > .none { return found }
                let timing = check.timing
                guard timing.held < Runner.longestLook else { break }
                try await keep()
                let trial = await tryOnce(check, timeout: min(timing.timeout, Runner.longestLook))
                if case .holds = trial { continue }
                if case .unmet = trial { found.append(target ?? "") }
                break
            }
        }
        return found
    }

    /// Whether the checks of a step did not hold on a target before the first of its requests was sent.
    private func isKnownUnmet(on target: String?, before step: ScopedStep) -> Bool {
        isTriedBefore(step) || state.step(step.id).unmetBefore.contains(target ?? "")
    }

    /// Whether the step acts only when its check did not hold.
    private func isTriedBefore(_ step: ScopedStep) -> Bool {
        step.unless != nil && !step.bound.step.keys.repeats
    }

    /// The checks that read a target: the one of the step, else those that follow; none where one of them cannot be tried.
    private func checks(seeing target: String?, of step: ScopedStep) async -> [ScopedStep] {
        if let check = step.unless {
            let alone = check.narrowed(to: target)
            return sees(alone, target, of: step) ? [alone] : []
        }
        var checks: [ScopedStep] = []
        for check in step.following {
            let alone = check.narrowed(to: target)
            guard alone.requests.contains(where: { $0.place.target == target }) else { continue }
            guard await fate(of: check) == .taken, missingName(of: check) == nil else { return [] }
            checks.append(alone)
        }
        return checks
    }

    /// Whether a check may see what a step does on a target.
    ///
    /// Another system of the same kind cannot have seen it. What a host or a cloud was asked for is often seen on a system
    /// of another kind.
    private func sees(_ check: ScopedStep, _ target: String?, of step: ScopedStep) -> Bool {
        let places = check.requests.map(\.place.target)
        // On another target it may be the write to that one which the check sees.
        if step.bound.targets.count > 1 { return places.allSatisfy { $0 == target } }
        if places.contains(target) { return true }
        let kind = step.target(target)?.kind
        return places.allSatisfy { step.target($0)?.kind != kind }
    }

    /// Whether a request is the first of its step that is not a read, on its target.
    private func isFirstToAct(_ place: ActionPlace, of step: ScopedStep) -> Bool {
        let first = step.bound.actions.firstIndex { $0.effect > .read }
        return first.map { place.index <= $0 } ?? true
    }
}
