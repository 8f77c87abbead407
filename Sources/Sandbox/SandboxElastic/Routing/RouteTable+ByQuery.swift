extension RouteTable {
    private static let pace: Set<String> = [
        "refresh", "timeout", "wait_for_active_shards", "wait_for_completion", "requests_per_second", "slices",
        "scroll",
    ]

    /// Requests that work through what a query finds, and the tasks that they are.
    static let byQuery: [Route] = {
        let search = expansion.union(pace).union([
            "q", "df", "default_operator", "lenient", "conflicts", "scroll_size", "search_type",
            "preference", "search_timeout", "routing", "pipeline",
            "terminate_after", "version", "request_cache", "analyzer", "analyze_wildcard", "sort", "size", "from",
            "_source", "_source_includes", "_source_excludes", "stats", "explain", "track_scores", "track_total_hits",
            "seq_no_primary_term", "stored_fields", "docvalue_fields", "batched_reduce_size",
            "max_concurrent_shard_requests", "pre_filter_shard_size", "allow_partial_search_results",
        ])
        let tasks: Set<String> = [
            "nodes", "actions", "detailed", "parent_task_id", "wait_for_completion", "timeout",
        ]
        let rate: Set<String> = ["requests_per_second", "group_by"]
        return [
            Route(.post, "/_reindex", pace, federated: ReindexOperations.reindex).taking("max_docs", since: "7.3"),
            Route(.post, "/{index}/_update_by_query", search, federated: ByQueryOperations.update)
                .taking("max_docs", since: "7.3"),
            Route(.post, "/{index}/_delete_by_query", search, federated: ByQueryOperations.delete)
                .taking("max_docs", since: "7.3"),
            Route(.get, "/_tasks", tasks.union(["group_by"]), TaskLists.list),
            Route(.post, "/_tasks/_cancel", tasks, TaskLists.cancel),
            Route(.post, "/_tasks/{task_id}/_cancel", tasks, TaskLists.cancel),
            Route(.post, "/_reindex/{task_id}/_rethrottle", rate, TaskLists.rethrottle).noticing(TaskLists.checkRate),
            Route(.post, "/_update_by_query/{task_id}/_rethrottle", rate, TaskLists.rethrottle).noticing(
                TaskLists.checkRate),
            Route(.post, "/_delete_by_query/{task_id}/_rethrottle", rate, TaskLists.rethrottle).noticing(
                TaskLists.checkRate),
            Route(.get, "/_tasks/{task_id}", ["wait_for_completion", "timeout"], TaskOperations.get),
        ]
    }()
}
