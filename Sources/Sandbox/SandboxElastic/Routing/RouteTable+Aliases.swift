extension RouteTable {
    static let aliases: [Route] = {
        let get = expansion.union(["local"])
        let reads = ["/_alias/{name}", "/{index}/_alias", "/{index}/_alias/{name}"]
        let named = ["/{index}/_alias/{name}", "/_alias/{name}", "/{index}/_aliases/{name}", "/_aliases/{name}"]
        let unnamed = ["/{index}/_alias", "/_alias", "/{index}/_aliases"]
        return ["/_alias", "/_aliases"].map { Route(.get, $0, get, AliasOperations.get) }
            + reads.flatMap { path in
                [HTTPMethod.get, .head].map { Route($0, path, get, AliasOperations.get) }
            }
            + named.flatMap { path in
                [HTTPMethod.put, .post].map {
                    Route($0, path, master, AliasOperations.put).noticing(AliasOperations.checkNames)
                }
            }
            + unnamed.map { Route(.put, $0, master, AliasOperations.put).noticing(AliasOperations.checkNames) }
            + ["/{index}/_alias/{name}", "/{index}/_aliases/{name}"].map {
                Route(.delete, $0, master, AliasOperations.delete)
            } + [Route(.post, "/_aliases", master, AliasOperations.update)]
    }()
}
