/// An event that people who are not watching are notified about.
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
