/// Why a run was not stopped.
package struct StopRefusal: Error, Sendable, Hashable {
    /// A sentence for people.
    package let message: String

    /// Makes a refusal.
    package init(_ message: String) { self.message = message }
}
