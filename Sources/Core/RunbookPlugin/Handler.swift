public import RunbookModel

/// Carries one kind of step out.
///
/// Implementation guidance: `prepare` is pure and is validation, preview and undo at once; `perform` is the only member
/// that acts. Interpolation, captures, expectations, retries, deadlines, gates, masking and reporting exist once, in the
/// engine; a handler must not repeat them. A handler never traps on what a file or a server sends.
public protocol Handler: Sendable {
    /// What the handler is and understands; the same for the life of the process.
    var manifest: Manifest { get }

    /// Says which requests a step makes, and what is wrong with it.
    func prepare(_ step: StepDraft) -> Preparation

    /// Performs one request and says what became of it.
    ///
    /// Cancelling the task cuts the request; what was sent by then has the outcome `unknown`.
    ///
    /// - Parameters:
    ///   - action: The request, filled.
    ///   - target: Where it goes.
    ///   - timeout: The longest time it may take, in real time.
    func perform(_ action: Action, on target: Target?, timeout: Duration) async -> Outcome

    /// Asks a target of one of the manifest's kinds who it is, before a run.
    func examine(_ target: Target, timeout: Duration) async -> Examination

    /// The request as a command to paste into a shell, when there is such a form; secrets as shell variables.
    ///
    /// - Parameter action: The request with secrets left as `${name}`.
    func command(for action: Action, on target: Target?) -> String?
}

extension Handler {
    /// Says that the target is not looked at.
    public func examine(_ target: Target, timeout: Duration) async -> Examination {
        Examination(address: target.name)
    }

    /// Says that there is no such form.
    public func command(for action: Action, on target: Target?) -> String? { nil }
}
