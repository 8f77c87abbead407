/// What index settings are where nothing is said, as `include_defaults` shows them.
///
/// The lists are what real servers answer, 7.0.0 and 7.10.2.
enum IndexSettingDefaults {
    /// The defaults of an index; nil for a version of which they are not known.
    ///
    /// - Parameters:
    ///   - settings: What is shown of the index's own settings, on which some defaults depend.
    ///   - shards: The number of the index's shards.
    static func of(_ profile: Profile, settings: SettingsMap, shards: Int) -> SettingsMap? {
        guard !profile.isOpenSearch, profile.version >= "7.0", profile.version < "8.0" else { return nil }
        var defaults = SettingsMap()
        let isOld = profile.version < "7.7"
        for word in (common + " " + (isOld ? only7_0 : only7_10)).split(whereSeparator: \.isWhitespace) {
            let halves = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let value = halves[1]
            defaults["index.\(halves[0])"] =
                value.hasPrefix("[")
                ? .list(elements(String(value.dropFirst().dropLast()))) : .text(value)
        }
        // A name that hides the version from the server also hides since when soft deletes are on.
        let isNew = settings.text("index.version.created").flatMap(Int.init).map { $0 >= 7_000_099 } ?? false
        defaults["index.soft_deletes.enabled"] = .text("\(isNew && !isOld)")
        defaults["index.number_of_routing_shards"] = .text("\(shards)")
        for name in settings.names { defaults[name] = nil }
        return defaults
    }

    private static let common = """
        allocation.max_retries=5 analyze.max_token_count=10000 auto_expand_replicas=false blocks.metadata=false
        blocks.read=false blocks.read_only=false blocks.read_only_allow_delete=false blocks.write=false
        codec=default compound_format=0.1 data_path= default_pipeline=_none fielddata.cache=node
        force_memory_term_dictionary=false format=0 gc_deletes=60s highlight.max_analyzed_offset=1000000
        indexing.slowlog.level=TRACE indexing.slowlog.reformat=true indexing.slowlog.source=1000
        indexing.slowlog.threshold.index.debug=-1 indexing.slowlog.threshold.index.info=-1
        indexing.slowlog.threshold.index.trace=-1 indexing.slowlog.threshold.index.warn=-1
        load_fixed_bitset_filters_eagerly=true mapper.dynamic=true mapping.coerce=false mapping.depth.limit=20
        mapping.ignore_malformed=false mapping.nested_fields.limit=50 mapping.nested_objects.limit=10000
        mapping.total_fields.limit=1000 max_adjacency_matrix_filters=100 max_docvalue_fields_search=100
        max_inner_result_window=100 max_ngram_diff=1 max_refresh_listeners=1000 max_regex_length=1000
        max_rescore_window=10000 max_result_window=10000 max_script_fields=32 max_shingle_diff=3
        max_slices_per_scroll=1024 max_terms_count=65536 merge.policy.deletes_pct_allowed=33.0
        merge.policy.expunge_deletes_allowed=10.0 merge.policy.floor_segment=2mb merge.policy.max_merge_at_once=10
        merge.policy.max_merge_at_once_explicit=30 merge.policy.max_merged_segment=5gb
        merge.policy.reclaim_deletes_weight=2.0 merge.policy.segments_per_tier=10.0
        merge.scheduler.auto_throttle=true merge.scheduler.max_merge_count=6 merge.scheduler.max_thread_count=1
        optimize_auto_generated_id=true priority=1 queries.cache.enabled=true query.default_field=[*]
        query.parse.allow_unmapped_fields=true query_string.lenient=false refresh_interval=1s
        requests.cache.enable=true routing.allocation.enable=all routing.allocation.total_shards_per_node=-1
        routing.rebalance.enable=all routing_partition_size=1 search.idle.after=30s search.slowlog.level=TRACE
        search.slowlog.threshold.fetch.debug=-1 search.slowlog.threshold.fetch.info=-1
        search.slowlog.threshold.fetch.trace=-1 search.slowlog.threshold.fetch.warn=-1
        search.slowlog.threshold.query.debug=-1 search.slowlog.threshold.query.info=-1
        search.slowlog.threshold.query.trace=-1 search.slowlog.threshold.query.warn=-1 search.throttled=false
        shard.check_on_startup=false soft_deletes.retention.operations=0 soft_deletes.retention_lease.period=12h
        sort.field=[] sort.missing=[] sort.mode=[] sort.order=[] store.fs.fs_lock=native store.preload=[]
        store.stats_refresh_interval=10s store.type= translog.durability=REQUEST translog.flush_threshold_size=512mb
        translog.generation_threshold_size=64mb translog.sync_interval=5s unassigned.node_left.delayed_timeout=1m
        warmer.enabled=true write.wait_for_active_shards=1
        """

    private static let only7_0 = """
        translog.retention.age=12h translog.retention.size=512mb
        """

    private static let only7_10 = """
        allocation.existing_shards_allocator=gateway_allocator final_pipeline=_none flush_after_merge=512mb
        hidden=false mapping.field_name_length.limit=9223372036854775807 recovery.type= translog.retention.age=-1
        translog.retention.size=-1 verified_before_close=false
        """
}
