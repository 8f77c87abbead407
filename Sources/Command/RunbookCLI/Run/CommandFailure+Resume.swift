import RunbookApp

extension CommandFailure {
    /// The message when a run is not continued.
    init(_ refusal: ResumeRefusal) {
        let status =
            switch refusal.concern {
            case .journal: ExitStatus.invalid
            case .aborted: ExitStatus.aborted
            case .person: ExitStatus.waiting
            case .plan: ExitStatus.planRefused
            case .nothing: ExitStatus.done
            }
        self.init(status, lines: refusal.lines)
    }
}
