package import RunbookModel

/// A step that failed or is in doubt, as the person at the terminal decides about it.
package struct FailedStep: Sendable {
    /// A parameter that may get another value.
    package struct Parameter: Sendable {
        /// Its name.
        package let name: String
        /// Its value.
        package let value: String
        /// What a value may be.
        package let problems: @Sendable (String) -> [String]

        /// Makes it.
        package init(name: String, value: String, problems: @escaping @Sendable (String) -> [String]) {
            self.name = name
            self.value = value
            self.problems = problems
        }
    }

    /// What a person says.
    package enum Decision: Sendable, Hashable {
        /// Do it again.
        case again
        /// Treat it as done; only of a step that changed its target, or may have.
        case accept
        /// Skip it, and why.
        case skip(reason: String)
        /// Give a parameter another value, and do it again with that.
        case set(name: String, value: String)
        /// Of a step in doubt: what was sent took effect, or had none.
        case settle(applied: Bool)
        /// Leave it as it is.
        case leave
        /// What somebody said elsewhere meanwhile.
        case answered(GivenAnswer)
    }

    /// The step.
    package let step: OutlineStep
    /// The run, its failure in it.
    package let state: RunState
    /// Whether it changed its target.
    package let applied: Applied
    /// The parameters that no finished step keeps as they are.
    package let parameters: [Parameter]
    /// Whether it is in doubt.
    package var isDoubtful: Bool { state.step(step.id).state == .inDoubt }
    /// What the checks for its causes say; nil when there are none.
    package let troubleshoot: Troubleshoot?

    /// Makes it.
    package init(
        step: OutlineStep, state: RunState, applied: Applied, parameters: [Parameter], troubleshoot: Troubleshoot?
    ) {
        self.step = step
        self.state = state
        self.applied = applied
        self.parameters = parameters
        self.troubleshoot = troubleshoot
    }
}

/// Tries the checks for the causes of a step's failure, once each; keeps nothing.
package typealias Troubleshoot = @Sendable () async -> [Finding]
