extension RouteTable {
    static let snapshots: [Route] = {
        let repository = "/_snapshot/{repository}"
        let snapshot = "/_snapshot/{repository}/{snapshot}"
        let read: Set<String> = ["master_timeout", "local", "flat_settings"]
        let status: Set<String> = ["master_timeout", "ignore_unavailable"]
        let long: Set<String> = ["master_timeout", "wait_for_completion"]
        return [
            Route(.get, "/_snapshot", read, RepositoryOperations.get),
            Route(.get, repository, read, RepositoryOperations.get),
            Route(.put, repository, master.union(["verify"]), RepositoryOperations.put),
            Route(.post, repository, master.union(["verify"]), RepositoryOperations.put),
            Route(.delete, repository, master, RepositoryOperations.delete),
            Route(.post, "\(repository)/_verify", master, RepositoryOperations.verify),
            Route(.post, "\(repository)/_cleanup", master, SnapshotUpkeep.cleanUp).since("7.4"),
            Route(.put, "\(snapshot)/_clone/{target}", ["master_timeout"], SnapshotUpkeep.clone).since("7.10"),
            Route(.put, snapshot, long, SnapshotOperations.create),
            Route(.post, snapshot, long, SnapshotOperations.create),
            Route(.get, snapshot, status.union(["verbose"]), SnapshotReading.get)
                .taking("sort", "order", "size", "after", "offset", "from_sort_value", since: "7.16")
                .taking("index_details", "index_names", "include_repository", "slm_policy_filter", since: "7.16"),
            Route(.delete, snapshot, ["master_timeout"], SnapshotOperations.delete),
            Route(.get, "/_snapshot/_status", status, SnapshotStatus.get),
            Route(.get, "\(repository)/_status", status, SnapshotStatus.get),
            Route(.get, "\(snapshot)/_status", status, SnapshotStatus.get),
            Route(.post, "\(snapshot)/_restore", long, RestoreOperations.restore),
        ]
    }()

    static let recovery: [Route] = ["/_recovery", "/{index}/_recovery"].map {
        Route(.get, $0, expansion.union(["detailed", "active_only"]), RecoveryOperations.get)
    }
}
