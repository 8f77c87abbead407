/// What a handler is and understands: static data, so that a runbook can be checked and planned without running anything
/// of the handler.
public struct Manifest: Sendable, Hashable {
    /// The protocol that external handlers of this release speak.
    public static let currentProtocol = 1

    /// The handler's name, such as `console`.
    public let name: String
    /// The handler's version.
    public let version: String
    /// The protocol it speaks.
    public let protocolNumber: Int
    /// One sentence about it.
    public let summary: String
    /// The program to start, a file of the handler's folder; nil for one that is compiled in.
    public let executable: String?
    /// The calls that the program answers; empty for a handler that is compiled in.
    public let calls: [Call]
    /// The fence languages it takes, per kind of target.
    public let languages: [Language]
    /// The kinds of target that it acts on and knows how to look at.
    ///
    /// Several handlers may declare one kind, in the same words.
    public let targetKinds: [TargetKind]
    /// The word before the `/` of a block's `uses: FAMILY/NAME` that is this handler's; nil when no block names it.
    public let family: String?
    /// What blocks may name behind that word; a handler that knows too many to list finds them itself.
    public let operations: [Operation]
    /// The keys it understands besides the format's own.
    public let keys: [Key]
    /// What its steps do to their targets; nil when the handler tells it from the content.
    public let effects: Effects?
    /// Whether its steps wait by themselves, so that `within` makes sense on a `run`.
    public let waits: Bool
    /// Blocks that show how it is used; they are tested.
    public let examples: [Example]

    /// Something that an external handler can be asked to do.
    public enum Call: String, Sendable, Hashable, CaseIterable {
        /// Perform one action.
        case perform
        /// Say who a target is, before a run.
        case examine
        /// Say what an action would find, for a plan.
        case probe
    }

    /// Makes a manifest.
    public init(
        name: String, version: String, protocolNumber: Int = Manifest.currentProtocol, summary: String,
        executable: String? = nil, calls: [Call] = [], languages: [Language], targetKinds: [TargetKind],
        family: String? = nil, operations: [Operation] = [], keys: [Key], effects: Effects? = nil, waits: Bool = false,
        examples: [Example] = []
    ) {
        self.name = name
        self.version = version
        self.protocolNumber = protocolNumber
        self.summary = summary
        self.executable = executable
        self.calls = calls
        self.languages = languages
        self.targetKinds = targetKinds
        self.family = family
        self.operations = operations
        self.keys = keys
        self.effects = effects
        self.waits = waits
        self.examples = examples
    }

    /// The language of a block for a kind of target.
    public func language(_ name: String, targetKind: String) -> Language? {
        languages.first { $0.name == name && $0.targetKind == targetKind }
    }
}
