import RunbookApp

extension CommandFailure {
    /// What is told when a run is not gone on with.
    init(_ refusal: ResumeRefusal) {
        let status =
            switch refusal.concern {
            case .journal: ExitStatus.invalid
            case .person: ExitStatus.waiting
            case .plan: ExitStatus.planRefused
            }
        self.init(status, lines: refusal.lines)
    }
}
