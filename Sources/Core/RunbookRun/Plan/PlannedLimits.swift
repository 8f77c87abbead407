/// The times of a step of a plan.
package struct PlannedLimits: Sendable, Hashable {
    /// The longest time until it is done or failed; nil where a person does it.
    package let ceiling: Duration?
    /// The pause between two tries; nil for what is not tried again.
    package let every: Duration?
    /// How long it must hold without a gap.
    package let holdsFor: Duration?

    /// Makes times.
    package init(ceiling: Duration? = nil, every: Duration? = nil, holdsFor: Duration? = nil) {
        self.ceiling = ceiling
        self.every = every
        self.holdsFor = holdsFor
    }
}
