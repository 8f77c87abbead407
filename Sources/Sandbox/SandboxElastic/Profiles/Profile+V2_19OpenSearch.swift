extension Profile {
    /// OpenSearch 2.19.0 of 2025, which began as Elasticsearch 7.10.2, with its replication.
    package static let openSearch2_19 = Profile(
        name: "opensearch-2.19",
        build: Build(
            number: "2.19.0", flavor: "", type: "tar", hash: "fd9a9d90df25bea1af2c6a85039692e815b894f5",
            date: "2025-02-05T16:13:53.789838Z", lucene: "9.12.1", minimumWire: "7.10.0", minimumIndex: "7.0.0"),
        versionCreated: "136407827",
        indexSettings: v7_10.indexSettings.changed(
            dynamic: """
                plugins.replication.translog.retention_lease.pruning.enabled translog.generation_threshold_size
                search.concurrent_segment_search.mode
                """,
            fixedWhileOpen: "knn", managed: ["plugins.replication.follower.leader_index"], final: ["replication.type"]),
        clusterSettings: v7_10.clusterSettings.changed(
            dynamic: """
                plugins.replication.follower.block.start plugins.replication.autofollow.fetch_poll_interval
                plugins.replication.follower.metadata_sync_interval plugins.replication.leader.thread_pool.size
                plugins.replication.follower.index.ops_batch_size
                plugins.replication.follower.index.recovery.chunk_size
                plugins.replication.follower.index.recovery.max_concurrent_file_chunks
                plugins.replication.autofollow.retry_poll_interval
                plugins.replication.autofollow.concurrent_replication_jobs_trigger_size
                plugins.replication.follower.retention_lease_max_failure_duration
                plugins.replication.follower.concurrent_readers_per_shard
                """, removing: ClusterSettingCatalog.oldRemote),
        nodeRoles: "dimr"
    ).with(indexSetting: "index.replication.type", "DOCUMENT").replicating(by: .openSearch).derived(from: "7.10")
}
