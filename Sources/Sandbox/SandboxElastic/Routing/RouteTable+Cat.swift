extension RouteTable {
    static let cat: [Route] = [
        Route(.get, "/_cat", [], CatList.list),
        table("/_cat/nodes", ["full_id"], CatNodes.self),
        indices("/_cat/indices"), indices("/_cat/indices/{index}"),
        table("/_cat/recovery", ["active_only", "detailed"], CatRecovery.self),
        table("/_cat/recovery/{index}", ["active_only", "detailed"], CatRecovery.self),
        table("/_cat/repositories", [], CatRepositories.self),
        table("/_cat/snapshots", ["ignore_unavailable"], CatSnapshots.self),
        table("/_cat/snapshots/{repository}", ["ignore_unavailable"], CatSnapshots.self),
        table("/_cat/health", [], CatHealth.self),
        table("/_cat/master", [], CatMaster.self),
        table("/_cat/count", expansion, CatCount.self),
        table("/_cat/count/{index}", expansion, CatCount.self),
        table("/_cat/aliases", [], CatAliases.self).taking("expand_wildcards", since: "7.7"),
        table("/_cat/aliases/{name}", [], CatAliases.self).taking("expand_wildcards", since: "7.7"),
        table("/_cat/tasks", ["detailed", "nodes", "parent_task_id", "parent_task"], CatTasks.self)
            .taking("actions", since: "7.7"),
        table("/_cat/segments", [], CatSegments.self),
        table("/_cat/segments/{index}", [], CatSegments.self),
        table("/_cat/plugins", [], CatPlugins.self),
        table("/_cat/shards", [], CatShards.self),
        table("/_cat/shards/{index}", [], CatShards.self),
        table("/_cat/allocation", [], CatAllocation.self),
        table("/_cat/allocation/{node}", [], CatAllocation.self),
        table("/_cat/templates", [], CatTemplates.self),
        table("/_cat/templates/{name}", [], CatTemplates.self),
        table("/_cat/nodeattrs", [], CatNodeAttributes.self),
        table("/_cat/pending_tasks", [], CatPendingTasks.self),
        table("/_cat/fielddata", ["fields"], CatFielddata.self),
        table("/_cat/fielddata/{fields}", [], CatFielddata.self),
        table("/_cat/thread_pool", [], CatThreadPool.self),
        table("/_cat/thread_pool/{name}", [], CatThreadPool.self),
    ]

    private static func indices(_ path: String) -> Route {
        table(path, ["health", "include_unloaded_segments"], CatIndices.self)
            .taking("expand_wildcards", "ignore_unavailable", "allow_no_indices", since: "7.7")
    }

    /// The route of a table.
    static func table(_ path: String, _ parameters: Set<String>, _ endpoint: any CatEndpoint.Type) -> Route {
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
