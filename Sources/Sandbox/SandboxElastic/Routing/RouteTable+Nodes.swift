extension RouteTable {
    static let nodes: [Route] =
        [
            "/_nodes", "/_nodes/{node}", "/_nodes/{node}/{metric}", "/_nodes/{node}/info/{metric}",
        ].map { Route(.get, $0, ["timeout", "flat_settings"], NodeOperations.get) } + statistics

    private static let statistics: [Route] = {
        let common: Set<String> = [
            "timeout", "level", "groups", "fields", "completion_fields", "fielddata_fields", "types",
            "include_segment_file_sizes",
        ]
        let stats = [
            "/_nodes/stats", "/_nodes/stats/{metric}", "/_nodes/{node}/stats", "/_nodes/{node}/stats/{metric}",
            "/_nodes/stats/{metric}/{index_metric}", "/_nodes/{node}/stats/{metric}/{index_metric}",
        ]
        let usage = [
            "/_nodes/usage", "/_nodes/usage/{metric}", "/_nodes/{node}/usage", "/_nodes/{node}/usage/{metric}",
        ]
        let threads: Set<String> = ["threads", "interval", "snapshots", "type", "ignore_idle_threads", "timeout"]
        return stats.map { Route(.get, $0, common, NodeStats.stats) }
            + usage.map { Route(.get, $0, ["timeout"], NodeStats.usage) }
            + ["/_nodes/hot_threads", "/_nodes/{node}/hot_threads"].map {
                Route(.get, $0, threads, NodeStats.hotThreads)
            }
    }()
}
