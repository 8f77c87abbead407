import RunbookModel
import RunbookRun

/// What becomes of a step, as one character at the begin of its line.
enum PlanMark: Sendable {
    /// A read that holds.
    case holds
    /// A read or a wait whose result only the run knows, and what acts on something that could not be looked for.
    case asks
    /// It will act.
    case acts
    /// It will act on something that is there and different.
    case changes
    /// It would fail: what is there cannot be changed so.
    case fails
    /// Its check holds: nothing is sent.
    case alreadySo
    /// It is omitted.
    case skipped
    /// It destroys something.
    case destroys
    /// A person does it.
    case person
    /// The steps of another document follow.
    case includes

    /// The mark of a step of a plan.
    ///
    /// - Parameter check: What the check said that makes it needless.
    init(_ step: PlannedStep, check: ProbeResult?) {
        if step.isSkipped || step.probe?.state == .skipped {
            self = .skipped
        } else if step.role == .manual {
            self = .person
        } else if step.role == .include {
            self = .includes
        } else if step.effect == .read {
            self = step.probe?.state == .holds ? .holds : .asks
        } else if (check ?? step.probe)?.state == .holds {
            self = .alreadySo
        } else if step.probe?.state == .fails {
            self = .fails
        } else if step.effect == .destroy {
            self = .destroys
        } else if step.probe?.state == .notAsked {
            // What it is about was not read, so nobody knows whether it is there.
            self = .asks
        } else {
            self = (check ?? step.probe)?.state == .differs ? .changes : .acts
        }
    }

    /// The character.
    ///
    /// - Parameter isPlain: Whether only ASCII may be used.
    func text(isPlain: Bool = false) -> String {
        switch self {
        case .holds: isPlain ? "v" : "✓"
        case .asks: "?"
        case .acts: "+"
        case .changes: "~"
        case .fails: isPlain ? "x" : "✗"
        case .alreadySo: "="
        case .skipped: "-"
        case .destroys: "!"
        case .person: isPlain ? "o" : "☐"
        case .includes: isPlain ? ">" : "▸"
        }
    }
}
