import RunbookRun

/// Where a step stands for those that need what it gives.
enum StepStanding: Sendable, Hashable {
    /// It may give its values yet.
    case open
    /// It is done.
    case done
    /// It was left out, or will be.
    case skipped(SkipReason)
    /// These conditions decide whether it will be.
    case undecided([String])

    /// What a fate that was decided before a run means for others.
    init(_ fate: StepFate) {
        switch fate {
        case .taken, .lacking, .wrong: self = .open
        case .skipped(let reason, _): self = .skipped(reason)
        case .undecided(let conditions): self = .undecided(conditions)
        }
    }

    /// What a record of a run means for others.
    init(_ record: StepRecord) {
        switch record.state {
        case .passed, .satisfied: self = .done
        case .skipped: self = .skipped(record.skipped?.reason ?? .person)
        case .pending, .waiting, .running, .failed, .cancelled, .inDoubt: self = .open
        }
    }
}
