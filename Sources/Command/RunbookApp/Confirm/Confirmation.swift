import RunbookModel
import RunbookReport
package import RunbookRun

/// An answer to a run that waits, given from anywhere; it runs no step.
package struct Confirmation: Sendable {
    /// The name of the run.
    package let run: String
    /// The step that asks.
    package let step: String
    /// What the person says.
    package let answer: PersonAnswer
    /// The digest that the person was shown; nil where it was not given.
    package let digest: String?
    /// Who the person is.
    package let user: String
    /// Whether the person is at a terminal, where the digest may be left out.
    package let isAtTerminal: Bool
    /// Whether no process can take an answer up any more: the sandbox of the run ended with its process.
    package let isGone: Bool
    /// Gives what the person says beside the answer; called when the answer is left.
    package let remark: @Sendable () async throws -> Remark?

    /// Makes an answer.
    package init(
        run: String, step: String, answer: PersonAnswer, digest: String?, user: String, isAtTerminal: Bool,
        isGone: Bool = false, remark: @escaping @Sendable () async throws -> Remark? = { nil }
    ) {
        self.isGone = isGone
        self.remark = remark
        self.run = run
        self.step = step
        self.answer = answer
        self.digest = digest
        self.user = user
        self.isAtTerminal = isAtTerminal
    }

    /// Leaves the answer for the owner of the run.
    ///
    /// - Parameters:
    ///   - state: Where the run is.
    ///   - entries: Its journal, which tells who answered before.
    ///   - time: When the answer is given.
    /// - Throws: `ConfirmRefusal` when it does not count, and what the box throws.
    package func give(
        to box: any AnswerBox, _ state: RunState, _ entries: [JournalEntry], at time: Timestamp
    ) async throws {
        guard state.outline(of: step) != nil else {
            let waiting = state.steps.filter { $0.value.state == .waiting }.keys.sorted()
            throw ConfirmRefusal(
                concern: .misuse,
                message: "the run `\(run)` has no step `\(VisibleText.visible(step))`; "
                    + Suggestion.help(for: step, among: waiting, noun: "step that waits"))
        }
        if state.isBeingTakenBack, let undo = state.undo, step != UndoRecord.question,
            !undo.entries.contains(where: { $0.outline.id == step })
        {
            throw ConfirmRefusal(
                concern: .misuse,
                message:
                    "the run `\(run)` is being taken back, so the step `\(step)` asks nothing any more; to list what "
                    + "waits: `runbook confirm \(run)`")
        }
        func given(to digest: String) async throws -> DeliveredAnswer {
            DeliveredAnswer(
                step: step, digest: digest, answer: answer, by: user, at: time, remark: try await remark())
        }
        let before: DeliveredAnswer?
        switch OpenQuestion(of: step, in: state, entries, for: answer) {
        case .open(let asked, let isShown):
            try checkWorld(of: state)
            try checkAge(in: state, at: time)
            try checkShown(isShown, of: asked)
            before = try await box.deliver(try await given(to: asked))
        case .answered(let first):
            try await box.keepLate(try await given(to: first.digest))
            before = first
        case .none(let problem): throw ConfirmRefusal(concern: .misuse, message: problem)
        }
        guard let before else { return }
        throw ConfirmRefusal(
            concern: .late,
            message: "too late: \(before.by) answered `\(before.answer.name)` at \(before.at.iso8601), and only the "
                + "first answer counts; your answer is recorded, but changes nothing")
    }

    /// An answer that nobody can take up is refused rather than kept.
    private func checkWorld(of state: RunState) throws(ConfirmRefusal) {
        guard isGone, let start = state.start else { return }
        throw ConfirmRefusal(
            concern: .person,
            message: "the sandbox of the run `\(run)` ended with its process, so the run cannot continue; start a new "
                + "run, on a sandbox that stays: `\(NextCommands.stayingSandbox(for: start))`")
    }

    /// A yes is about the moment in which it was asked for.
    private func checkAge(in state: RunState, at time: Timestamp) throws(ConfirmRefusal) {
        let record = state.step(step)
        guard answer == .go, record.question?.isTooOld(since: record.asked, at: time) == true else { return }
        throw ConfirmRefusal(
            concern: .person,
            message: "the question is too old to be answered: `runbook resume \(run)` asks it again")
    }

    /// Without a terminal only a person who names what was shown has seen it.
    private func checkShown(_ isShown: (String) -> Bool, of asked: String) throws(ConfirmRefusal) {
        guard let digest else {
            if isAtTerminal { return }
            throw ConfirmRefusal(
                concern: .misuse,
                message: "without a terminal, `confirm` needs `--digest`: copy the whole command that the run "
                    + "printed; `runbook report \(run)` also prints it")
        }
        if isShown(digest) { return }
        if asked.hasPrefix(digest) {
            throw ConfirmRefusal(
                concern: .misuse,
                message:
                    "the digest `\(VisibleText.visible(digest))` is too short, and nothing was answered: copy the whole "
                    + "command that the run printed; `runbook report \(run)` also prints it")
        }
        throw ConfirmRefusal(
            concern: .person,
            message: "the question of step `\(step)` does not have the digest `\(VisibleText.visible(digest))`: it was "
                + "another one, or it has changed. Nothing was answered. Look at the question: `runbook report \(run)`")
    }
}
