internal import SandboxWorld

/// The rules for seeds of remote clusters.
enum RemoteSeed {
    /// Checks that a seed is `HOST:PORT`; whether anybody is there is not asked.
    ///
    /// - Parameter mayBeAnyPort: Whether a number that is not a port passes, as it does for the address of a proxy.
    static func check(_ seed: String, mayBeAnyPort: Bool = false) throws(ElasticError) {
        guard let colon = seed.lastIndex(of: ":"), colon > seed.startIndex else {
            throw .illegalArgument("remote hosts need to be configured as [host:port], found [\(seed)] instead")
        }
        let port = String(seed[seed.index(after: colon)...])
        guard let number = Int(port) else {
            throw .illegalArgument("failed to parse port", cause: .numberFormat(port))
        }
        guard mayBeAnyPort || (1...65535).contains(number) else {
            throw .illegalArgument("port number must be > 0 but was: [\(number)]")
        }
    }
}
