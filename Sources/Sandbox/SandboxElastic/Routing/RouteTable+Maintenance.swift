extension RouteTable {
    /// What is done to indices and shards beside writing and deleting.
    static let maintenance: [Route] = resizing + rollover + allocation

    private static let resizing: [Route] = {
        let parameters = master.union(["wait_for_active_shards", "copy_settings"])
        return [HTTPMethod.put, .post].flatMap { method in
            [
                Route(method, "/{index}/_shrink/{target}", parameters, ResizeOperations.operation(.shrink)),
                Route(method, "/{index}/_split/{target}", parameters, ResizeOperations.operation(.split)),
                Route(method, "/{index}/_clone/{target}", parameters, ResizeOperations.operation(.clone)).since("7.4"),
            ]
        } + [
            Route(.put, "/{index}/_block/{block}", expansion.union(master), BlockOperations.add).since("7.9")
        ]
    }()

    private static let rollover: [Route] = ["/{index}/_rollover", "/{index}/_rollover/{target}"].map {
        Route(
            .post, $0, master.union(["wait_for_active_shards", "dry_run", "include_type_name"]),
            RolloverOperations.rollover)
    }

    private static let allocation: [Route] = {
        let explain: Set<String> = ["include_yes_decisions", "include_disk_info"]
        let reroute = master.union(["dry_run", "explain", "retry_failed", "metric"])
        return [HTTPMethod.get, .post].map {
            Route($0, "/_cluster/allocation/explain", explain, AllocationExplain.explain)
        } + [
            Route(.post, "/_cluster/reroute", reroute, RerouteOperations.reroute),
            Route(
                .delete, "/_cluster/voting_config_exclusions", ["wait_for_removal", "master_timeout"],
                VotingOperations.include
            ).since("7.0"),
            Route(
                .post, "/_cluster/voting_config_exclusions/{node_name}", ["timeout", "master_timeout"],
                VotingOperations.exclude
            ).since("7.0").until("8.0"),
            Route(
                .post, "/_cluster/voting_config_exclusions",
                ["node_names", "node_ids", "node_name", "timeout", "master_timeout"], VotingOperations.exclude
            ).since("7.8"),
            Route(.get, "/_dangling", [], VotingOperations.dangling).since("7.9"),
            Route(.post, "/_dangling/{uuid}", master.union(["accept_data_loss"]), VotingOperations.unknownDangling)
                .since("7.9"),
            Route(.delete, "/_dangling/{uuid}", master.union(["accept_data_loss"]), VotingOperations.unknownDangling)
                .since("7.9"),
        ]
    }()
}
