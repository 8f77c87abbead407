import RunbookModel

extension EffectRule {
    /// A POST that only reads.
    static let reading: [EffectRule] =
        [
            "_search", "_search/template", "_msearch", "_msearch/template", "_count", "_mget", "_explain", "_explain/*",
            "_validate/query", "_field_caps", "_analyze", "_rank_eval", "_termvectors", "_termvectors/*",
            "_mtermvectors", "_async_search", "_eql/search", "_refresh", "_search_shards", "_terms_enum", "_knn_search",
            "_rollup_search", "_graph/explore|_explore", "_pit", "_search/point_in_time", "_mvt/*/*/*/*", "_disk_usage",
            "_fleet/_fleet_search|_fleet_msearch", "_xpack/graph/_explore", "_xpack/rollup_search",
        ].map { EffectRule("POST", $0, .index, .read) }
        + [
            // With the name of a type, as of version 6.
            "*/*/*/_explain|_termvectors",
            "_search/scroll", "_search/scroll/**", "_render/template", "_render/template/*", "_query", "_query/async",
            "_query/async/*/stop",
            "_sql", "_sql/translate|close", "_cluster/allocation/explain", "_snapshot/*/_verify|_verify_integrity",
            "_scripts/painless/_execute", "_ingest/_simulate", "_ingest/*/_simulate", "_ingest/pipeline/_simulate",
            "_ingest/pipeline/*/_simulate", "_index_template/_simulate", "_index_template/_simulate|_simulate_index/*",
            "_text_structure/find_structure|find_message_structure|test_grok_pattern", "_query_rules/*/_test",
            "_application/search_application/*/_search|_render_query", "_watcher/_query/watches",
            "_security/user/_has_privileges", "_security/user/*/_has_privileges",
            "_security/profile/_has_privileges|_suggest", "_security/_query/*",
            "_transform/_preview", "_transform/*/_preview", "_data_frame/transforms/_preview",
            "_ml/find_file_structure", "_ml/anomaly_detectors/_validate", "_ml/anomaly_detectors/_validate/detector",
            "_ml/anomaly_detectors/_estimate_model_memory", "_ml/anomaly_detectors/*/model_snapshots",
            "_ml/anomaly_detectors/*/model_snapshots/*",
            "_ml/anomaly_detectors/*/results/buckets|categories|influencers|overall_buckets|records",
            "_ml/anomaly_detectors/*/results/buckets|categories/*", "_ml/calendars", "_ml/calendars/*",
            "_ml/data_frame/_evaluate", "_ml/data_frame/analytics/_explain|_preview",
            "_ml/data_frame/analytics/*/_explain|_preview", "_ml/datafeeds/_preview", "_ml/datafeeds/*/_preview",
            "_ml/trained_models/*/_infer", "_ml/trained_models/*/deployment/_infer",
            // Of OpenSearch and Open Distro.
            "_plugins/_sql|_ppl", "_plugins/_sql|_ppl/_explain|stats|close", "_plugins/_asynchronous_search",
            "_plugins/**/_search", "_plugins/_transform/_preview", "_plugins/_ism/explain|simulate",
            "_plugins/_ism/explain/*", "_plugins/_anomaly_detection/detectors/_preview|_validate",
            "_plugins/_anomaly_detection/detectors/_validate/*", "_plugins/_anomaly_detection/detectors/*/_preview",
            "_plugins/_security/api/authinfo|dashboardsinfo", "_plugins/_security/authinfo|dashboardsinfo",
        ].map { EffectRule("POST", $0, .root, .read) }
}
