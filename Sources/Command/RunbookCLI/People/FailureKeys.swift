import RunbookModel
import RunbookRun
import Terminal

/// The keys of a step that failed or is in doubt, one each.
enum FailureKeys: String {
    case applied
    case notApplied = "not applied"
    case again
    case accept
    case skip
    case parameter
    case troubleshoot
    case undo
    case leave

    /// What a key means; nil when it means nothing here.
    init?(_ key: Key, _ failed: FailedStep) {
        guard case .character(let character) = key,
            let word = FailureKeys.offered(failed).first(where: { $0.key == character })
        else { return nil }
        self = word
    }

    /// The key that stands for it.
    private var key: Character {
        switch self {
        case .applied: "e"
        case .notApplied: "n"
        case .again: "r"
        case .accept: "a"
        case .skip: "s"
        case .parameter: "p"
        case .troubleshoot: "t"
        case .undo: "u"
        case .leave: "l"
        }
    }

    /// How it is offered.
    private var label: String {
        switch self {
        case .applied: "it took [e]ffect"
        case .notApplied: "it had [n]o effect"
        case .again: "[r]un it again"
        case .accept: "[a]ccept it as done"
        case .skip: "[s]kip it"
        case .parameter: "change a [p]arameter"
        case .troubleshoot: "[t]roubleshoot"
        case .undo: "[u]ndo the run"
        case .leave: "[l]eave"
        }
    }

    /// What may be said of a step.
    private static func offered(_ failed: FailedStep) -> [FailureKeys] {
        if failed.isDoubtful { return [.applied, .notApplied, .leave] }
        let isChanged = failed.applied != .no
        return [.again] + (isChanged ? [.accept] : []) + [.skip]
            + (isChanged || failed.parameters.isEmpty ? [] : [.parameter])
            + (failed.troubleshoot == nil ? [] : [.troubleshoot])
            // Of what takes the run back only this part is left to say.
            + (failed.state.undo == nil ? [.undo, .leave] : [.leave])
    }

    /// The text before the cursor.
    static func prompt(_ failed: FailedStep) -> String {
        let labels = offered(failed).map(\.label)
        return "  \(labels.dropLast().joined(separator: ", ")) or \(labels.last ?? ""): "
    }
}
