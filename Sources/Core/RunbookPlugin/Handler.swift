public import OrderedJSON
public import RunbookModel

/// Carries one kind of step out.
///
/// The contract has four parts. `manifest` describes the handler, `prepare` says which requests a step makes, `perform`
/// makes one, and `probe` looks what one would find.
///
/// Implementation guidance: `prepare` is pure and is validation, preview and undo at once; `perform` is the only member
/// that acts. Interpolation, captures, expectations, retries, deadlines, gates, masking and reporting exist once, in
/// the engine; a handler must not repeat them. A handler never traps on what a file or a server sends. The contract
/// test in RunbookPluginTest runs over every handler.
public protocol Handler: Sendable {
    /// What the handler is and understands; the same for the life of the process.
    var manifest: Manifest { get }

    /// The SHA-256 of the files that the handler consists of, in hexadecimal digits; nil for one that is part of the
    /// tool.
    var codeHash: String? { get }

    /// What a block asks for by `uses: FAMILY/NAME` with the family of the manifest; nil when there is no such thing.
    func operation(_ name: String) -> Manifest.Operation?

    /// The names that blocks may ask for, for messages about one that is not there.
    var operationNames: [String] { get }

    /// Says which requests a step makes, and what is wrong with it.
    func prepare(_ step: StepDraft) -> Preparation

    /// What the status of its responses is called, such as `the exit status`.
    var statusNoun: String { get }

    /// The target that the text of a step means which names none, by one of the declared addresses; nil when it means
    /// none, or several.
    func target(meantBy step: StepDraft) -> String?

    /// Performs one request and says what became of it.
    ///
    /// Cancelling the task cuts the request; what was sent by then has the outcome `unknown`.
    ///
    /// - Parameters:
    ///   - action: The request, filled.
    ///   - target: Where it goes.
    ///   - timeout: The longest time it may take, in real time.
    func perform(_ action: Action, on target: Target?, timeout: Duration) async -> Outcome

    /// Performs one request as above, and tells people on the way how far it is.
    ///
    /// - Parameter progress: Takes a word for people, such as `3 of 12 shards`; at any time until the outcome.
    func perform(
        _ action: Action, on target: Target?, timeout: Duration, progress: @escaping @Sendable (String) -> Void
    ) async -> Outcome

    /// Looks what a request would find, by reading only; nil when that cannot be told.
    func probe(_ action: Action, on target: Target?, timeout: Duration) async -> Probe?

    /// Asks a target of one of the manifest's kinds who it is, before a run.
    func examine(_ target: Target, timeout: Duration) async -> Examination

    /// Whether something takes requests of this form back, as far as that can be told before one is made.
    func canUndo(_ action: ActionTemplate) -> Bool

    /// What takes a request back that was performed; nil when nothing does. Pure.
    ///
    /// What is not there any more must be well for it: it may be performed again.
    ///
    /// - Parameters:
    ///   - action: The request, filled as it was.
    ///   - response: The body of its response; null when none is known.
    func undo(of action: Action, response: JSON) -> Action?

    /// Says what is wrong with a request on a target of the environment, before a run; contacts nothing.
    ///
    /// What `prepare` cannot know, because it sees the document alone.
    func review(_ action: ActionTemplate, on target: Target) -> [Diagnostic]

    /// The request as a command to paste into a shell, when there is such a form; secrets as shell variables.
    ///
    /// - Parameter action: The request with secrets left as `${name}`; the text `${` is written as `$${`.
    func command(for action: Action, on target: Target?) -> String?
}

extension Handler {
    /// Says that it is the status of a response.
    public var statusNoun: String { "the status of the response" }

    /// Says that no text means a target.
    public func target(meantBy step: StepDraft) -> String? { nil }

    /// Says that the handler is part of the tool.
    public var codeHash: String? { nil }

    /// Looks in the manifest.
    public func operation(_ name: String) -> Manifest.Operation? { manifest.operations.first { $0.name == name } }

    /// Those of the manifest.
    public var operationNames: [String] { manifest.operations.map(\.name) }

    /// Performs without a word on the way.
    public func perform(
        _ action: Action, on target: Target?, timeout: Duration, progress: @escaping @Sendable (String) -> Void
    ) async -> Outcome {
        await perform(action, on: target, timeout: timeout)
    }

    /// Says that it cannot be told.
    public func probe(_ action: Action, on target: Target?, timeout: Duration) async -> Probe? { nil }

    /// Says that the target is not looked at.
    public func examine(_ target: Target, timeout: Duration) async -> Examination {
        Examination(address: target.name)
    }

    /// Says that nothing does.
    public func canUndo(_ action: ActionTemplate) -> Bool { false }

    /// Says that nothing does.
    public func undo(of action: Action, response: JSON) -> Action? { nil }

    /// Says that nothing is wrong.
    public func review(_ action: ActionTemplate, on target: Target) -> [Diagnostic] { [] }

    /// Says that there is no such form.
    public func command(for action: Action, on target: Target?) -> String? { nil }
}
