extension RouteTable {
    static let cat: [Route] = [
        table("/_cat/nodes", ["full_id"], CatNodes.self),
        table("/_cat/indices", ["health"], CatIndices.self),
        table("/_cat/indices/{index}", ["health"], CatIndices.self),
        table("/_cat/recovery", ["active_only", "detailed"], CatRecovery.self),
        table("/_cat/recovery/{index}", ["active_only", "detailed"], CatRecovery.self),
        table("/_cat/repositories", [], CatRepositories.self),
        table("/_cat/snapshots", ["ignore_unavailable"], CatSnapshots.self),
        table("/_cat/snapshots/{repository}", ["ignore_unavailable"], CatSnapshots.self),
    ]

    private static func table(_ path: String, _ parameters: Set<String>, _ endpoint: any CatEndpoint.Type) -> Route {
        Route(
            .get, path,
            parameters.union(Route.tableParameters).union(["help", "local", "master_timeout"]),
            { (call, state) throws(ElasticError) in try endpoint.answer(call, &state) })
    }
}

extension Route {
    /// The parameters that decide how a table is written.
    static let tableParameters: Set<String> = ["v", "h", "s", "ts", "pri", "bytes", "size", "time"]
}
