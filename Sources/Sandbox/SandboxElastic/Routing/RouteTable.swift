/// The endpoints that are emulated.
enum RouteTable {
    /// The routes of a profile.
    static func routes(of profile: Profile) -> [Route] {
        let plugins =
            (profile.plugin.map(plugin) ?? []) + security(of: profile) + (profile.isOpenSearch ? [] : synced)
        var own = (routes + (profile.replicates ? replication : []) + plugins)
            .filter { $0.versions.contains(profile.version) }
            .map { $0.restricted(to: profile.version).withoutTypes(profile.hasNoTypes) }
            .filter { !($0.isOlder && profile.forgetsTypes) }
        let families = Dictionary(grouping: own) { "\($0.method) \($0.skeleton)" }
        for place in own.indices where !isAlone(own[place]) {
            let skeleton = own[place].skeleton
            let family = (families["\(own[place].method) \(skeleton)"] ?? []).filter { !isAlone($0) }
            for name in Set(family.flatMap(\.names)) {
                own[place].queryNames[queryNames[skeleton]?[name] ?? name] = name
            }
        }
        return own
    }

    /// Whether a path is an endpoint of its own, though another one differs from it by placeholders alone.
    private static func isAlone(_ route: Route) -> Bool {
        switch route.skeleton {
        case "": route.method != .delete || route.names.count > 1
        case "_snapshot": route.names.count > 1
        case "_tasks": true
        default: false
        }
    }

    /// What the server calls in a query what is a placeholder here, by the path without placeholders.
    private static let queryNames: [String: [String: String]] = [
        "_cat/aliases": ["name": "alias"], "_cluster/state": ["index": "indices"], "_cat/allocation": ["node": "nodes"],
        "_cat/thread_pool": ["name": "thread_pool_patterns"], "_nodes": ["node": "nodeId", "metric": "metrics"],
        "_nodes/info": ["node": "nodeId", "metric": "metrics"], "_nodes/stats": ["node": "nodeId"],
        "_nodes/usage": ["node": "nodeId"], "_nodes/hot_threads": ["node": "nodeId"],
    ]

    /// The routes of all versions, replication aside.
    static let routes: [Route] =
        root + indices + settings + mappings + aliases + documents + search + cluster + nodes + snapshots + recovery
        + cat + byQuery + templates + inspection + maintenance

    static let expansion: Set<String> = ["ignore_unavailable", "allow_no_indices", "expand_wildcards"]
    static let master: Set<String> = ["timeout", "master_timeout"]

    private static let root = [
        Route(.get, "/", [], ClusterOperations.info),
        Route(.head, "/", [], ClusterOperations.info),
    ]

    private static let indices: [Route] = {
        let get = expansion.union(master).union(["include_type_name", "flat_settings", "local", "include_defaults"])
        let change = expansion.union(master)
        let state = change.union(["wait_for_active_shards"])
        return [
            Route(
                .put, "/{index}", master.union(["include_type_name", "wait_for_active_shards"]), IndexCreation.create),
            Route(.get, "/{index}", get, IndexOperations.get),
            Route(.head, "/{index}", get, IndexOperations.exists),
            Route(.delete, "/{index}", change, IndexOperations.delete),
            Route(.delete, "/", change, IndexOperations.delete),
            Route(.post, "/{index}/_close", state, IndexOperations.close),
            Route(.post, "/_close", state, IndexOperations.close),
            Route(.post, "/{index}/_open", state, IndexOperations.open),
            Route(.post, "/_open", state, IndexOperations.open),
            Route(.get, "/_refresh", expansion, IndexOperations.refresh),
            Route(.post, "/_refresh", expansion, IndexOperations.refresh),
            Route(.get, "/{index}/_refresh", expansion, IndexOperations.refresh),
            Route(.post, "/{index}/_refresh", expansion, IndexOperations.refresh),
        ] + upkeep
    }()

