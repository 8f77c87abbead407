extension SettingRules {
    /// What values are, as a server of 7.10 says when it is given something else: `KIND[:LEAST[..MOST]] NAME NAME`.
    static let kinds = """
        bool action.destructive_requires_name cluster.auto_shrink_voting_configuration cluster.blocks.read_only
        bool cluster.blocks.read_only_allow_delete cluster.indices.close.enable
        bool cluster.routing.allocation.disk.include_relocations
        bool cluster.routing.allocation.disk.threshold_enabled cluster.routing.allocation.same_shard.host
        bool cluster.routing.use_adaptive_replica_selection discovery.zen.publish_diff.enable
        bool index.blocks.metadata index.blocks.read index.blocks.read_only index.blocks.read_only_allow_delete
        bool index.blocks.write index.hidden index.indexing.slowlog.reformat index.indexing.slowlog.source
        bool index.load_fixed_bitset_filters_eagerly index.mapping.coerce index.mapping.ignore_malformed
        bool index.mapper.dynamic index.merge.scheduler.auto_throttle index.optimize_auto_generated_id
        bool index.requests.cache.enable index.warmer.enabled indices.id_field_data.enabled
        bool monitor.fs.health.enabled search.allow_expensive_queries search.default_allow_partial_results
        bool search.low_level_cancellation
        double:0.0 cluster.routing.allocation.balance.index cluster.routing.allocation.balance.shard
        double:0.0 cluster.routing.allocation.balance.threshold index.merge.policy.expunge_deletes_allowed
        double:0.0 index.merge.policy.reclaim_deletes_weight indices.breaker.accounting.overhead
        double:0.0 indices.breaker.fielddata.overhead indices.breaker.request.overhead
        double:0.0 network.breaker.inflight_requests.overhead
        double:2.0 index.merge.policy.segments_per_tier
        double:20.0..50.0 index.merge.policy.deletes_pct_allowed
        int: discovery.zen.minimum_master_nodes
        int:-1 cluster.routing.allocation.cluster_concurrent_rebalance
        int:-1 cluster.routing.allocation.total_shards_per_node index.routing.allocation.total_shards_per_node
        int:0 cluster.routing.allocation.node_concurrent_incoming_recoveries
        int:0 cluster.routing.allocation.node_concurrent_outgoing_recoveries
        int:0 cluster.routing.allocation.node_concurrent_recoveries
        int:0 cluster.routing.allocation.node_initial_primaries_recoveries index.allocation.max_retries
        int:0 index.mapping.nested_fields.limit index.mapping.nested_objects.limit
        int:0 index.mapping.total_fields.limit index.max_docvalue_fields_search index.max_ngram_diff
        int:0 index.max_refresh_listeners index.max_script_fields index.max_shingle_diff index.priority
        int:0 index.soft_deletes.retention.operations script.max_size_in_bytes search.max_buckets
        int:0 search.max_open_scroll_context
        int:1 action.search.shard_count.limit cluster.max_shards_per_node cluster.max_voting_config_exclusions
        int:1 cluster.snapshot.info.max_concurrent_fetches index.analyze.max_token_count
        int:1 index.highlight.max_analyzed_offset index.mapping.depth.limit index.mapping.field_name_length.limit
        int:1 index.max_inner_result_window index.max_regex_length index.max_rescore_window
        int:1 index.max_result_window index.max_slices_per_scroll index.max_terms_count
        int:1 index.merge.scheduler.max_merge_count index.merge.scheduler.max_thread_count
        int:1 snapshot.max_concurrent_operations
        int:1..1000 indices.mapping.max_in_flight_updates
        int:1..4 indices.recovery.max_concurrent_operations
        int:1..5 indices.recovery.max_concurrent_file_chunks
        int:2 index.max_adjacency_matrix_filters index.merge.policy.max_merge_at_once
        int:2 index.merge.policy.max_merge_at_once_explicit
        watermark cluster.routing.allocation.disk.watermark.flood_stage
        watermark cluster.routing.allocation.disk.watermark.high cluster.routing.allocation.disk.watermark.low
        memory indices.breaker.accounting.limit
        memory indices.breaker.fielddata.limit indices.breaker.request.limit indices.breaker.total.limit
        memory network.breaker.inflight_requests.limit
        size index.flush_after_merge index.merge.policy.floor_segment index.merge.policy.max_merged_segment
        size index.translog.flush_threshold_size index.translog.generation_threshold_size
        size index.translog.retention.size indices.recovery.max_bytes_per_sec
        time:10s cluster.info.update.interval
        time:100ms index.translog.sync_interval
        rate script.max_compilations_rate
        time cluster.info.update.timeout
        time cluster.persistent_tasks.allocation.recheck_interval
        time cluster.routing.allocation.disk.reroute_interval cluster.service.slow_master_task_logging_threshold
        time cluster.service.slow_task_logging_threshold discovery.zen.commit_timeout
        time discovery.zen.publish_timeout gateway.slow_write_logging_threshold index.gc_deletes
        time index.indexing.slowlog.threshold.index.debug index.indexing.slowlog.threshold.index.info
        time index.indexing.slowlog.threshold.index.trace index.indexing.slowlog.threshold.index.warn
        time index.refresh_interval index.search.idle.after index.search.slowlog.threshold.fetch.debug
        time index.search.slowlog.threshold.fetch.info index.search.slowlog.threshold.fetch.trace
        time index.search.slowlog.threshold.fetch.warn index.search.slowlog.threshold.query.debug
        time index.search.slowlog.threshold.query.info index.search.slowlog.threshold.query.trace
        time index.search.slowlog.threshold.query.warn index.soft_deletes.retention_lease.period
        time index.translog.retention.age index.unassigned.node_left.delayed_timeout
        time indices.mapping.dynamic_timeout indices.recovery.internal_action_long_timeout
        time indices.recovery.internal_action_timeout indices.recovery.recovery_activity_timeout
        time indices.recovery.retry_delay_network indices.recovery.retry_delay_state_sync
        time indices.replication.initial_retry_backoff_bound indices.replication.retry_timeout
        time monitor.fs.health.slow_path_logging_threshold search.default_keep_alive
        time search.default_search_timeout search.max_keep_alive transport.slow_operation_logging_threshold
        """
}
