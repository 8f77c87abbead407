/// That a process took a run on again.
package struct Resumption: Sendable, Hashable {
    /// Who.
    package let user: String
    /// When.
    package let at: Timestamp
}
