/// A bracket or string of a filter that has no partner.
package struct FilterProblem: Sendable, Hashable {
    /// What is wrong, as a phrase.
    package let message: String
    /// Where, in bytes from the start of the filter.
    package let offset: Int
}
