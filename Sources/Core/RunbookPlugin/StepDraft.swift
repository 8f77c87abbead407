public import RunbookModel

/// What a handler is given of a step to prepare it.
public struct StepDraft: Sendable {
    /// The fence's language.
    public let language: Located<String>
    /// The fence's content.
    public let text: BlockText
    /// The keys that are the handler's own.
    public let keys: [StepKeys.Other]
    /// Whether the step is a `verify`, which must only read.
    public let isVerify: Bool

    /// Makes a draft.
    public init(language: Located<String>, text: BlockText, keys: [StepKeys.Other], isVerify: Bool) {
        self.language = language
        self.text = text
        self.keys = keys
        self.isVerify = isVerify
    }

    /// The value of one of the handler's own keys.
    public func key(_ name: String) -> Located<String>? { keys.first { $0.name.value == name }?.value }
}
