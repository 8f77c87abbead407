/// A signal that arrived, and how many of these came before it.
package struct SignalDelivery: Sendable, Hashable {
    /// Which signal.
    package let signal: Signal
    /// The place among all deliveries of the stream, from 1: the second asks for more haste than the first.
    package let ordinal: Int
}