    /// What keeps real indices small and fast; here it makes documents visible at most.
    private static let upkeep: [Route] = ["", "/{index}"].flatMap { index in
        [
            Route(
                .post, "\(index)/_flush", expansion.union(["force", "wait_if_ongoing"]), IndexOperations.flush),
            Route(.get, "\(index)/_flush", expansion.union(["force", "wait_if_ongoing"]), IndexOperations.flush),
            Route(
                .post, "\(index)/_forcemerge",
                expansion.union(["max_num_segments", "only_expunge_deletes", "flush"]), IndexOperations.forceMerge),
            Route(
                .post, "\(index)/_cache/clear", expansion.union(["query", "fielddata", "fields", "request"]),
                IndexOperations.check),
        ]
    }

    /// What OpenSearch has taken away, like Elasticsearch 8.
    private static let synced: [Route] = ["/_flush/synced", "/{index}/_flush/synced"].flatMap { path in
        [HTTPMethod.get, .post].map { Route($0, path, expansion, IndexOperations.flushSynced).until("8.0") }
    }

    private static let settings: [Route] = {
        let get = expansion.union(["flat_settings", "local", "master_timeout", "include_defaults"])
        let put = expansion.union(master).union(["preserve_existing", "flat_settings"])
        let paths = ["/_settings", "/_settings/{name}", "/{index}/_settings", "/{index}/_settings/{name}"]
        return paths.map { Route(.get, $0, get, SettingsOperations.get) } + [
            Route(.get, "/{index}/_setting/{name}", get, SettingsOperations.get),
            Route(.put, "/_settings", put, SettingsOperations.put),
            Route(.put, "/{index}/_settings", put, SettingsOperations.put),
        ]
    }()

    private static let mappings: [Route] = {
        let get = expansion.union(["include_type_name", "local", "master_timeout"])
        let put = expansion.union(master).union(["include_type_name"])
        let reads = [
            "/_mapping", "/_mappings", "/_mapping/{type}", "/{index}/_mapping", "/{index}/_mappings",
            "/{index}/_mapping/{type}", "/{index}/_mappings/{type}", "/{index}/{type}/_mapping",
        ]
        let writes = [
            "/{index}/_mapping", "/{index}/_mapping/{type}", "/{index}/{type}/_mapping", "/_mapping/{type}",
            "/{index}/_mappings", "/{index}/_mappings/{type}", "/{index}/{type}/_mappings", "/_mappings/{type}",
        ]
        return reads.map { Route(.get, $0, get, MappingOperations.get).noticing(MappingOperations.checkRead) }
            + writes.flatMap { path in
                [HTTPMethod.put, .post].map {
                    Route($0, path, put, MappingOperations.put).telling(.content).noticing(MappingOperations.checkWrite)
                }
            }
    }()

    private static let documents: [Route] = {
        let write: Set<String> = [
            "refresh", "timeout", "version", "version_type", "if_seq_no", "if_primary_term", "op_type",
            "wait_for_active_shards", "routing", "parent",
        ]
        let read: Set<String> = [
            "routing", "parent", "refresh", "realtime", "preference", "version", "version_type", "_source",
            "_source_includes",
            "_source_excludes", "_source_include", "_source_exclude",
        ]
        let update: Set<String> = [
            "refresh", "timeout", "wait_for_active_shards", "retry_on_conflict", "if_seq_no", "if_primary_term",
            "_source", "_source_includes", "_source_excludes", "doc_as_upsert", "routing", "parent", "lang",
        ]
        let put: [Route] = ["/{index}/_doc/{id}", "/{index}/{type}/{id}"].flatMap { path in
            [HTTPMethod.put, .post].map {
                Route($0, path, write, DocumentWriting.index).taking("require_alias", since: "7.10")
            }
        }
        let create: [Route] = ["/{index}/_create/{id}", "/{index}/{type}/{id}/_create"].flatMap { path -> [Route] in
            [HTTPMethod.put, .post].map { method -> Route in
                let route = Route(method, path, write, DocumentWriting.create)
                return path.hasPrefix("/{index}/_") ? route.since("7.0") : route
            }
        }
        let several: [Route] = ["/_mget", "/{index}/_mget", "/{index}/{type}/_mget"].flatMap { path in
            [HTTPMethod.get, .post].map { Route($0, path, read, MultiGet.get) }
        }
        let sources = ["/{index}/_source/{id}", "/{index}/{type}/{id}/_source"]
        let bulk: [Route] = ["/_bulk", "/{index}/_bulk", "/{index}/{type}/_bulk"].flatMap { path in
            [HTTPMethod.post, .put].map {
                Route(
                    $0, path,
                    [
                        "refresh", "timeout", "wait_for_active_shards", "routing", "_source", "_source_includes",
                        "_source_excludes",
                    ], BulkOperations.bulk
                ).taking("require_alias", since: "7.10")
            }
        }
        let source: [Route] = sources.flatMap { path -> [Route] in
            [HTTPMethod.get, .head].map { method -> Route in
                let route = Route(method, path, read, DocumentReading.source)
                return path.hasPrefix("/{index}/_") ? route.since("7.0") : route
            }
        }
        return put + create + bulk + several
            + source
            + ["/{index}/_doc/{id}", "/{index}/{type}/{id}"].flatMap { path in
                [
                    Route(.get, path, read, DocumentReading.get).noticing(DocumentReading.check),
                    Route(.head, path, read, DocumentReading.get).noticing(DocumentReading.check),
                    Route(.delete, path, write, DocumentWriting.delete),
                ]
            } + [
                Route(.post, "/{index}/_doc", write, DocumentWriting.index).taking("require_alias", since: "7.10"),
                Route(.post, "/{index}/{type}", write, DocumentWriting.index),
                Route(.post, "/{index}/_update/{id}", update, DocumentUpdating.update).since("7.0")
                    .taking("require_alias", since: "7.10"),
                Route(.post, "/{index}/{type}/{id}/_update", update, DocumentUpdating.update),
            ]
    }()

