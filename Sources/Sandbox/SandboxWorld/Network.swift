/// A system that decides where packets between other systems go, as a cloud does.
package protocol Network: Emulator {
    /// What becomes of a packet that a system sends to an address.
    func route(from system: String, to address: SystemAddress) -> NetworkRoute
}
