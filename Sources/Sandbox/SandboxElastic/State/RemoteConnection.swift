internal import SandboxWorld

/// A cluster's connection to a remote one.
struct RemoteConnection: Sendable, Hashable {
    /// How its nodes are found.
    enum Mode: Sendable, Hashable {
        /// By asking seeds for them.
        case sniff
        /// Not at all: everything goes to one address.
        case proxy
    }

    var mode: Mode
    /// The seeds, or the address of the proxy alone.
    var addresses: [String]
    var skipsUnavailable: Bool
    /// When the first attempt to connect ends.
    var attemptEnds: SandboxInstant
    /// How many sockets go to the proxy, or connections to nodes, at the most.
    var maximumConnections: Int
    /// Whom the proxy is to reach.
    var serverName: String
    /// How the last attempt ended; nil before one ended.
    var isConnected: Bool?

    /// How long connecting takes: the settings are answered before it is done.
    static let delay: Duration = .milliseconds(50)
}
