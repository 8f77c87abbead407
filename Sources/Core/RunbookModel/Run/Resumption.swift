/// That a process took a run on again.
public struct Resumption: Sendable, Hashable {
    /// Who.
    public let user: String
    /// When.
    public let at: Timestamp
}
