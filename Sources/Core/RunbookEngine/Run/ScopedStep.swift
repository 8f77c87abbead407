import RunbookModel
import RunbookPlugin
import RunbookRun

/// A step with the scope it is run in.
struct ScopedStep: Sendable {
    let scope: Scope
    let bound: BoundStep

    /// One of its requests on one of its targets.
    struct Request: Sendable {
        let place: ActionPlace
        let template: ActionTemplate
    }

    var id: String { bound.id }

    /// Its requests on each of its targets, in the order they are made: all of one target, then all of the next.
    var requests: [Request] {
        bound.targetList.flatMap { target in
            bound.actions.enumerated().map { index, template in
                Request(place: ActionPlace(target: target, index: index), template: template)
            }
        }
    }

    /// The document that an include runs.
    var included: Scope? { scope.includes[bound.index] }

    /// The check that makes it needless.
    var unless: ScopedStep? { bound.unless.map(scope.step) }

    var timing: StepTiming { StepTiming(bound) }

    /// The longest time of an attempt: of a handler that waits for what it asked for, that of the wait.
    var longest: Duration {
        bound.handler?.manifest.waits == true ? max(timing.within, timing.timeout) : timing.timeout
    }

    /// Whether others use the result of the step.
    var isResultUsed: Bool { bound.resultName.map(scope.usedNames.contains) ?? false }

    /// Whether something is asked of its responses.
    var needsResponses: Bool { !bound.step.checks.isEmpty || bound.step.keys.same != nil || isResultUsed }

    /// Whether all of these requests may be made again, under the same token, and surely act only once.
    func actsOnce(_ exchanges: [Exchange]) -> Bool {
        exchanges.allSatisfy { exchange in
            requests.first { $0.place == exchange.action.place }?.template.isRepeatable ?? false
        }
    }

    /// The target of a request with its connection data.
    func target(_ name: String?) -> Target? { name.flatMap { scope.targets[$0] } }
}
