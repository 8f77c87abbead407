import RunbookModel

/// Where keys stand, which decides which of them make sense.
enum KeyPlace: Sendable, Hashable {
    /// A fence with the role `run`.
    case run
    /// A fence with the role `verify`.
    case verify
    /// A directive that gives defaults.
    case directive
    /// A directive of a manual step.
    case manualDirective
    /// A directive that runs another document.
    case include
    /// A fence with the role `undo`.
    case undo

    /// Why a key of the format makes no sense here, and what to do; nil when it does.
    func objection(to key: String) -> (message: String, help: String)? {
        switch self {
        case .run where ["for", "same"].contains(key):
            ("`\(key)` is a key of `verify` blocks", "move it to the `verify` block after this one")
        case .verify where ["unless", "again", "confirm", "retry", "expires"].contains(key):
            (
                "`\(key)` is a key of `run` blocks, and a `verify` block only reads",
                "move it to the `run` block before this one"
            )
        case .undo where ["id", "unless", "again", "needs", "for", "same"].contains(key):
            ("`\(key)` is not allowed on an `undo` block", "remove it")
        case .include where !KeyPlace.includeNames.contains(key):
            ("`\(key)` is not allowed where another document is included", "write it in that document")
        case .directive where ["id", "confirm", "expires"].contains(key):
            ("`\(key)` is allowed only in the directive of a task item", "write it in the info string of the block")
        case .directive where !StepKeys.inheritedNames.contains(key), .manualDirective where !isOfManual(key):
            ("`\(key)` cannot be a default for several blocks", "write it in the info string of the block")
        default: nil
        }
    }

    private func isOfManual(_ key: String) -> Bool {
        StepKeys.inheritedNames.contains(key) || ["id", "confirm", "expires"].contains(key)
    }

    /// The keys of an include; other names are those of the included document.
    static let includeNames = ["id", "if", "when", "needs", "confirm"]

    /// Whether a key that the format does not know may be one of a handler, or a name of an included document.
    var takesOtherKeys: Bool { [.run, .verify, .undo, .include].contains(self) }
}
