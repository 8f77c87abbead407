import RunbookModel

/// One thing that a plan says and that is not so, or not so any more.
package struct PlanDifference: Sendable, Hashable {
    /// What it is: `parameter index`, or a step with its line and the part of it.
    package let place: String
    /// What the plan says; nil when it says nothing of it.
    package let before: String?
    /// What is so now; nil when there is nothing.
    package let after: String?

    /// Makes a difference.
    package init(place: String, before: String?, after: String?) {
        self.place = place
        self.before = before
        self.after = after
    }

    /// The difference with its texts rewritten, such as by a masker.
    package func rewritten(_ text: (String) -> String) -> PlanDifference {
        PlanDifference(place: text(place), before: before.map(text), after: after.map(text))
    }

    /// The lines that tell it.
    var lines: [String] {
        func line(_ mark: String, _ text: String?) -> [String] {
            text.map { ["    \(mark) \(VisibleText.oneLine($0, limit: 300))"] } ?? []
        }
        return ["  " + VisibleText.oneLine(place)] + line("-", before) + line("+", after)
    }
}
