/// A run has used the plan already; a plan is for one run.
package struct PlanUsed: Error, Sendable, Hashable {
    /// That run.
    package let run: String

    /// Makes a refusal.
    package init(run: String) { self.run = run }
}
