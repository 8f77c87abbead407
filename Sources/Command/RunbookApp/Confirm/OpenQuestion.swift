import RunbookModel
package import RunbookRun

/// What an answer to a step is to.
package enum OpenQuestion {
    /// To what waits for it: its digest, and whether a digest that a person gave stands for it.
    case open(digest: String, isShown: (String) -> Bool)
    /// To what somebody has answered before.
    case answered(DeliveredAnswer)
    /// To nothing; why, as a sentence.
    case none(String)

    /// The digest of what waits; nil when nothing does.
    package var digest: String? {
        if case .open(let digest, _) = self { digest } else { nil }
    }

    /// Looks what a step asks.
    ///
    /// - Parameters:
    ///   - entries: The journal, which tells who answered before.
    ///   - answer: The answer that is given, which decides whether it is to a question or to a doubt.
    package init(of step: String, in state: RunState, _ entries: [JournalEntry], for answer: PersonAnswer) {
        let record = state.step(step)
        let settles = [.applied, .notApplied].contains(answer)
        // A process that died has not told of its doubt; the next `resume` will.
        let isDoubtful = record.state == .inDoubt || record.isRunningUnanswered
        let decides = [.accept, .again].contains(answer)
        if record.asksAboutFailure {
            let digest = record.doubtDigest
            if answer == .go || settles {
                self = .none(
                    "the step `\(step)` failed after it had changed its target: "
                        + "answer with --accept, --again or --skip REASON")
            } else {
                self = .open(digest: digest) { $0 == digest }
            }
        } else if record.state == .waiting, let question = record.question, !settles, !decides {
            self = .open(digest: question.digest, isShown: question.isShown)
        } else if isDoubtful, settles {
            let digest = record.doubtDigest
            self = .open(digest: digest) { $0 == digest }
        } else if !isDoubtful, let first = OpenQuestion.last(of: step, settles: settles, in: entries, record) {
            self = .answered(first)
        } else if isDoubtful {
            let requests = record.doubtfulRequests.prefix(5).map { "`\(VisibleText.visible($0))`" }
            self = .none(
                "the step `\(step)` is in doubt: look at its target"
                    + (requests.isEmpty ? "" : " for \(requests.joined(separator: ", "))")
                    + ", then answer with --applied or --not-applied")
        } else {
            let what = settles || decides ? "nothing of the kind" : "nothing"
            self = .none("the step `\(step)` asks \(what): it is \(record.state.rawValue)")
        }
    }

    /// The answer that counted last.
    private static func last(
        of step: String, settles: Bool, in entries: [JournalEntry], _ record: StepRecord
    ) -> DeliveredAnswer? {
        for entry in entries.reversed() {
            switch entry.event {
            case .step(step, let given as StepAnswered) where !settles:
                return DeliveredAnswer(
                    step: step, digest: given.digest, answer: given.answer, by: given.by, via: given.via, at: entry.at)
            case .step(step, let settled as DoubtSettled) where settles:
                return DeliveredAnswer(
                    step: step, digest: record.doubtDigest, answer: settled.applied ? .applied : .notApplied,
                    by: settled.by, at: entry.at)
            default: continue
            }
        }
        return nil
    }
}
