/// `_cat`: the tables there are.
enum CatList {
    private static let paths = [
        "allocation", "shards", "shards/{index}", "master", "nodes", "tasks", "indices", "indices/{index}", "segments",
        "segments/{index}", "count", "count/{index}", "recovery", "recovery/{index}", "health", "pending_tasks",
        "aliases", "aliases/{alias}", "thread_pool", "thread_pool/{thread_pools}", "plugins", "fielddata",
        "fielddata/{fields}", "nodeattrs", "repositories", "snapshots/{repository}", "templates",
    ]

    static func list(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        Answer(text: "=^.^=\n" + paths.map { "/_cat/\($0)\n" }.joined())
    }
}
