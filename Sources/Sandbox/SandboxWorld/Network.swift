/// A system that decides where packets between other systems go, as a cloud does.
package protocol Network: Emulator {
    /// What becomes of a packet that a system sends to an address.
    func route(from system: String, to address: SystemAddress) -> NetworkRoute

    /// What it consists of, and which packets get through; nil where there is nothing to see.
    ///
    /// - Parameter connections: What systems have set up to reach others.
    func picture(_ connections: [PictureConnection]) -> NetworkPicture?
}

extension Network {
    /// Nothing.
    package func picture(_ connections: [PictureConnection]) -> NetworkPicture? { nil }
}
