/// What a system has set up to reach another one.
package struct PictureConnection: Sendable, Hashable {
    /// The system that has it.
    package var system: String
    /// What the system calls the other one.
    package var name: String
    /// How it connects, such as `proxy`.
    package var mode: String
    /// Where it connects to.
    package var address: SystemAddress?
    /// Whether it is connected.
    package var isConnected: Bool

    /// Makes a connection.
    package init(system: String, name: String, mode: String, address: SystemAddress?, isConnected: Bool) {
        self.system = system
        self.name = name
        self.mode = mode
        self.address = address
        self.isConnected = isConnected
    }
}
