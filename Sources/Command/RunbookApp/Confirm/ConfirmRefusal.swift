/// Why an answer does not count.
package struct ConfirmRefusal: Error, Sendable, Hashable {
    /// What is wrong.
    package enum Concern: Sendable, Hashable {
        /// The answer does not fit: no such step, no such question, no digest.
        case misuse
        /// The person was shown something else.
        case person
        /// Somebody answered before.
        case late
    }

    /// What is wrong.
    package let concern: Concern
    /// The message.
    package let message: String
}
