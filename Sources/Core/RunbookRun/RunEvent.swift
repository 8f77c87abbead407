package import OrderedJSON

/// One fact of a run: what a journal keeps, and what terminal, report and resume are folds over.
package enum RunEvent: Sendable {
    /// An event of the whole run.
    case run(any RunWideEvent)
    /// An event of the step of an identity.
    case step(String, any StepEvent)
    /// A kind that this version does not know, kept as it is.
    case unknown(kind: String, data: JSON)
}

extension RunEvent {
    /// Every kind of event of a step; a new one is a file of its own, and a line here.
    static let stepEvents: [any StepEvent.Type] = [
        StepSkipped.self, StepSatisfied.self, StepAsked.self, StepAnswered.self, AnswerVoid.self, AnswerLate.self,
        AttemptStarted.self, ActionSent.self, ActionResponded.self, ActionRefused.self, StepPolled.self,
        StepProgress.self, StepWarned.self, StepPassed.self, StepFailed.self, OutcomeUnknown.self, StepStopped.self,
        DoubtSettled.self, StepReset.self, StepDiagnosed.self, ProcessesEnded.self, ProcessStarted.self,
    ]

    /// Every kind of event of a whole run.
    static let runWideEvents: [any RunWideEvent.Type] = [
        RunStart.self, RunResumed.self, DocumentAdopted.self, EnvironmentAdopted.self, RunFinished.self,
        UndoStarted.self, UndoLeft.self, NoticeFailed.self, ParametersAdopted.self,
    ]
}

extension RunEvent: Hashable {
    /// Compares the contents.
    package static func == (left: RunEvent, right: RunEvent) -> Bool {
        switch (left, right) {
        case (.run(let left), .run(let right)): left.isEqual(to: right)
        case (.step(let one, let left), .step(let other, let right)): one == other && left.isEqual(to: right)
        case (.unknown(let one, let left), .unknown(let other, let right)): one == other && left == right
        default: false
        }
    }

    /// Feeds the content.
    package func hash(into hasher: inout Hasher) {
        switch self {
        case .run(let event): event.hash(into: &hasher)
        case .step(let step, let event):
            hasher.combine(step)
            event.hash(into: &hasher)
        case .unknown(let kind, let data):
            hasher.combine(kind)
            hasher.combine(data)
        }
    }
}
