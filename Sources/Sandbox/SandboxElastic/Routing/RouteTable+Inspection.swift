extension RouteTable {
    /// What tells of indices, shards, fields and queries, and changes nothing.
    static let inspection: [Route] = stats + queries + shards + fields + stored + newer

    private static let stats: [Route] = {
        let parameters = expansion.union([
            "level", "types", "groups", "fields", "completion_fields", "fielddata_fields",
            "include_segment_file_sizes",
        ])
        return ["/_stats", "/_stats/{metric}", "/{index}/_stats", "/{index}/_stats/{metric}"].map {
            Route(.get, $0, parameters, StatsOperations.get).taking(
                "include_unloaded_segments", "forbid_closed_indices", since: "7.1")
        } + [
            Route(.get, "/_cluster/stats", ["timeout", "flat_settings"], ClusterStats.get),
            Route(.get, "/_cluster/stats/nodes/{node}", ["timeout", "flat_settings"], ClusterStats.get),
            Route(.get, "/_cluster/pending_tasks", ["local", "master_timeout"], VotingOperations.pendingTasks),
        ]
    }()

    private static let queries: [Route] = {
        let query: Set<String> = [
            "q", "df", "default_operator", "lenient", "analyzer", "analyze_wildcard", "routing", "preference",
        ]
        let validate = expansion.union(query).union(["explain", "rewrite", "all_shards"])
        let explain = query.union(["_source", "_source_includes", "_source_excludes", "stored_fields", "parent"])
        let vectors: Set<String> = [
            "term_statistics", "field_statistics", "fields", "offsets", "positions", "payloads", "preference",
            "routing", "realtime", "version", "version_type", "ids", "parent",
        ]
        return [HTTPMethod.get, .post].flatMap { method -> [Route] in
            let validations = ["/_validate/query", "/{index}/_validate/query", "/{index}/{type}/_validate/query"]
            let own = [
                Route(method, "/{index}/_explain/{id}", explain, ExplainOperations.explain).since("7.0")
                    .telling(.query),
                Route(method, "/{index}/{type}/{id}/_explain", explain, ExplainOperations.explain).telling(.query),
                Route(method, "/{index}/_termvectors/{id}", vectors, TermVectors.one).since("7.0"),
                Route(method, "/{index}/{type}/{id}/_termvectors", vectors, TermVectors.one),
                Route(method, "/_mtermvectors", vectors, TermVectors.several),
                Route(method, "/{index}/_mtermvectors", vectors, TermVectors.several),
                Route(method, "/_analyze", ["prefer_local"], AnalyzeOperations.analyze).noticing(
                    AnalyzeOperations.checkBody),
                Route(method, "/{index}/_analyze", ["prefer_local"], AnalyzeOperations.analyze).noticing(
                    AnalyzeOperations.checkBody),
                Route(method, "/_search/scroll", scroll, federated: ScrollOperations.next).telling(.request),
                Route(method, "/_search/scroll/{scroll_id}", scroll, federated: ScrollOperations.next)
                    .telling(.request),
            ]
            return validations.map { Route(method, $0, validate, ValidateQuery.validate) } + own
        }
            + ["/_search/scroll", "/_search/scroll/{scroll_id}"].map {
                Route(.delete, $0, ["scroll_id"], ScrollOperations.clear).telling(.request)
            }
    }()

    private static let scroll: Set<String> = ["scroll", "scroll_id", "rest_total_hits_as_int"]

    private static let shards: [Route] = {
        let parameters = expansion.union(["local", "routing", "preference"])
        let resolve: Set<String> = ["expand_wildcards"]
        return [HTTPMethod.get, .post].flatMap { method in
            ["/_search_shards", "/{index}/_search_shards"].map {
                Route(method, $0, parameters, ShardViews.searchShards)
            }
        }
            + ["", "/{index}"].flatMap { index in
                [
                    Route(.get, "\(index)/_shard_stores", expansion.union(["status"]), ShardViews.stores),
                    Route(.get, "\(index)/_segments", expansion.union(["verbose"]), ShardViews.segments),
                ]
            } + [Route(.get, "/_resolve/index/{name}", resolve, federated: ResolveIndex.get).since("7.9")]
    }()

    private static let fields: [Route] = {
        let mapping = expansion.union(["include_type_name", "include_defaults", "local"])
        let capabilities = expansion.union(["fields"])
        return [HTTPMethod.get, .post].flatMap { method in
            ["/_field_caps", "/{index}/_field_caps"].map {
                Route(method, $0, capabilities, federated: FieldCapabilities.get)
                    .taking("include_unmapped", since: "7.2").noticing(FieldCapabilities.check)
            }
        }
            + ["/_mapping/field/{fields}", "/{index}/_mapping/field/{fields}"].map {
                Route(.get, $0, mapping, FieldMappings.get)
            }
    }()

    /// What only newer versions tell.
    private static let newer: [Route] = [
        Route(.get, "/_resolve/cluster/{name}", expansion, federated: NewerViews.resolveCluster).since("8.13"),
        Route(.get, "/_health_report", ["verbose", "timeout", "size"], NewerViews.health).since("8.7"),
        Route(.get, "/_features", ["master_timeout"], NewerViews.features).since("7.12"),
        Route(.post, "/_features/_reset", [], NewerViews.resetFeatures).since("7.12"),
        Route(.get, "/_synonyms", ["from", "size"], NewerViews.synonyms).since("8.10"),
        Route(.get, "/_info/{target}", [], NewerViews.information).since("8.9"),
        Route(.get, "/_internal/desired_balance", [], NewerViews.balance).since("8.6"),
        Route(.post, "/{index}/_disk_usage", expansion.union(["run_expensive_tasks", "flush"]), NewerViews.diskUsage)
            .since("7.15"),
        Route(.get, "/{index}/_field_usage_stats", expansion.union(["fields"]), NewerViews.fieldUsage).since("7.15"),
    ]

    /// Scripts that are kept, and the languages that there are.
    private static let stored: [Route] = [
        Route(.get, "/_scripts/{id}", ["master_timeout"], ScriptOperations.get),
        Route(.put, "/_scripts/{id}", master.union(["context"]), ScriptOperations.put).telling(.unchecked),
        Route(.post, "/_scripts/{id}", master.union(["context"]), ScriptOperations.put).telling(.unchecked),
        Route(.delete, "/_scripts/{id}", master, ScriptOperations.delete),
        Route(.get, "/_script_context", [], ScriptOperations.contexts).since("7.6"),
        Route(.get, "/_script_language", [], ScriptOperations.languages).since("7.6"),
    ]
}
