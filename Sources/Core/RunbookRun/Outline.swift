package import RunbookModel

/// The steps of a run as they were bound, written into its first event so that reports need no parser.
package struct Outline: Sendable, Hashable {
    /// The runbook's title.
    package let title: String
    /// The steps in document order.
    package let steps: [OutlineStep]
    /// The steps' places by identity.
    private let positions: [String: Int]

    /// Makes an outline.
    package init(title: String, steps: [OutlineStep]) {
        self.title = title
        self.steps = steps
        positions = Dictionary(steps.enumerated().map { ($1.id, $0) }) { first, _ in first }
    }

    /// The role of a step.
    package func role(of id: String) -> Step.Role? { positions[id].map { steps[$0].role } }

    /// The step of an identity.
    package func step(_ id: String) -> OutlineStep? { positions[id].map { steps[$0] } }
}
