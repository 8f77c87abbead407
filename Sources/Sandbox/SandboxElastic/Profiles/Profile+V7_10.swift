extension Profile {
    /// Elasticsearch 7.10.2 of 2021, the open parts and replication.
    package static let v7_10 = Profile(
        name: "7.10",
        build: Build(
            number: "7.10.2", flavor: "default", type: "tar", hash: "747e1cc71def077253878a59143c1f785afa92b9",
            date: "2021-01-13T00:42:12.435326Z", lucene: "8.7.0", minimumWire: "6.8.0", minimumIndex: "6.0.0-beta1"),
        versionCreated: "7100299",
        indexSettings: IndexSettingCatalog.v7_0.changed(
            dynamic: "final_pipeline flush_after_merge hidden mapping.field_name_length.limit",
            fixedWhileOpen: "recovery.type", managed: ["allocation.existing_shards_allocator", "verified_before_close"]
        ),
        clusterSettings: ClusterSettingCatalog.v7_0.changed(
            dynamic: """
                cluster.routing.allocation.shard_state.reroute.priority
                cluster.service.slow_master_task_logging_threshold cluster.snapshot.info.max_concurrent_fetches
                gateway.slow_write_logging_threshold http.tracer.exclude http.tracer.include
                indices.id_field_data.enabled indices.mapping.max_in_flight_updates
                indices.recovery.max_concurrent_operations indices.replication.initial_retry_backoff_bound
                indices.replication.retry_timeout monitor.fs.health.enabled
                monitor.fs.health.slow_path_logging_threshold search.allow_expensive_queries
                snapshot.max_concurrent_operations transport.slow_operation_logging_threshold
                """,
            remote: ["mode", "proxy_address", "server_name", "node_connections", "proxy_socket_connections"]),
        nodeRoles: "dimr"
    )
}
