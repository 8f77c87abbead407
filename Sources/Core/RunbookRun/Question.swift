package import RunbookModel

/// What a person is asked before, or instead of, a step.
package struct Question: Sendable, Hashable {
    /// Why a person is asked.
    package enum Kind: String, Sendable, Hashable {
        /// The step has a gate of its own (`confirm=`).
        case confirm
        /// The step is done by hand.
        case manual
        /// The step destroys something.
        case destroy
        /// The step costs money.
        case spend
        /// A parameter has no value.
        case parameter
        /// All of the step was sent, and a response that is needed to judge it was lost.
        case accept
        /// A value of the step that others need was not kept; the step would be done again for it.
        case `repeat`
        /// The step failed after it had changed its target, or may have.
        case failed
        /// What the run did is taken back.
        case undo
        /// A step whose changes are unknown is undone.
        case uncertain
    }

    /// Why a person is asked; all at once.
    package let kinds: [Kind]
    /// The question, secrets left as `${name}`.
    package let text: String
    /// What will be done when the answer is yes, a line each, secrets left as `${name}`.
    package let actions: [String]
    /// The name that must be typed, for `destroy` and `spend`.
    package let typed: String?
    /// The values of which one is chosen, for a parameter.
    package var choices: [String] = []
    /// The value that is taken when nothing is typed, for a parameter; a default is only offered.
    package var offer: String?
    /// What the value may be; not kept in journals.
    package var schema: ParameterSchema?
    /// The parameter that gets a value.
    package var parameter: String?
    /// What the checks of the step, and those before it, said last; it changes with time, so it is not part of the digest.
    package var evidence: [Evidence] = []
    /// Whether something takes the step back; nil where that is not known, or where nothing is changed.
    package var isUndoable: Bool?
    /// The SHA-256 of what was shown; an answer to something else is void.
    package let digest: String

    /// How long the question, and a yes to it, hold good; nil for ever.
    package let expires: Duration?

    /// Whether a moment of the question, when it was asked or answered, is too long ago.
    package func isTooOld(since moment: Timestamp?, at now: Timestamp) -> Bool {
        guard let expires, let moment else { return false }
        return now.since(moment) >= expires
    }

    /// The beginning of the digest, enough to type and to tell questions of a run apart.
    package var shortDigest: String { String(digest.prefix(12)) }

    /// Whether a digest that a person gave is this one, or at least eight digits of its beginning.
    package func isShown(by given: String) -> Bool {
        given == digest || given.utf8.count >= 8 && digest.hasPrefix(given)
    }

    /// Makes a question.
    package init(
        kinds: [Kind], text: String, actions: [String], typed: String?, digest: String, expires: Duration? = nil
    ) {
        self.expires = expires
        self.kinds = kinds
        self.text = text
        self.actions = actions
        self.typed = typed
        self.digest = digest
    }
}
