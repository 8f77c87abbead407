/// What becomes of a packet in a network.
package enum NetworkRoute: Sendable, Hashable {
    /// It arrives at this address.
    case delivered(SystemAddress)
    /// It gets lost.
    case dropped
    /// The network does not know the address or the system; others decide.
    case unknown
}
