import RunbookModel

/// What is known of taking a run back.
package struct UndoRecord: Sendable, Hashable {
    /// Something that takes a step back.
    package struct Entry: Sendable, Hashable {
        /// The identity of the step that it takes back.
        package let undone: String
        /// What is done, as reports show it.
        package let outline: OutlineStep

        /// Makes an entry.
        package init(undone: String, outline: OutlineStep) {
            self.undone = undone
            self.outline = outline
        }
    }

    /// A step that is not taken back.
    package struct Left: Sendable, Hashable {
        /// Its identity.
        package let step: String
        /// Why, as a phrase.
        package let reason: String

        /// Makes a step.
        package init(step: String, reason: String) {
            self.step = step
            self.reason = reason
        }
    }

    /// The identity under which the whole list is asked about.
    package static let question = "undo"

    /// Who began it.
    package let user: String
    /// What is done, in order.
    package let entries: [Entry]
    /// What is not taken back.
    package let left: [Left]
    /// Where the run was before.
    package let before: RunPhase

    /// Makes a record.
    package init(user: String, entries: [Entry], left: [Left], before: RunPhase) {
        self.user = user
        self.entries = entries
        self.left = left
        self.before = before
    }

    /// The question about the whole list, as a step.
    var questionStep: OutlineStep {
        let effect = entries.map(\.outline.effect).max() ?? .read
        return OutlineStep(
            heading: StepHeading(
                id: UndoRecord.question, role: .undo, title: "Take back what the run did", line: 1, effect: effect),
            prose: "", template: "", within: nil)
    }
}

extension RunState {
    /// Whether something of the list of an undo was done, or a person has agreed to it: nothing else continues then.
    package var isBeingTakenBack: Bool {
        guard let undo else { return false }
        if step(UndoRecord.question).agreed != nil { return true }
        return undo.entries.contains { entry in
            let record = step(entry.outline.id)
            return record.attempts > 0 || record.state != .pending
        }
    }

    /// Whether the run is in an undo: it is being taken back, or a person is asked whether it is.
    package var isInUndo: Bool {
        isBeingTakenBack || undo != nil && step(UndoRecord.question).state == .waiting
    }
}