    private static let search: [Route] = {
        let common = expansion.union([
            "q", "df", "default_operator", "lenient", "preference", "terminate_after", "analyzer", "analyze_wildcard",
            "routing",
        ])
        let search = common.union([
            "from", "size", "sort", "_source", "_source_includes", "_source_excludes", "rest_total_hits_as_int",
            "track_total_hits", "track_scores", "version", "seq_no_primary_term", "search_type", "timeout",
            "scroll", "typed_keys", "request_cache", "batched_reduce_size", "max_concurrent_shard_requests",
            "pre_filter_shard_size", "allow_partial_search_results", "ignore_throttled",
        ])
        let count = common.union(["min_score"])
        let several: Set<String> = [
            "search_type", "max_concurrent_searches", "typed_keys", "pre_filter_shard_size",
            "max_concurrent_shard_requests", "rest_total_hits_as_int",
        ]
        return [HTTPMethod.get, .post].flatMap { method in
            ["/_search", "/{index}/_search", "/{index}/{type}/_search"].map {
                Route(method, $0, search, federated: SearchOperations.search)
                    .taking("ccs_minimize_roundtrips", since: "7.0")
            }
                + ["/_count", "/{index}/_count", "/{index}/{type}/_count"].map {
                    Route(method, $0, count, federated: SearchOperations.count).telling(.query)
                }
                + ["/_msearch", "/{index}/_msearch", "/{index}/{type}/_msearch"].map {
                    Route(method, $0, several, federated: MultiSearch.search)
                        .taking("ccs_minimize_roundtrips", since: "7.0")
                }
        }
    }()

    private static let cluster: [Route] = {
        let health = expansion.union(master).union([
            "level", "local", "wait_for_status", "wait_for_nodes", "wait_for_active_shards", "wait_for_events",
            "wait_for_no_relocating_shards", "wait_for_no_initializing_shards",
        ])
        return [
            Route(
                .get, "/_cluster/settings", master.union(["flat_settings", "include_defaults", "local"]),
                ClusterSettingsOperations.get),
            Route(.put, "/_cluster/settings", master.union(["flat_settings"]), ClusterSettingsOperations.put),
            Route(.get, "/_cluster/health", health, HealthOperations.health),
            Route(.get, "/_cluster/health/{index}", health, HealthOperations.health),
            Route(.get, "/_remote/info", [], federated: RemoteInfo.get),
        ]
            + ["/_cluster/state", "/_cluster/state/{metric}", "/_cluster/state/{metric}/{index}"].map {
                Route(
                    .get, $0,
                    expansion.union([
                        "local", "master_timeout", "flat_settings", "wait_for_metadata_version", "wait_for_timeout",
                    ]), StateOperations.get)
            }
    }()
}
