public import RunbookModel

/// What a handler is given of a step to prepare it.
public struct StepDraft: Sendable {
    /// The fence's language.
    public let language: Located<String>
    /// The fence's content.
    public let text: BlockText
    /// The name behind the family of a block's `uses: FAMILY/NAME`, such as `nlb.ServerGroup`; nil for other blocks.
    public let operation: Located<String>?
    /// The keys that are the handler's own.
    public let keys: [StepKeys.Other]
    /// Whether the step is a `verify`, which must only read.
    public let isVerify: Bool
    /// The names of the targets that the step acts on.
    public let targets: [String]
    /// The names of all values of the document: its targets, parameters, captures and steps.
    public let names: [String]
    /// The addresses in the document that mean a target, by the target's name.
    public let addresses: [String: [String]]

    /// Makes a draft.
    public init(
        language: Located<String>, text: BlockText, operation: Located<String>? = nil, keys: [StepKeys.Other],
        isVerify: Bool, targets: [String] = [], names: [String] = [], addresses: [String: [String]] = [:]
    ) {
        self.addresses = addresses
        self.language = language
        self.text = text
        self.operation = operation
        self.keys = keys
        self.isVerify = isVerify
        self.targets = targets
        self.names = names
    }

    /// The value of one of the handler's own keys.
    public func key(_ name: String) -> Located<String>? { keys.first { $0.name.value == name }?.value }
}
