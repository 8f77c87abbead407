extension KnownEndpoints {
    /// Made by `tools/sandbox-endpoints` from the clients of 6.8, 7.0, 7.10, 8.14, and of OpenSearch 1 and 2:
    /// those whose path comes before `/_n`.
    static let list = """
        GET:/@+do HEAD:/@+do GET:/_alias@+do HEAD:/_alias@-7.10 PUT:/_alias@none+o GET:/_alias/{a}@+do
        HEAD:/_alias/{a}@+do PUT:/_alias/{a}@none+o POST:/_aliases@+do GET:/_analyze@-7.10
        POST:/_analyze@7.10+do POST:/_analyze/ppl@none+o GET:/_application/analytics@8.14
        DELETE:/_application/analytics/{a}@8.14 GET:/_application/analytics/{a}@8.14
        PUT:/_application/analytics/{a}@8.14 POST:/_application/analytics/{a}/event/{b}@8.14
        GET:/_application/search_application@8.14 DELETE:/_application/search_application/{a}@8.14
        GET:/_application/search_application/{a}@8.14 PUT:/_application/search_application/{a}@8.14
        POST:/_application/search_application/{a}/_render_query@8.14
        POST:/_application/search_application/{a}/_search@8.14 POST:/_async_search@7.10
        GET:/_async_search/status/{a}@8.14 DELETE:/_async_search/{a}@7.10 GET:/_async_search/{a}@7.10
        GET:/_autoscaling/capacity@8.14 GET:/_autoscaling/decision@7.10-8.14
        DELETE:/_autoscaling/policy/{a}@7.10 GET:/_autoscaling/policy/{a}@7.10 PUT:/_autoscaling/policy/{a}@7.10
        POST:/_bulk@-8.14+do PUT:/_bulk@8.14 PUT:/_bulk/stream@none+o POST:/_cache/clear@+do GET:/_cat@+do
        GET:/_cat/aliases@+do GET:/_cat/aliases/{a}@+do GET:/_cat/allocation@+do GET:/_cat/allocation/{a}@+do
        GET:/_cat/cluster_manager@none+o GET:/_cat/component_templates@8.14
        GET:/_cat/component_templates/{a}@8.14 GET:/_cat/count@+do GET:/_cat/count/{a}@+do
        GET:/_cat/fielddata@+do GET:/_cat/fielddata/{a}@+do GET:/_cat/health@+do GET:/_cat/indices@+do
        GET:/_cat/indices/{a}@+do GET:/_cat/master@+do GET:/_cat/ml/anomaly_detectors@7.10
        GET:/_cat/ml/anomaly_detectors/{a}@7.10 GET:/_cat/ml/data_frame/analytics@7.10
        GET:/_cat/ml/data_frame/analytics/{a}@7.10 GET:/_cat/ml/datafeeds@7.10 GET:/_cat/ml/datafeeds/{a}@7.10
        GET:/_cat/ml/trained_models@7.10 GET:/_cat/ml/trained_models/{a}@7.10 GET:/_cat/nodeattrs@+do
        GET:/_cat/nodes@+do GET:/_cat/pending_tasks@+do GET:/_cat/pit_segments@none+o
        GET:/_cat/pit_segments/_all@none+o GET:/_cat/plugins@+do GET:/_cat/recovery@+do
        GET:/_cat/recovery/{a}@+do GET:/_cat/repositories@+do GET:/_cat/segment_replication@none+o
        GET:/_cat/segment_replication/{a}@none+o GET:/_cat/segments@+do GET:/_cat/segments/{a}@+do
        GET:/_cat/shards@+do GET:/_cat/shards/{a}@+do GET:/_cat/snapshots@+do GET:/_cat/snapshots/{a}@+do
        GET:/_cat/tasks@+do GET:/_cat/templates@+do GET:/_cat/templates/{a}@+do GET:/_cat/thread_pool@+do
        GET:/_cat/thread_pool/{a}@+do GET:/_cat/transforms@7.10 GET:/_cat/transforms/{a}@7.10
        GET:/_ccr/auto_follow@7.0 DELETE:/_ccr/auto_follow/{a}@7.0 GET:/_ccr/auto_follow/{a}@7.0
        PUT:/_ccr/auto_follow/{a}@7.0 POST:/_ccr/auto_follow/{a}/pause@7.10
        POST:/_ccr/auto_follow/{a}/resume@7.10 GET:/_ccr/info@7.0-7.10 GET:/_ccr/stats@7.0
        GET:/_cluster/allocation/explain@-7.10 POST:/_cluster/allocation/explain@7.10+do
        DELETE:/_cluster/decommission/awareness@none+o GET:/_cluster/decommission/awareness/{a}/_status@none+o
        PUT:/_cluster/decommission/awareness/{a}/{b}@none+o GET:/_cluster/health@+do
        GET:/_cluster/health/{a}@+do GET:/_cluster/nodes/hotthreads@-7.10
        GET:/_cluster/nodes/{a}/hotthreads@-7.10 GET:/_cluster/pending_tasks@+do POST:/_cluster/reroute@+do
        DELETE:/_cluster/routing/awareness/weights@none+o GET:/_cluster/routing/awareness/{a}/weights@none+o
        PUT:/_cluster/routing/awareness/{a}/weights@none+o GET:/_cluster/settings@+do PUT:/_cluster/settings@+do
        GET:/_cluster/state@+do GET:/_cluster/state/_all/{a}@8.14 GET:/_cluster/state/{a}@+do
        GET:/_cluster/state/{a}/{b}@+do GET:/_cluster/stats@+do GET:/_cluster/stats/nodes@-8.14+do
        GET:/_cluster/stats/nodes/{a}@+do GET:/_cluster/stats/{a}/nodes@none+o
        GET:/_cluster/stats/{a}/nodes/{b}@none+o GET:/_cluster/stats/{a}/{b}/nodes@none+o
        GET:/_cluster/stats/{a}/{b}/nodes/{c}@none+o DELETE:/_cluster/voting_config_exclusions@7.10+do
        POST:/_cluster/voting_config_exclusions@7.10+do GET:/_component_template@7.10+do
        DELETE:/_component_template/{a}@7.10+do GET:/_component_template/{a}@7.10+do
        HEAD:/_component_template/{a}@7.10+do PUT:/_component_template/{a}@7.10+do GET:/_connector@8.14
        POST:/_connector@8.14 PUT:/_connector@8.14 GET:/_connector/_sync_job@8.14
        POST:/_connector/_sync_job@8.14 DELETE:/_connector/_sync_job/{a}@8.14 GET:/_connector/_sync_job/{a}@8.14
        PUT:/_connector/_sync_job/{a}/_cancel@8.14 PUT:/_connector/_sync_job/{a}/_check_in@8.14
        PUT:/_connector/_sync_job/{a}/_claim@8.14 PUT:/_connector/_sync_job/{a}/_error@8.14
        PUT:/_connector/_sync_job/{a}/_stats@8.14 DELETE:/_connector/{a}@8.14 GET:/_connector/{a}@8.14
        PUT:/_connector/{a}@8.14 PUT:/_connector/{a}/_api_key_id@8.14 PUT:/_connector/{a}/_check_in@8.14
        PUT:/_connector/{a}/_configuration@8.14 PUT:/_connector/{a}/_error@8.14
        PUT:/_connector/{a}/_features@8.14 PUT:/_connector/{a}/_filtering@8.14
        PUT:/_connector/{a}/_filtering/_activate@8.14 PUT:/_connector/{a}/_filtering/_validation@8.14
        PUT:/_connector/{a}/_index_name@8.14 PUT:/_connector/{a}/_last_sync@8.14 PUT:/_connector/{a}/_name@8.14
        PUT:/_connector/{a}/_native@8.14 PUT:/_connector/{a}/_pipeline@8.14 PUT:/_connector/{a}/_scheduling@8.14
        PUT:/_connector/{a}/_service_type@8.14 PUT:/_connector/{a}/_status@8.14 GET:/_count@-7.10
        POST:/_count@7.10+do PUT:/_create_from/{a}/{b}@8.14 GET:/_dangling@7.10+do DELETE:/_dangling/{a}@7.10+do
        POST:/_dangling/{a}@7.10+do GET:/_data_frame/transforms@7.0-8.14
        POST:/_data_frame/transforms/_preview@7.0-8.14 GET:/_data_frame/transforms/_stats@7.0-8.14
        DELETE:/_data_frame/transforms/{a}@7.0-8.14 GET:/_data_frame/transforms/{a}@7.0-8.14
        PUT:/_data_frame/transforms/{a}@7.0-8.14 POST:/_data_frame/transforms/{a}/_start@7.0-8.14
        GET:/_data_frame/transforms/{a}/_stats@7.0-8.14 POST:/_data_frame/transforms/{a}/_stop@7.0-8.14
        GET:/_data_stream@7.10+o POST:/_data_stream/_migrate/{a}@8.14 POST:/_data_stream/_modify@8.14
        POST:/_data_stream/_promote/{a}@8.14 GET:/_data_stream/_stats@7.10+o DELETE:/_data_stream/{a}@7.10+o
        GET:/_data_stream/{a}@7.10+o PUT:/_data_stream/{a}@7.10+o DELETE:/_data_stream/{a}/_lifecycle@8.14
        GET:/_data_stream/{a}/_lifecycle@8.14 PUT:/_data_stream/{a}/_lifecycle@8.14
        GET:/_data_stream/{a}/_stats@7.10+o POST:/_delete_by_query/{a}/_rethrottle@+do GET:/_enrich/_stats@7.10
        GET:/_enrich/policy@7.10 DELETE:/_enrich/policy/{a}@7.10 GET:/_enrich/policy/{a}@7.10
        PUT:/_enrich/policy/{a}@7.10 PUT:/_enrich/policy/{a}/_execute@7.10 GET:/_eql/search/status/{a}@8.14
        DELETE:/_eql/search/{a}@7.10 GET:/_eql/search/{a}@7.10 GET:/_features@8.14+o
        POST:/_features/_reset@8.14+o GET:/_field_caps@-7.10 POST:/_field_caps@7.10+do
        GET:/_filecache/stats@none+o POST:/_fleet/_fleet_msearch@8.14 POST:/_flush@+do
        POST:/_flush/synced@-8.14+d POST:/_forcemerge@+do GET:/_graph/explore@7.0-7.10 GET:/_health_report@8.14
        GET:/_health_report/{a}@8.14 GET:/_ilm/explain@7.0-7.10 POST:/_ilm/migrate_to_data_tiers@8.14
        POST:/_ilm/move@7.0-7.10 POST:/_ilm/move/{a}@7.0 DELETE:/_ilm/policy@7.0-7.10 GET:/_ilm/policy@7.0
        PUT:/_ilm/policy@7.0-7.10 DELETE:/_ilm/policy/{a}@7.0 GET:/_ilm/policy/{a}@7.0 PUT:/_ilm/policy/{a}@7.0
        POST:/_ilm/remove@7.0-7.10 POST:/_ilm/retry@7.0-7.10 POST:/_ilm/start@7.0 GET:/_ilm/status@7.0
        POST:/_ilm/stop@7.0 GET:/_index_template@7.10+do POST:/_index_template/_simulate@7.10+do
        POST:/_index_template/_simulate/{a}@7.10+do POST:/_index_template/_simulate_index/{a}@7.10+do
        DELETE:/_index_template/{a}@7.10+do GET:/_index_template/{a}@7.10+do HEAD:/_index_template/{a}@7.10+do
        PUT:/_index_template/{a}@7.10+do GET:/_inference@8.14 POST:/_inference/completion/{a}@8.14
        POST:/_inference/rerank/{a}@8.14 POST:/_inference/sparse_embedding/{a}@8.14
        POST:/_inference/text_embedding/{a}@8.14 DELETE:/_inference/{a}@8.14 GET:/_inference/{a}@8.14
        POST:/_inference/{a}@8.14 PUT:/_inference/{a}@8.14 PUT:/_inference/{a}/_update@8.14
        DELETE:/_inference/{a}/{b}@8.14 GET:/_inference/{a}/{b}@8.14 POST:/_inference/{a}/{b}@8.14
        PUT:/_inference/{a}/{b}@8.14 PUT:/_inference/{a}/{b}/_update@8.14 GET:/_info/{a}@8.14
        POST:/_ingest/_simulate@8.14 GET:/_ingest/geoip/database@8.14 DELETE:/_ingest/geoip/database/{a}@8.14
        GET:/_ingest/geoip/database/{a}@8.14 PUT:/_ingest/geoip/database/{a}@8.14 GET:/_ingest/geoip/stats@8.14
        GET:/_ingest/ip_location/database@8.14 DELETE:/_ingest/ip_location/database/{a}@8.14
        GET:/_ingest/ip_location/database/{a}@8.14 PUT:/_ingest/ip_location/database/{a}@8.14
        GET:/_ingest/pipeline@+do GET:/_ingest/pipeline/_simulate@-7.10 POST:/_ingest/pipeline/_simulate@7.10+do
        DELETE:/_ingest/pipeline/{a}@+do GET:/_ingest/pipeline/{a}@+do PUT:/_ingest/pipeline/{a}@+do
        GET:/_ingest/pipeline/{a}/_simulate@-7.10 POST:/_ingest/pipeline/{a}/_simulate@7.10+do
        GET:/_ingest/processor/grok@+do POST:/_ingest/{a}/_simulate@8.14 GET:/_insights/top_queries@none+o
        DELETE:/_license@7.0 GET:/_license@7.0 PUT:/_license@7.0 GET:/_license/basic_status@7.0
        POST:/_license/start_basic@7.0 POST:/_license/start_trial@7.0 GET:/_license/trial_status@7.0
        GET:/_lifecycle/stats@8.14 GET:/_list@none+o GET:/_list/indices@none+o GET:/_list/indices/{a}@none+o
        GET:/_list/shards@none+o GET:/_list/shards/{a}@none+o GET:/_logstash/pipeline@8.14
        DELETE:/_logstash/pipeline/{a}@8.14 GET:/_logstash/pipeline/{a}@8.14 PUT:/_logstash/pipeline/{a}@8.14
        POST:/_ltr/{a}@none+o GET:/_mapping@+do PUT:/_mapping@-8.14+do GET:/_mapping/field/{a}@+do
        GET:/_mapping/{a}@-8.14+d PUT:/_mapping/{a}@-7.10 GET:/_mapping/{a}/field/{b}@-8.14+d GET:/_mget@-7.10
        POST:/_mget@7.10+do GET:/_migration/deprecations@7.0 POST:/_migration/reindex@8.14
        POST:/_migration/reindex/{a}/_cancel@8.14 GET:/_migration/reindex/{a}/_status@8.14
        GET:/_migration/system_features@8.14 POST:/_migration/system_features@8.14
        DELETE:/_ml/_delete_expired_data@7.0 DELETE:/_ml/_delete_expired_data/{a}@7.10
        GET:/_ml/anomaly_detectors@7.0 POST:/_ml/anomaly_detectors/_estimate_model_memory@7.10
        GET:/_ml/anomaly_detectors/_stats@7.0 POST:/_ml/anomaly_detectors/_validate@7.0
        POST:/_ml/anomaly_detectors/_validate/detector@7.0 DELETE:/_ml/anomaly_detectors/{a}@7.0
        GET:/_ml/anomaly_detectors/{a}@7.0 PUT:/_ml/anomaly_detectors/{a}@7.0
        POST:/_ml/anomaly_detectors/{a}/_close@7.0 POST:/_ml/anomaly_detectors/{a}/_data@7.0
        POST:/_ml/anomaly_detectors/{a}/_flush@7.0 DELETE:/_ml/anomaly_detectors/{a}/_forecast@7.0
        POST:/_ml/anomaly_detectors/{a}/_forecast@7.0 DELETE:/_ml/anomaly_detectors/{a}/_forecast/{b}@7.0
        POST:/_ml/anomaly_detectors/{a}/_open@7.0 POST:/_ml/anomaly_detectors/{a}/_reset@8.14
        GET:/_ml/anomaly_detectors/{a}/_stats@7.0 POST:/_ml/anomaly_detectors/{a}/_update@7.0
        GET:/_ml/anomaly_detectors/{a}/model_snapshots@7.0-7.10
        POST:/_ml/anomaly_detectors/{a}/model_snapshots@7.10
        DELETE:/_ml/anomaly_detectors/{a}/model_snapshots/{b}@7.0
        GET:/_ml/anomaly_detectors/{a}/model_snapshots/{b}@7.0-7.10
        POST:/_ml/anomaly_detectors/{a}/model_snapshots/{b}@7.10
        POST:/_ml/anomaly_detectors/{a}/model_snapshots/{b}/_revert@7.0
        POST:/_ml/anomaly_detectors/{a}/model_snapshots/{b}/_update@7.0
        POST:/_ml/anomaly_detectors/{a}/model_snapshots/{b}/_upgrade@8.14
        GET:/_ml/anomaly_detectors/{a}/model_snapshots/{b}/_upgrade/_stats@8.14
        GET:/_ml/anomaly_detectors/{a}/results/buckets@7.0-7.10
        POST:/_ml/anomaly_detectors/{a}/results/buckets@7.10
        GET:/_ml/anomaly_detectors/{a}/results/buckets/{b}@7.0-7.10
        POST:/_ml/anomaly_detectors/{a}/results/buckets/{b}@7.10
        GET:/_ml/anomaly_detectors/{a}/results/categories@7.0-7.10
        POST:/_ml/anomaly_detectors/{a}/results/categories@7.10
        GET:/_ml/anomaly_detectors/{a}/results/categories/{b}@7.0-7.10
        POST:/_ml/anomaly_detectors/{a}/results/categories/{b}@7.10
        GET:/_ml/anomaly_detectors/{a}/results/influencers@7.0-7.10
        POST:/_ml/anomaly_detectors/{a}/results/influencers@7.10
        GET:/_ml/anomaly_detectors/{a}/results/overall_buckets@7.0-7.10
        POST:/_ml/anomaly_detectors/{a}/results/overall_buckets@7.10
        GET:/_ml/anomaly_detectors/{a}/results/records@7.0-7.10
        POST:/_ml/anomaly_detectors/{a}/results/records@7.10 GET:/_ml/calendars@7.0-7.10
        POST:/_ml/calendars@7.10 DELETE:/_ml/calendars/{a}@7.0 GET:/_ml/calendars/{a}@7.0-7.10
        POST:/_ml/calendars/{a}@7.10 PUT:/_ml/calendars/{a}@7.0 GET:/_ml/calendars/{a}/events@7.0
        POST:/_ml/calendars/{a}/events@7.0 DELETE:/_ml/calendars/{a}/events/{b}@7.0
        DELETE:/_ml/calendars/{a}/jobs/{b}@7.0 PUT:/_ml/calendars/{a}/jobs/{b}@7.0
        POST:/_ml/data_frame/_evaluate@7.10 GET:/_ml/data_frame/analytics@7.10
        POST:/_ml/data_frame/analytics/_explain@7.10 POST:/_ml/data_frame/analytics/_preview@8.14
        GET:/_ml/data_frame/analytics/_stats@7.10 DELETE:/_ml/data_frame/analytics/{a}@7.10
        GET:/_ml/data_frame/analytics/{a}@7.10 PUT:/_ml/data_frame/analytics/{a}@7.10
        POST:/_ml/data_frame/analytics/{a}/_explain@7.10 POST:/_ml/data_frame/analytics/{a}/_preview@8.14
        POST:/_ml/data_frame/analytics/{a}/_start@7.10 GET:/_ml/data_frame/analytics/{a}/_stats@7.10
        POST:/_ml/data_frame/analytics/{a}/_stop@7.10 POST:/_ml/data_frame/analytics/{a}/_update@7.10
        GET:/_ml/datafeeds@7.0 POST:/_ml/datafeeds/_preview@8.14 GET:/_ml/datafeeds/_stats@7.0
        DELETE:/_ml/datafeeds/{a}@7.0 GET:/_ml/datafeeds/{a}@7.0 PUT:/_ml/datafeeds/{a}@7.0
        GET:/_ml/datafeeds/{a}/_preview@7.0-8.14 POST:/_ml/datafeeds/{a}/_preview@8.14
        POST:/_ml/datafeeds/{a}/_start@7.0 GET:/_ml/datafeeds/{a}/_stats@7.0 POST:/_ml/datafeeds/{a}/_stop@7.0
        POST:/_ml/datafeeds/{a}/_update@7.0 GET:/_ml/filters@7.0 DELETE:/_ml/filters/{a}@7.0
        GET:/_ml/filters/{a}@7.0 PUT:/_ml/filters/{a}@7.0 POST:/_ml/filters/{a}/_update@7.0
        POST:/_ml/find_file_structure@7.0-8.14 GET:/_ml/info@7.0 GET:/_ml/memory/_stats@8.14
        GET:/_ml/memory/{a}/_stats@8.14 POST:/_ml/set_upgrade_mode@7.0 GET:/_ml/trained_models@7.10
        GET:/_ml/trained_models/_stats@7.10 DELETE:/_ml/trained_models/{a}@7.10 GET:/_ml/trained_models/{a}@7.10
        PUT:/_ml/trained_models/{a}@7.10 POST:/_ml/trained_models/{a}/_infer@8.14
        GET:/_ml/trained_models/{a}/_stats@7.10 PUT:/_ml/trained_models/{a}/definition/{b}@8.14
        POST:/_ml/trained_models/{a}/deployment/_start@8.14 POST:/_ml/trained_models/{a}/deployment/_stop@8.14
        POST:/_ml/trained_models/{a}/deployment/_update@8.14
        POST:/_ml/trained_models/{a}/deployment/cache/_clear@8.14
        DELETE:/_ml/trained_models/{a}/model_aliases/{b}@8.14 PUT:/_ml/trained_models/{a}/model_aliases/{b}@8.14
        PUT:/_ml/trained_models/{a}/vocabulary@8.14 POST:/_monitoring/bulk@7.0-8.14 PUT:/_monitoring/bulk@8.14
        POST:/_monitoring/{a}/bulk@7.0-8.14 GET:/_msearch@-7.10 POST:/_msearch@7.10+do
        GET:/_msearch/template@-7.10 POST:/_msearch/template@7.10+do GET:/_mtermvectors@-7.10
        POST:/_mtermvectors@7.10+do
        """
}
