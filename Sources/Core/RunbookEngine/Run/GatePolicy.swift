package import RunbookRun

/// What is decided about a question without asking a person (semantics, "People and flags").
package struct GatePolicy: Sendable {
    /// Whether `--yes` was given.
    package let saysYes: Bool
    /// Whether everything in the environment may be lost.
    package let isDisposable: Bool
    /// How long questions and answers hold good where their step does not say; nil for ever.
    package let expires: Duration?

    /// Makes a policy.
    package init(saysYes: Bool, isDisposable: Bool, expires: Duration? = nil) {
        self.expires = expires
        self.saysYes = saysYes
        self.isDisposable = isDisposable
    }

    /// What becomes of a question.
    package enum Decision: Sendable, Hashable {
        /// It is answered yes, and recorded as such.
        case go
        /// The step is skipped, because nobody is there to do it by hand.
        case skip
        /// The run waits; with `--yes` nobody is asked.
        case wait
        /// A person is asked, where there is one.
        case ask
    }

    /// Decides; a flag never claims that a manual step was done, and never allows what is dear outside a disposable
    /// environment.
    package func decide(_ kinds: [Question.Kind]) -> Decision {
        guard saysYes else { return .ask }
        // What could stand for a person's value was taken before there was a question.
        if kinds.contains(.parameter) { return .wait }
        // Only who has looked at the target can say so.
        if kinds.contains(.accept) || kinds.contains(.failed) || kinds.contains(.uncertain) { return .wait }
        if kinds.contains(.manual) { return isDisposable ? .skip : .wait }
        let isDear = kinds.contains(.destroy) || kinds.contains(.spend) || kinds.contains(.repeat)
        return isDear && !isDisposable ? .wait : .go
    }
}
