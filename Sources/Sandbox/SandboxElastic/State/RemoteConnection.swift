internal import SandboxWorld

/// A cluster's connection to a remote one.
struct RemoteConnection: Sendable, Hashable {
    var seeds: [String]
    var skipsUnavailable: Bool
    /// When the first attempt to connect ends.
    var attemptEnds: SandboxInstant
    /// How the last attempt ended; nil before one ended.
    var isConnected: Bool?

    /// How long connecting takes: the settings are answered before it is done.
    static let delay: Duration = .milliseconds(50)
}
