/// Which requests of the recording the emulator is to answer as the real server does.
enum ReplayScope {
    /// Names of endpoints that are for later.
    private static let later: Set<String> = [
        "_snapshot", "_msearch", "_nodes", "_alias", "_recovery", "_reindex", "_ccr",
    ]
    private static let laterPaths = [
        "/_cat/health", "/_cat/master", "/_cat/plugins", "/_cat/snapshots", "/_cat/repositories", "/_cluster/state",
    ]

    static func contains(_ exchange: RecordedExchange) -> Bool {
        let path = String(exchange.path.prefix { $0 != "?" })
        if path == "/_ccr/stats" || path.hasSuffix("/_ccr/follow") { return true }
        let segments = path.split(separator: "/").map(String.init)
        return !segments.contains(where: later.contains) && !laterPaths.contains(where: path.hasPrefix)
    }
}
