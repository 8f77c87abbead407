import RunbookModel
import RunbookRun

/// What is known when a person is asked, a sentence each.
enum EvidenceText {
    /// What the checks said last and when, and whether the step can be taken back.
    static func sentences(_ question: Question) -> [String] {
        var sentences = question.evidence.map { evidence in
            let time = MomentText.clock(evidence.at)
            if evidence.passed { return "`\(evidence.check)` passed at \(time) UTC." }
            return "`\(evidence.check)` did not pass at \(time) UTC: \(evidence.reason)"
        }
        switch question.isUndoable {
        case true?: sentences.append("An undo can take this step back.")
        case false?: sentences.append("The runbook does not say how to take this step back.")
        case nil: break
        }
        return sentences
    }
}
