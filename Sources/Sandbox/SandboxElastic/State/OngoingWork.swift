internal import OrderedJSON
internal import SandboxWorld

/// Something that was asked for without waiting, and that is done in portions.
protocol OngoingWork: Sendable {
    var action: String { get }
    var description: String { get }
    var start: SandboxInstant { get }
    /// When the next portion is due.
    var due: SandboxInstant { get set }
    /// How many documents it may work through in a second; nil for any number.
    var perSecond: Double? { get set }
    var isCancelled: Bool { get set }
    var isDone: Bool { get }
    /// What it says of itself.
    var status: JSON { get }
    /// The answer that who waits gets in the end.
    var response: JSON { get }

    /// Does what is due.
    mutating func advance(to now: SandboxInstant, in state: inout ClusterState)
}
