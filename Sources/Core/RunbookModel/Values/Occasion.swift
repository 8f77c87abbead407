/// What a run tells people of who do not watch it.
package enum Occasion: String, Sendable, Hashable, CaseIterable {
    /// It waits for a person.
    case waiting
    /// It failed.
    case failed
    /// Something was sent, and nobody knows what became of it.
    case doubt
    /// It came to its end.
    case passed
}
