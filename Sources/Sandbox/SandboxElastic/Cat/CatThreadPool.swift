internal import SandboxWorld

/// `_cat/thread_pool`: pools that never have anything to do.
enum CatThreadPool: CatEndpoint {
    static let columns = CatTable(
        """
        *node_name|nn|node name||
        node_id|id|persistent node id||
        ephemeral_node_id|eid|ephemeral node id||
        pid|p|process id|>|1
        host|h|host name||127.0.0.1
        ip|i|ip address||127.0.0.1
        port|po|bound transport port|>|
        *name|n|thread pool name||
        type|t|thread pool type||
        *active|a|number of active threads|>|0
        pool_size|psz|number of threads|>|0
        *queue|q|number of tasks currently in queue|>|0
        queue_size|qs|maximum number of tasks permitted in queue|>|
        *rejected|r|number of rejected tasks|>|0
        largest|l|highest number of seen active threads|>|0
        completed|c|number of completed tasks|>|0
        core|cr|core number of threads in a scaling thread pool|>|
        max|mx|maximum number of threads in a scaling thread pool|>|
        size|sz|number of threads in a fixed thread pool|>|
        keep_alive|ka|thread keep alive time||
        """)

    private static let scaling: Set<String> = [
        "fetch_shard_started", "fetch_shard_store", "flush", "generic", "management", "refresh", "snapshot", "warmer",
    ]
    private static let fixed: Set<String> = [
        "analyze", "force_merge", "get", "listener", "search", "search_throttled", "write",
    ]

    static func fill(_ table: inout CatTable, _ call: Call, _ state: inout ClusterState) throws(ElasticError) {
        let wanted = elements(call.arguments["name"] ?? "*")
        for name in scaling.union(fixed).sorted() where wanted.contains(where: { Wildcard.matches($0, name) }) {
            table.add([
                "node_name": call.nodeName, "node_id": state.nodeID, "name": name,
                "type": scaling.contains(name) ? "scaling" : "fixed",
                "port": String(call.transport.port),
            ])
        }
    }
}
