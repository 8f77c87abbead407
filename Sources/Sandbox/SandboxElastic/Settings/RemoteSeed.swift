internal import SandboxWorld

/// The rules for seeds of remote clusters.
enum RemoteSeed {
    /// Checks that a seed is `HOST:PORT`; whether anybody is there, or can be, is not asked.
    ///
    /// - Parameter mayBeAnyPort: Whether a number that is not a port passes, as it does for the address of a proxy.
    /// - Parameter mustBePort: Whether the number must be one of a port, which versions before 8.0 do not ask.
    static func check(
        _ seed: String, mayBeAnyPort: Bool = false, mustBePort: Bool = false
    ) throws(ElasticError) {
        guard let colon = seed.lastIndex(of: ":"), colon > seed.startIndex else {
            throw .illegalArgument("remote hosts need to be configured as [host:port], found [\(seed)] instead")
        }
        let port = String(seed[seed.index(after: colon)...])
        guard let number = Int(port), Int32(exactly: number) != nil else {
            throw .illegalArgument("failed to parse port", cause: .numberFormat(port))
        }
        guard mayBeAnyPort || number > 0 && (!mustBePort || number <= 65535) else {
            throw .illegalArgument("port number must be > 0 but was: [\(number)]")
        }
    }
}
