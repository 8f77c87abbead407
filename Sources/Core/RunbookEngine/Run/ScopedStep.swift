import RunbookModel
import RunbookPlugin
import RunbookRun

/// A step with the scope it is run in.
struct ScopedStep: Sendable {
    let scope: Scope
    let bound: BoundStep
    /// The one of its targets that is asked; nil for all of them.
    private(set) var only: String?

    init(scope: Scope, bound: BoundStep) {
        self.scope = scope
        self.bound = bound
    }

    /// One of its requests on one of its targets.
    struct Request: Sendable {
        let place: ActionPlace
        let template: ActionTemplate
    }

    var id: String { bound.id }

    /// Its requests on each of its targets, in the order they are made: all of one target, then all of the next.
    var requests: [Request] {
        (only.map { [$0] } ?? bound.targetList).flatMap { target in
            bound.actions.enumerated().map { index, template in
                Request(place: ActionPlace(target: target, index: index), template: template)
            }
        }
    }

    /// The document that an include runs.
    var included: Scope? { scope.includes[bound.index] }

    /// The check that makes it needless.
    var unless: ScopedStep? { bound.unless.map(scope.step) }

    /// The checks that follow before anything else acts, in the same list item or, outside lists, in the same section.
    var following: [ScopedStep] {
        // What takes a step back has no place among them.
        if bound.step.role == .undo { return [] }
        var checks: [ScopedStep] = []
        for later in scope.binding.steps.dropFirst(bound.index + 1) {
            if later.step.section != bound.step.section || later.isGated { break }
            if later.step.role == .run, later.effect > .read { break }
            if later.step.role == .verify, later.step.container == bound.step.container {
                checks.append(scope.step(later.index))
            }
        }
        return checks
    }

    /// Whether a request may be made again, under the same token, and acts only once.
    func hasToken(_ place: ActionPlace) -> Bool {
        bound.actions.indices.contains(place.index) && bound.actions[place.index].isRepeatable
    }

    /// Whether two of a request leave its target as one does, so that nothing is lost if the first one comes late.
    func isSafeTwice(_ place: ActionPlace) -> Bool {
        bound.actions.indices.contains(place.index) && bound.actions[place.index].isSafeTwice
    }

    /// Whether a check may miss what a request has done, and the request would do it a second time.
    func isSeenLate(_ place: ActionPlace, by check: ScopedStep) -> Bool {
        guard bound.actions.indices.contains(place.index) else { return true }
        return !isSafeTwice(place) && check.bound.seesLate(bound.actions[place.index])
    }

    /// A check on one of its targets alone, where what is asked of a response does not join them.
    func narrowed(to target: String?) -> ScopedStep {
        guard let target, bound.targets.count > 1, bound.targets.contains(target), bound.step.keys.same == nil,
            bound.captureNames.isEmpty
        else { return self }
        var step = self
        step.only = target
        return step
    }

    var timing: StepTiming { StepTiming(bound) }

    /// The longest time of an attempt that acts.
    var longest: Duration { timing.attempt }

    /// How long a server may still work on one of its requests after the connection has gone: as long as an attempt may
    /// take, or as long as the author lets its check wait.
    var patience: Duration { max(longest, unless?.bound.step.keys.within?.value ?? .zero) }

    /// Whether others use the result of the step.
    var isResultUsed: Bool { bound.resultName.map(scope.usedNames.contains) ?? false }

    /// Whether something is asked of its responses.
    var needsResponses: Bool { !bound.step.checks.isEmpty || bound.step.keys.same != nil || isResultUsed }

    /// The target of a request with its connection data.
    func target(_ name: String?) -> Target? { name.flatMap { scope.targets[$0] } }
}
