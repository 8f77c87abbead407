package import RunbookModel
package import RunbookRun

/// A run as reports see it: the fold of its events, and what only its store can add.
package struct ReportedRun: Sendable {
    /// The run's identity.
    package let run: String
    /// The fold of its events.
    package let state: RunState
    /// What the first event says.
    package let start: RunStart
    /// The SHA-256 of the last entry of its journal, in hexadecimal.
    package let lastHash: String
    /// The texts of its documents as they were when the run began; without one no source line is shown.
    package let documents: [SourceText]
    /// What the commands that continue it must say.
    private(set) var place: CommandPlace
    private let isOwned: Bool

    /// Makes a run of its state; nil before its first event.
    ///
    /// - Parameters:
    ///   - run: The run's identity.
    ///   - state: The fold of its events.
    ///   - isOwned: Whether a living process holds the run's lock.
    ///   - lastHash: The SHA-256 of the last entry of its journal, in hexadecimal.
    ///   - documents: The texts of its documents as they were when the run began.
    ///   - place: What the commands that continue it must say.
    package init?(
        run: String, state: RunState, isOwned: Bool, lastHash: String = "", documents: [SourceText] = [],
        place: CommandPlace = CommandPlace()
    ) {
        self.place = place.of(state.start)
        guard let start = state.start else { return nil }
        self.run = run
        self.state = state
        self.start = start
        self.isOwned = isOwned
        self.lastHash = lastHash
        self.documents = documents
    }

    /// Where the run is; without a closing event and an owner it was interrupted.
    package var phase: RunPhase { state.phase == .running && !isOwned ? .interrupted : state.phase }

    /// Whether a part of its environment ended with its process, so that nobody can continue it.
    var isGone: Bool { start.environment.endsWithProcess && !isOwned }

    /// The steps of its undo that were left out, so that what they would take back may still be there.
    var leftByUndo: [ReportedStep] {
        undo.filter { step in
            step.state == .skipped && ![.condition, .notChosen].contains(step.record.skipped?.reason)
        }
    }

    /// Where the run is, for people: the state in a word or two, and what that word would hide.
    package var standing: String {
        if phase == .undone, !leftByUndo.isEmpty {
            return "undone, but \(leftByUndo.count == 1 ? "1 step was" : "\(leftByUndo.count) steps were") skipped"
        }
        return isUnanswerable ? "was waiting when its sandbox ended" : phase.words
    }

    /// Whether it waits for an answer that nobody can give any more.
    package var isUnanswerable: Bool { isGone && phase == .waiting }

    /// The same run, with commands that say something else.
    func with(place: CommandPlace) -> ReportedRun {
        var other = self
        other.place = place
        return other
    }

    /// The steps that were asked for, in document order, with what is known of them.
    var steps: [ReportedStep] { allSteps.filter { !start.isPreparation($0.outline) } }

    /// The steps that failed or are in doubt, in the order they run: of the undo where there is one.
    var unfinished: [ReportedStep] {
        (state.isInUndo ? undo : allSteps).filter { $0.state == .failed || $0.state == .inDoubt }
    }

    /// The steps that prepared the environment.
    var preparation: [ReportedStep] { allSteps.filter { start.isPreparation($0.outline) } }

    /// What takes the run back, in order.
    var undo: [ReportedStep] {
        (state.undo?.entries ?? []).map { entry in
            ReportedStep(
                outline: entry.outline, record: state.step(entry.outline.id),
                document: start.document(of: entry.outline), isOwned: isOwned)
        }
    }

    /// The question about all of that, while it is open.
    var undoQuestion: ReportedStep? {
        guard let outline = state.outline(of: UndoRecord.question), state.step(outline.id).state == .waiting else {
            return nil
        }
        return ReportedStep(
            outline: outline, record: state.step(outline.id), document: start.document, isOwned: isOwned)
    }

    /// Whatever may wait for a person, or must be looked at.
    var attended: [ReportedStep] {
        state.isInUndo ? (undoQuestion.map { [$0] } ?? []) + undo : allSteps
    }

    /// The steps of all documents, in the order they run.
    var allSteps: [ReportedStep] {
        start.outline.steps.map { outline in
            ReportedStep(
                outline: outline, record: state.step(outline.id), document: start.document(of: outline),
                isOwned: isOwned)
        }
    }

    /// The text that a step's failure happened in, where it is at hand.
    func text(of step: ReportedStep) -> SourceText? { documents.first { $0.file == step.file } }
}

extension ReportedRun {
    /// Whether it did nothing at all: each of its steps was skipped, and had sent nothing before.
    package var isIdle: Bool {
        !steps.isEmpty
            && steps.allSatisfy { step in
                step.state == .skipped && step.record.exchanges.isEmpty && step.record.earlierChanges.isEmpty
            }
    }
}
