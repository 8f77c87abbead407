import RunbookModel
import RunbookRun

/// Whether the steps of a plan are taken, as far as reads tell it now.
struct FatesNow {
    private var fates: [String: StepFate]
    private var includes: [Int: StepFate] = [:]

    /// Makes what the plan knows.
    init(_ steps: [PlannedStep]) {
        fates = Dictionary(
            steps.compactMap { step -> (String, StepFate)? in
                switch step.fate {
                case .taken: nil
                case .skipped(let reason, let detail): (step.id, .skipped(reason, detail: detail))
                case .undecided(let conditions): (step.id, .undecided(conditions))
                }
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Keeps what was decided of a step, and so of what it includes.
    mutating func set(_ fate: StepFate, of step: ScopedStep) {
        fates[step.id] = fate
        if let included = step.included { includes[included.document.position] = fate }
    }

    /// Where a step stands for those that need what it gives.
    func standing(of id: String) -> StepStanding { fates[id].map(StepStanding.init) ?? .open }

    /// What was decided of the include that runs a document; nil where the plan had decided it, or there is none.
    func include(of scope: Scope) -> StepFate? { includes[scope.document.position] }
}
