internal import OrderedJSON

/// What is counted of shards; what the emulator does not do is nought.
struct Statistics: Sendable {
    var documents = 0
    var deleted = 0
    var bytes = 0
    var indexed = 0
    var deletions = 0
    var segments = 0
    var operations = 0

    /// Of one shard.
    init(_ shard: Shard) {
        documents = shard.count
        deleted = shard.deletedCount
        bytes = shard.files.bytes
        deletions = shard.entries.count(where: \.isTombstone)
        indexed = shard.entries.count - deletions
        segments = shard.segmentEnds.count
        operations = shard.entries.count
    }

    init() {}

    /// Of all shards that have started.
    init(_ indices: some Sequence<Index>) {
        for index in indices where !index.isUnallocated {
            for shard in index.shards { add(Statistics(shard)) }
        }
    }

    mutating func add(_ other: Statistics) {
        documents += other.documents
        deleted += other.deleted
        bytes += other.bytes
        indexed += other.indexed
        deletions += other.deletions
        segments += other.segments
        operations += other.operations
    }

    /// The parts of `_stats` in their order, with the names that ask for them.
    static let metrics = [
        "docs", "store", "indexing", "get", "search", "merge", "refresh", "flush", "warmer", "query_cache", "fielddata",
        "completion", "segments", "translog", "request_cache", "recovery",
    ]

    /// The name a part has in an answer.
    static func member(of metric: String) -> String { metric == "merge" ? "merges" : metric }

    /// The parts that are asked for.
    func json(_ wanted: Set<String>, _ profile: Profile) -> JSON {
        .object(
            JSONObject(
                Statistics.metrics.filter(wanted.contains).map { (Statistics.member(of: $0), part($0, profile)) }))
    }

    /// One part.
    func part(_ metric: String, _ profile: Profile) -> JSON {
        switch metric {
        case "docs":
            var object = JSONObject([("count", JSON(documents)), ("deleted", JSON(deleted))])
            if profile.has(.statsTellSizes) { object.append("total_size_in_bytes", JSON(bytes)) }
            return .object(object)
        case "store":
            var object = JSONObject([("size_in_bytes", JSON(bytes))])
            if profile.has(.statsTellSizes) { object.append("total_data_set_size_in_bytes", JSON(bytes)) }
            if profile.has(.statsTellReserved) { object.append("reserved_in_bytes", 0) }
            return .object(object)
        case "indexing":
            return Statistics.counters(
                "index_total index_time_in_millis index_current index_failed delete_total delete_time_in_millis "
                    + "delete_current noop_update_total is_throttled throttle_time_in_millis",
                ["index_total": JSON(indexed), "delete_total": JSON(deletions), "is_throttled": false])
        case "segments":
            return Statistics.counters(
                "count memory_in_bytes terms_memory_in_bytes stored_fields_memory_in_bytes "
                    + "term_vectors_memory_in_bytes norms_memory_in_bytes points_memory_in_bytes "
                    + "doc_values_memory_in_bytes index_writer_memory_in_bytes version_map_memory_in_bytes "
                    + "fixed_bit_set_memory_in_bytes max_unsafe_auto_id_timestamp file_sizes",
                ["count": JSON(segments), "max_unsafe_auto_id_timestamp": -1, "file_sizes": [:]])
        case "translog":
            return Statistics.counters(
                "operations size_in_bytes uncommitted_operations uncommitted_size_in_bytes earliest_last_modified_age",
                ["operations": JSON(operations), "uncommitted_operations": JSON(operations)])
        default: return Statistics.counters(Statistics.names[metric] ?? "", [:])
        }
    }

    /// The counters of parts that count what does not happen here.
    private static let names = [
        "get": "total time_in_millis exists_total exists_time_in_millis missing_total missing_time_in_millis current",
        "search": "open_contexts query_total query_time_in_millis query_current fetch_total fetch_time_in_millis "
            + "fetch_current scroll_total scroll_time_in_millis scroll_current suggest_total suggest_time_in_millis "
            + "suggest_current",
        "merge": "current current_docs current_size_in_bytes total total_time_in_millis total_docs total_size_in_bytes "
            + "total_stopped_time_in_millis total_throttled_time_in_millis total_auto_throttle_in_bytes",
        "refresh": "total total_time_in_millis external_total external_total_time_in_millis listeners",
        "flush": "total periodic total_time_in_millis", "warmer": "current total total_time_in_millis",
        "query_cache": "memory_size_in_bytes total_count hit_count miss_count cache_size cache_count evictions",
        "fielddata": "memory_size_in_bytes evictions", "completion": "size_in_bytes",
        "request_cache": "memory_size_in_bytes evictions hit_count miss_count",
        "recovery": "current_as_source current_as_target throttle_time_in_millis",
    ]

    private static func counters(_ names: String, _ values: [String: JSON]) -> JSON {
        .object(
            JSONObject(
                names.split(separator: " ").map { name in (String(name), values[String(name)] ?? 0) }))
    }
}
