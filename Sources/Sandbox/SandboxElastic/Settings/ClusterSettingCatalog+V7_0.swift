extension ClusterSettingCatalog {
    /// The settings of 7.0.
    static let v7_0 = ClusterSettingCatalog(
        dynamic: names(
            """
            action.auto_create_index action.destructive_requires_name action.search.shard_count.limit
            cluster.auto_shrink_voting_configuration cluster.blocks.read_only cluster.blocks.read_only_allow_delete
            cluster.indices.close.enable cluster.info.update.interval cluster.info.update.timeout
            cluster.max_shards_per_node cluster.max_voting_config_exclusions cluster.no_master_block
            cluster.persistent_tasks.allocation.enable cluster.persistent_tasks.allocation.recheck_interval
            cluster.routing.allocation.allow_rebalance cluster.routing.allocation.awareness.attributes
            cluster.routing.allocation.balance.index cluster.routing.allocation.balance.shard
            cluster.routing.allocation.balance.threshold cluster.routing.allocation.cluster_concurrent_rebalance
            cluster.routing.allocation.disk.include_relocations cluster.routing.allocation.disk.reroute_interval
            cluster.routing.allocation.disk.threshold_enabled cluster.routing.allocation.disk.watermark.flood_stage
            cluster.routing.allocation.disk.watermark.high cluster.routing.allocation.disk.watermark.low
            cluster.routing.allocation.enable cluster.routing.allocation.node_concurrent_incoming_recoveries
            cluster.routing.allocation.node_concurrent_outgoing_recoveries
            cluster.routing.allocation.node_concurrent_recoveries
            cluster.routing.allocation.node_initial_primaries_recoveries
            cluster.routing.allocation.same_shard.host cluster.routing.allocation.total_shards_per_node
            cluster.routing.rebalance.enable cluster.routing.use_adaptive_replica_selection
            cluster.service.slow_task_logging_threshold discovery.zen.commit_timeout
            discovery.zen.minimum_master_nodes discovery.zen.no_master_block discovery.zen.publish_diff.enable
            discovery.zen.publish_timeout indices.breaker.accounting.limit indices.breaker.accounting.overhead
            indices.breaker.fielddata.limit indices.breaker.fielddata.overhead indices.breaker.request.limit
            indices.breaker.request.overhead indices.breaker.total.limit indices.mapping.dynamic_timeout
            indices.recovery.internal_action_long_timeout indices.recovery.internal_action_timeout
            indices.recovery.max_bytes_per_sec indices.recovery.max_concurrent_file_chunks
            indices.recovery.recovery_activity_timeout indices.recovery.retry_delay_network
            indices.recovery.retry_delay_state_sync logger.level network.breaker.inflight_requests.limit
            network.breaker.inflight_requests.overhead script.max_compilations_rate
            search.default_allow_partial_results search.default_keep_alive search.default_search_timeout
            search.low_level_cancellation search.max_buckets search.max_keep_alive search.max_open_scroll_context
            transport.tracer.exclude transport.tracer.include
            """),
        dynamicPrefixes: [
            "logger.", "cluster.metadata.", "cluster.routing.allocation.awareness.force.",
            "cluster.routing.allocation.require.", "cluster.routing.allocation.include.",
            "cluster.routing.allocation.exclude.",
        ],
        fixed: names(
            """
            bootstrap. cache. client. gateway. http. monitor. network. node. path. plugin. processors repositories.
            resource. rest. security. thread_pool. transport. cluster.name cluster.initial_master_nodes
            cluster.remote.connect cluster.remote.connections_per_cluster cluster.remote.initial_connect_timeout
            cluster.remote.node.attr cluster.join.timeout cluster.publish.timeout discovery.seed_hosts
            discovery.seed_providers discovery.type discovery.zen.ping_timeout indices.fielddata.cache.size
            indices.memory.index_buffer_size indices.queries.cache.size indices.query.bool.max_clause_count
            indices.requests.cache.size script.allowed_contexts script.allowed_types script.max_size_in_bytes
            """
        ).union(oldRemote),
        remote: ["seeds", "skip_unavailable", "proxy", "transport.ping_schedule", "transport.compress"]
    )

    private static func names(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
