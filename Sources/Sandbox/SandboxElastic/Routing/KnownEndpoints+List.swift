extension KnownEndpoints {
    /// Made by `tools/sandbox-endpoints` from the clients of 6.8, 7.0, 7.10, 8.14.
    static let list = """
        GET:/ HEAD:/ GET:/_alias HEAD:/_alias@-7.10 GET:/_alias/{a} HEAD:/_alias/{a} POST:/_aliases
        GET:/_analyze@-7.10 POST:/_analyze@7.10 GET:/_application/analytics@8.14
        DELETE:/_application/analytics/{a}@8.14 GET:/_application/analytics/{a}@8.14
        PUT:/_application/analytics/{a}@8.14 GET:/_application/search_application@8.14
        DELETE:/_application/search_application/{a}@8.14 GET:/_application/search_application/{a}@8.14
        PUT:/_application/search_application/{a}@8.14 POST:/_application/search_application/{a}/_search@8.14
        POST:/_async_search@7.10 GET:/_async_search/status/{a}@8.14 DELETE:/_async_search/{a}@7.10
        GET:/_async_search/{a}@7.10 GET:/_autoscaling/capacity@8.14 GET:/_autoscaling/decision@7.10-8.14
        DELETE:/_autoscaling/policy/{a}@7.10 GET:/_autoscaling/policy/{a}@7.10 PUT:/_autoscaling/policy/{a}@7.10
        POST:/_bulk@-8.14 PUT:/_bulk@8.14 POST:/_cache/clear GET:/_cat GET:/_cat/aliases GET:/_cat/aliases/{a}
        GET:/_cat/allocation GET:/_cat/allocation/{a} GET:/_cat/component_templates@8.14
        GET:/_cat/component_templates/{a}@8.14 GET:/_cat/count GET:/_cat/count/{a} GET:/_cat/fielddata
        GET:/_cat/fielddata/{a} GET:/_cat/health GET:/_cat/indices GET:/_cat/indices/{a} GET:/_cat/master
        GET:/_cat/ml/anomaly_detectors@7.10 GET:/_cat/ml/anomaly_detectors/{a}@7.10
        GET:/_cat/ml/data_frame/analytics@7.10 GET:/_cat/ml/data_frame/analytics/{a}@7.10
        GET:/_cat/ml/datafeeds@7.10 GET:/_cat/ml/datafeeds/{a}@7.10 GET:/_cat/ml/trained_models@7.10
        GET:/_cat/ml/trained_models/{a}@7.10 GET:/_cat/nodeattrs GET:/_cat/nodes GET:/_cat/pending_tasks
        GET:/_cat/plugins GET:/_cat/recovery GET:/_cat/recovery/{a} GET:/_cat/repositories GET:/_cat/segments
        GET:/_cat/segments/{a} GET:/_cat/shards GET:/_cat/shards/{a} GET:/_cat/snapshots GET:/_cat/snapshots/{a}
        GET:/_cat/tasks GET:/_cat/templates GET:/_cat/templates/{a} GET:/_cat/thread_pool
        GET:/_cat/thread_pool/{a} GET:/_cat/transforms@7.10 GET:/_cat/transforms/{a}@7.10
        GET:/_ccr/auto_follow@7.0 DELETE:/_ccr/auto_follow/{a}@7.0 GET:/_ccr/auto_follow/{a}@7.0
        PUT:/_ccr/auto_follow/{a}@7.0 POST:/_ccr/auto_follow/{a}/pause@7.10
        POST:/_ccr/auto_follow/{a}/resume@7.10 GET:/_ccr/info@7.0-7.10 GET:/_ccr/stats@7.0
        GET:/_cluster/allocation/explain@-7.10 POST:/_cluster/allocation/explain@7.10 GET:/_cluster/health
        GET:/_cluster/health/{a} GET:/_cluster/nodes/hotthreads@-7.10 GET:/_cluster/nodes/{a}/hotthreads@-7.10
        GET:/_cluster/pending_tasks POST:/_cluster/reroute GET:/_cluster/settings PUT:/_cluster/settings
        GET:/_cluster/state GET:/_cluster/state/_all/{a}@8.14 GET:/_cluster/state/{a}
        GET:/_cluster/state/{a}/{b} GET:/_cluster/stats GET:/_cluster/stats/nodes@-8.14
        GET:/_cluster/stats/nodes/{a} DELETE:/_cluster/voting_config_exclusions@7.10
        POST:/_cluster/voting_config_exclusions@7.10 GET:/_component_template@7.10
        DELETE:/_component_template/{a}@7.10 GET:/_component_template/{a}@7.10
        HEAD:/_component_template/{a}@7.10 PUT:/_component_template/{a}@7.10 GET:/_count@-7.10 POST:/_count@7.10
        GET:/_dangling@7.10 DELETE:/_dangling/{a}@7.10 POST:/_dangling/{a}@7.10
        GET:/_data_frame/transforms@7.0-8.14 POST:/_data_frame/transforms/_preview@7.0-8.14
        GET:/_data_frame/transforms/_stats@7.0-8.14 DELETE:/_data_frame/transforms/{a}@7.0-8.14
        GET:/_data_frame/transforms/{a}@7.0-8.14 PUT:/_data_frame/transforms/{a}@7.0-8.14
        POST:/_data_frame/transforms/{a}/_start@7.0-8.14 GET:/_data_frame/transforms/{a}/_stats@7.0-8.14
        POST:/_data_frame/transforms/{a}/_stop@7.0-8.14 GET:/_data_stream@7.10
        POST:/_data_stream/_migrate/{a}@8.14 POST:/_data_stream/_modify@8.14
        POST:/_data_stream/_promote/{a}@8.14 GET:/_data_stream/_stats@7.10 DELETE:/_data_stream/{a}@7.10
        GET:/_data_stream/{a}@7.10 PUT:/_data_stream/{a}@7.10 DELETE:/_data_stream/{a}/_lifecycle@8.14
        GET:/_data_stream/{a}/_lifecycle@8.14 PUT:/_data_stream/{a}/_lifecycle@8.14
        GET:/_data_stream/{a}/_stats@7.10 POST:/_delete_by_query/{a}/_rethrottle GET:/_enrich/_stats@7.10
        GET:/_enrich/policy@7.10 DELETE:/_enrich/policy/{a}@7.10 GET:/_enrich/policy/{a}@7.10
        PUT:/_enrich/policy/{a}@7.10 PUT:/_enrich/policy/{a}/_execute@7.10 GET:/_eql/search/status/{a}@8.14
        DELETE:/_eql/search/{a}@7.10 GET:/_eql/search/{a}@7.10 GET:/_features@8.14 POST:/_features/_reset@8.14
        GET:/_field_caps@-7.10 POST:/_field_caps@7.10 POST:/_fleet/_fleet_msearch@8.14 POST:/_flush
        POST:/_flush/synced@-8.14 POST:/_forcemerge GET:/_graph/explore@7.0-7.10 GET:/_health_report@8.14
        GET:/_health_report/{a}@8.14 GET:/_ilm/explain@7.0-7.10 POST:/_ilm/migrate_to_data_tiers@8.14
        POST:/_ilm/move@7.0-7.10 POST:/_ilm/move/{a}@7.0 DELETE:/_ilm/policy@7.0-7.10 GET:/_ilm/policy@7.0
        PUT:/_ilm/policy@7.0-7.10 DELETE:/_ilm/policy/{a}@7.0 GET:/_ilm/policy/{a}@7.0 PUT:/_ilm/policy/{a}@7.0
        POST:/_ilm/remove@7.0-7.10 POST:/_ilm/retry@7.0-7.10 POST:/_ilm/start@7.0 GET:/_ilm/status@7.0
        POST:/_ilm/stop@7.0 GET:/_index_template@7.10 POST:/_index_template/_simulate@7.10
        POST:/_index_template/_simulate/{a}@7.10 POST:/_index_template/_simulate_index/{a}@7.10
        DELETE:/_index_template/{a}@7.10 GET:/_index_template/{a}@7.10 HEAD:/_index_template/{a}@7.10
        PUT:/_index_template/{a}@7.10 DELETE:/_inference/{a}@8.14 GET:/_inference/{a}@8.14
        POST:/_inference/{a}@8.14 PUT:/_inference/{a}@8.14 DELETE:/_inference/{a}/{b}@8.14
        GET:/_inference/{a}/{b}@8.14 POST:/_inference/{a}/{b}@8.14 PUT:/_inference/{a}/{b}@8.14
        GET:/_info/{a}@8.14 GET:/_ingest/geoip/stats@8.14 GET:/_ingest/pipeline
        GET:/_ingest/pipeline/_simulate@-7.10 POST:/_ingest/pipeline/_simulate@7.10 DELETE:/_ingest/pipeline/{a}
        GET:/_ingest/pipeline/{a} PUT:/_ingest/pipeline/{a} GET:/_ingest/pipeline/{a}/_simulate@-7.10
        POST:/_ingest/pipeline/{a}/_simulate@7.10 GET:/_ingest/processor/grok DELETE:/_license@7.0
        GET:/_license@7.0 PUT:/_license@7.0 GET:/_license/basic_status@7.0 POST:/_license/start_basic@7.0
        POST:/_license/start_trial@7.0 GET:/_license/trial_status@7.0 GET:/_logstash/pipeline@8.14
        DELETE:/_logstash/pipeline/{a}@8.14 GET:/_logstash/pipeline/{a}@8.14 PUT:/_logstash/pipeline/{a}@8.14
        GET:/_mapping PUT:/_mapping@-8.14 GET:/_mapping/field/{a} GET:/_mapping/{a}@-8.14
        PUT:/_mapping/{a}@-7.10 GET:/_mapping/{a}/field/{b}@-8.14 GET:/_mget@-7.10 POST:/_mget@7.10
        GET:/_migration/deprecations@7.0 GET:/_migration/system_features@8.14
        POST:/_migration/system_features@8.14 DELETE:/_ml/_delete_expired_data@7.0
        DELETE:/_ml/_delete_expired_data/{a}@7.10 GET:/_ml/anomaly_detectors@7.0
        POST:/_ml/anomaly_detectors/_estimate_model_memory@7.10 GET:/_ml/anomaly_detectors/_stats@7.0
        POST:/_ml/anomaly_detectors/_validate@7.0 POST:/_ml/anomaly_detectors/_validate/detector@7.0
        DELETE:/_ml/anomaly_detectors/{a}@7.0 GET:/_ml/anomaly_detectors/{a}@7.0
        PUT:/_ml/anomaly_detectors/{a}@7.0 POST:/_ml/anomaly_detectors/{a}/_close@7.0
        POST:/_ml/anomaly_detectors/{a}/_data@7.0 POST:/_ml/anomaly_detectors/{a}/_flush@7.0
        DELETE:/_ml/anomaly_detectors/{a}/_forecast@7.0 POST:/_ml/anomaly_detectors/{a}/_forecast@7.0
        DELETE:/_ml/anomaly_detectors/{a}/_forecast/{b}@7.0 POST:/_ml/anomaly_detectors/{a}/_open@7.0
        POST:/_ml/anomaly_detectors/{a}/_reset@8.14 GET:/_ml/anomaly_detectors/{a}/_stats@7.0
        POST:/_ml/anomaly_detectors/{a}/_update@7.0 GET:/_ml/anomaly_detectors/{a}/model_snapshots@7.0-7.10
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
        POST:/_monitoring/{a}/bulk@7.0-8.14 GET:/_msearch@-7.10 POST:/_msearch@7.10 GET:/_msearch/template@-7.10
        POST:/_msearch/template@7.10 GET:/_mtermvectors@-7.10 POST:/_mtermvectors@7.10 GET:/_nodes
        GET:/_nodes/hot_threads@7.10 POST:/_nodes/reload_secure_settings GET:/_nodes/shutdown@8.14
        GET:/_nodes/stats GET:/_nodes/stats/{a} GET:/_nodes/stats/{a}/{b} GET:/_nodes/usage
        GET:/_nodes/usage/{a} GET:/_nodes/{a} GET:/_nodes/{a}/_repositories_metering@8.14
        DELETE:/_nodes/{a}/_repositories_metering/{b}@8.14 GET:/_nodes/{a}/hot_threads@7.10
        POST:/_nodes/{a}/reload_secure_settings DELETE:/_nodes/{a}/shutdown@8.14 GET:/_nodes/{a}/shutdown@8.14
        PUT:/_nodes/{a}/shutdown@8.14 GET:/_nodes/{a}/stats GET:/_nodes/{a}/stats/{b}
        GET:/_nodes/{a}/stats/{b}/{c} GET:/_nodes/{a}/usage GET:/_nodes/{a}/usage/{b} GET:/_nodes/{a}/{b}
        DELETE:/_pit@7.10 POST:/_pit@7.10-8.14 POST:/_query@8.14 GET:/_query_rules@8.14
        DELETE:/_query_rules/{a}@8.14 GET:/_query_rules/{a}@8.14 PUT:/_query_rules/{a}@8.14
        GET:/_rank_eval@-7.10 POST:/_rank_eval@7.10 GET:/_recovery POST:/_refresh POST:/_reindex
        POST:/_reindex/_rethrottle@-7.10 POST:/_reindex/{a}/_rethrottle GET:/_remote/info
        GET:/_render/template@-7.10 POST:/_render/template@7.10 GET:/_render/template/{a}@-7.10
        POST:/_render/template/{a}@7.10 GET:/_resolve/cluster/{a}@8.14 GET:/_resolve/index/{a}@7.10
        GET:/_rollup/data@7.0 GET:/_rollup/data/{a}@7.0 GET:/_rollup/job@7.0 DELETE:/_rollup/job/{a}@7.0
        GET:/_rollup/job/{a}@7.0 PUT:/_rollup/job/{a}@7.0 POST:/_rollup/job/{a}/_start@7.0
        POST:/_rollup/job/{a}/_stop@7.0 GET:/_script_context@7.10 GET:/_script_language@7.10
        GET:/_scripts/painless/_context@7.0-7.10 GET:/_scripts/painless/_execute@-7.10
        POST:/_scripts/painless/_execute@7.10 DELETE:/_scripts/{a} GET:/_scripts/{a} PUT:/_scripts/{a}
        PUT:/_scripts/{a}/{b} GET:/_search@-7.10 POST:/_search@7.10 DELETE:/_search/scroll
        GET:/_search/scroll@-7.10 POST:/_search/scroll@7.10 GET:/_search/template@-7.10
        POST:/_search/template@7.10 GET:/_search_shards@-8.14 POST:/_search_shards@8.14
        POST:/_searchable_snapshots/cache/clear@7.10 GET:/_searchable_snapshots/cache/stats@8.14
        GET:/_searchable_snapshots/stats@7.10 GET:/_searchable_snapshots/{a}/cache/stats@8.14
        GET:/_security/_authenticate@7.0 POST:/_security/_query/api_key@8.14 DELETE:/_security/api_key@7.0
        GET:/_security/api_key@7.0 PUT:/_security/api_key@7.0 POST:/_security/api_key/grant@7.10
        PUT:/_security/api_key/{a}@8.14 POST:/_security/api_key/{a}/_clear_cache@7.10
        GET:/_security/enroll/kibana@8.14 GET:/_security/enroll/node@8.14 DELETE:/_security/oauth2/token@7.0
        POST:/_security/oauth2/token@7.0 GET:/_security/privilege@7.0 PUT:/_security/privilege@8.14
        PUT:/_security/privilege/@7.0-8.14 GET:/_security/privilege/_builtin@7.10
        GET:/_security/privilege/{a}@7.0 POST:/_security/privilege/{a}/_clear_cache@7.10
        DELETE:/_security/privilege/{a}/{b}@7.0 GET:/_security/privilege/{a}/{b}@7.0
        POST:/_security/profile/_activate@8.14 POST:/_security/profile/_has_privileges@8.14
        POST:/_security/profile/_suggest@8.14 GET:/_security/profile/{a}@8.14
        PUT:/_security/profile/{a}/_data@8.14 PUT:/_security/profile/{a}/_disable@8.14
        PUT:/_security/profile/{a}/_enable@8.14 POST:/_security/realm/{a}/_clear_cache@7.0
        GET:/_security/role@7.0 DELETE:/_security/role/{a}@7.0 GET:/_security/role/{a}@7.0
        PUT:/_security/role/{a}@7.0 POST:/_security/role/{a}/_clear_cache@7.0 GET:/_security/role_mapping@7.0
        DELETE:/_security/role_mapping/{a}@7.0 GET:/_security/role_mapping/{a}@7.0
        PUT:/_security/role_mapping/{a}@7.0 POST:/_security/saml/authenticate@8.14
        POST:/_security/saml/complete_logout@8.14 POST:/_security/saml/invalidate@8.14
        POST:/_security/saml/logout@8.14 GET:/_security/saml/metadata/{a}@8.14 POST:/_security/saml/prepare@8.14
        GET:/_security/service@8.14 GET:/_security/service/{a}@8.14 GET:/_security/service/{a}/{b}@8.14
        GET:/_security/service/{a}/{b}/credential@8.14 POST:/_security/service/{a}/{b}/credential/token@8.14
        PUT:/_security/service/{a}/{b}/credential/token@8.14
        DELETE:/_security/service/{a}/{b}/credential/token/{c}@8.14
        POST:/_security/service/{a}/{b}/credential/token/{c}@8.14
        PUT:/_security/service/{a}/{b}/credential/token/{c}@8.14
        POST:/_security/service/{a}/{b}/credential/token/{c}/_clear_cache@8.14 GET:/_security/user@7.0
        GET:/_security/user/_has_privileges@7.0-7.10 POST:/_security/user/_has_privileges@7.10
        PUT:/_security/user/_password@7.0 GET:/_security/user/_privileges@7.0 DELETE:/_security/user/{a}@7.0
        GET:/_security/user/{a}@7.0 PUT:/_security/user/{a}@7.0 PUT:/_security/user/{a}/_disable@7.0
        PUT:/_security/user/{a}/_enable@7.0 GET:/_security/user/{a}/_has_privileges@7.0-7.10
        POST:/_security/user/{a}/_has_privileges@7.10 PUT:/_security/user/{a}/_password@7.0 GET:/_segments
        GET:/_settings PUT:/_settings GET:/_settings/{a} GET:/_shard_stores POST:/_slm/_execute_retention@7.10
        GET:/_slm/policy@7.10 DELETE:/_slm/policy/{a}@7.10 GET:/_slm/policy/{a}@7.10 PUT:/_slm/policy/{a}@7.10
        PUT:/_slm/policy/{a}/_execute@7.10 POST:/_slm/start@7.10 GET:/_slm/stats@7.10 GET:/_slm/status@7.10
        POST:/_slm/stop@7.10 GET:/_snapshot GET:/_snapshot/_status DELETE:/_snapshot/{a} GET:/_snapshot/{a}
        PUT:/_snapshot/{a} POST:/_snapshot/{a}/_cleanup@7.10 GET:/_snapshot/{a}/_stats@7.10-8.14
        GET:/_snapshot/{a}/_status POST:/_snapshot/{a}/_verify DELETE:/_snapshot/{a}/{b} GET:/_snapshot/{a}/{b}
        PUT:/_snapshot/{a}/{b} PUT:/_snapshot/{a}/{b}/_clone/{c}@7.10 POST:/_snapshot/{a}/{b}/_mount@7.10
        POST:/_snapshot/{a}/{b}/_restore GET:/_snapshot/{a}/{b}/_status POST:/_sql@7.0
        DELETE:/_sql/async/delete/{a}@8.14 GET:/_sql/async/status/{a}@8.14 GET:/_sql/async/{a}@8.14
        POST:/_sql/close@7.0 POST:/_sql/translate@7.0 GET:/_ssl/certificates@7.0 GET:/_stats GET:/_stats/{a}
        GET:/_synonyms@8.14 DELETE:/_synonyms/{a}@8.14 GET:/_synonyms/{a}@8.14 PUT:/_synonyms/{a}@8.14
        DELETE:/_synonyms/{a}/{b}@8.14 GET:/_synonyms/{a}/{b}@8.14 PUT:/_synonyms/{a}/{b}@8.14 GET:/_tasks
        POST:/_tasks/_cancel GET:/_tasks/{a} POST:/_tasks/{a}/_cancel GET:/_template DELETE:/_template/{a}
        GET:/_template/{a} HEAD:/_template/{a} PUT:/_template/{a} POST:/_text_structure/find_structure@8.14
        POST:/_text_structure/test_grok_pattern@8.14 GET:/_transform@7.10 POST:/_transform/_preview@7.10
        POST:/_transform/_upgrade@8.14 DELETE:/_transform/{a}@7.10 GET:/_transform/{a}@7.10
        PUT:/_transform/{a}@7.10 POST:/_transform/{a}/_preview@8.14 POST:/_transform/{a}/_reset@8.14
        POST:/_transform/{a}/_schedule_now@8.14 POST:/_transform/{a}/_start@7.10 GET:/_transform/{a}/_stats@7.10
        POST:/_transform/{a}/_stop@7.10 POST:/_transform/{a}/_update@7.10 POST:/_update_by_query/{a}/_rethrottle
        GET:/_upgrade@-8.14 POST:/_upgrade@-8.14 GET:/_validate/query@-7.10 POST:/_validate/query@7.10
        POST:/_watcher/_query/watches@8.14 POST:/_watcher/_start@7.0 POST:/_watcher/_stop@7.0
        GET:/_watcher/stats@7.0 GET:/_watcher/stats/{a}@7.0 PUT:/_watcher/watch/_execute@7.0
        DELETE:/_watcher/watch/{a}@7.0 GET:/_watcher/watch/{a}@7.0 PUT:/_watcher/watch/{a}@7.0
        PUT:/_watcher/watch/{a}/_ack@7.0 PUT:/_watcher/watch/{a}/_ack/{b}@7.0
        PUT:/_watcher/watch/{a}/_activate@7.0 PUT:/_watcher/watch/{a}/_deactivate@7.0
        PUT:/_watcher/watch/{a}/_execute@7.0 GET:/_xpack GET:/_xpack/graph/_explore@-7.0
        DELETE:/_xpack/license@-7.0 GET:/_xpack/license@-7.0 PUT:/_xpack/license@-7.0
        GET:/_xpack/migration/assistance@-7.0 GET:/_xpack/migration/assistance/{a}@-7.0
        GET:/_xpack/migration/deprecations@-8.14 POST:/_xpack/migration/upgrade/{a}@-7.0
        DELETE:/_xpack/ml/_delete_expired_data@-7.0 GET:/_xpack/ml/anomaly_detectors@-7.0
        GET:/_xpack/ml/anomaly_detectors/_stats@-7.0 POST:/_xpack/ml/anomaly_detectors/_validate@-7.0
        POST:/_xpack/ml/anomaly_detectors/_validate/detector@-7.0 DELETE:/_xpack/ml/anomaly_detectors/{a}@-7.0
        GET:/_xpack/ml/anomaly_detectors/{a}@-7.0 PUT:/_xpack/ml/anomaly_detectors/{a}@-7.0
        POST:/_xpack/ml/anomaly_detectors/{a}/_close@-7.0 POST:/_xpack/ml/anomaly_detectors/{a}/_data@-7.0
        POST:/_xpack/ml/anomaly_detectors/{a}/_flush@-7.0 POST:/_xpack/ml/anomaly_detectors/{a}/_forecast@-7.0
        POST:/_xpack/ml/anomaly_detectors/{a}/_open@-7.0 GET:/_xpack/ml/anomaly_detectors/{a}/_stats@-7.0
        POST:/_xpack/ml/anomaly_detectors/{a}/_update@-7.0
        GET:/_xpack/ml/anomaly_detectors/{a}/model_snapshots@-7.0
        DELETE:/_xpack/ml/anomaly_detectors/{a}/model_snapshots/{b}@-7.0
        GET:/_xpack/ml/anomaly_detectors/{a}/model_snapshots/{b}@-7.0
        POST:/_xpack/ml/anomaly_detectors/{a}/model_snapshots/{b}/_revert@-7.0
        POST:/_xpack/ml/anomaly_detectors/{a}/model_snapshots/{b}/_update@-7.0
        GET:/_xpack/ml/anomaly_detectors/{a}/results/buckets@-7.0
        GET:/_xpack/ml/anomaly_detectors/{a}/results/buckets/{b}@-7.0
        GET:/_xpack/ml/anomaly_detectors/{a}/results/categories@-7.0
        GET:/_xpack/ml/anomaly_detectors/{a}/results/categories/{b}@-7.0
        GET:/_xpack/ml/anomaly_detectors/{a}/results/influencers@-7.0
        GET:/_xpack/ml/anomaly_detectors/{a}/results/records@-7.0 GET:/_xpack/ml/datafeeds@-7.0
        GET:/_xpack/ml/datafeeds/_stats@-7.0 DELETE:/_xpack/ml/datafeeds/{a}@-7.0
        GET:/_xpack/ml/datafeeds/{a}@-7.0 PUT:/_xpack/ml/datafeeds/{a}@-7.0
        GET:/_xpack/ml/datafeeds/{a}/_preview@-7.0 POST:/_xpack/ml/datafeeds/{a}/_start@-7.0
        GET:/_xpack/ml/datafeeds/{a}/_stats@-7.0 POST:/_xpack/ml/datafeeds/{a}/_stop@-7.0
        POST:/_xpack/ml/datafeeds/{a}/_update@-7.0 GET:/_xpack/ml/filters@-7.0
        DELETE:/_xpack/ml/filters/{a}@-7.0 GET:/_xpack/ml/filters/{a}@-7.0 PUT:/_xpack/ml/filters/{a}@-7.0
        POST:/_xpack/monitoring/_bulk@-7.0 POST:/_xpack/monitoring/{a}/_bulk@-7.0
        GET:/_xpack/security/_authenticate@-7.0 DELETE:/_xpack/security/oauth2/token@-7.0
        POST:/_xpack/security/oauth2/token@-7.0 POST:/_xpack/security/realm/{a}/_clear_cache@-7.0
        GET:/_xpack/security/role@-7.0 DELETE:/_xpack/security/role/{a}@-7.0 GET:/_xpack/security/role/{a}@-7.0
        PUT:/_xpack/security/role/{a}@-7.0 POST:/_xpack/security/role/{a}/_clear_cache@-7.0
        GET:/_xpack/security/role_mapping@-7.0 DELETE:/_xpack/security/role_mapping/{a}@-7.0
        GET:/_xpack/security/role_mapping/{a}@-7.0 PUT:/_xpack/security/role_mapping/{a}@-7.0
        GET:/_xpack/security/user@-7.0 PUT:/_xpack/security/user/_disable@-7.0
        PUT:/_xpack/security/user/_enable@-7.0 PUT:/_xpack/security/user/_password@-7.0
        DELETE:/_xpack/security/user/{a}@-7.0 GET:/_xpack/security/user/{a}@-7.0
        PUT:/_xpack/security/user/{a}@-7.0 PUT:/_xpack/security/user/{a}/_disable@-7.0
        PUT:/_xpack/security/user/{a}/_enable@-7.0 PUT:/_xpack/security/user/{a}/_password@-7.0
        GET:/_xpack/usage POST:/_xpack/watcher/_restart@-7.0 POST:/_xpack/watcher/_start@-7.0
        POST:/_xpack/watcher/_stop@-7.0 GET:/_xpack/watcher/stats@-7.0 GET:/_xpack/watcher/stats/{a}@-7.0
        PUT:/_xpack/watcher/watch/_execute@-7.0 DELETE:/_xpack/watcher/watch/{a}@-7.0
        GET:/_xpack/watcher/watch/{a}@-7.0 PUT:/_xpack/watcher/watch/{a}@-7.0
        PUT:/_xpack/watcher/watch/{a}/_ack@-7.0 PUT:/_xpack/watcher/watch/{a}/_ack/{b}@-7.0
        PUT:/_xpack/watcher/watch/{a}/_activate@-7.0 PUT:/_xpack/watcher/watch/{a}/_deactivate@-7.0
        PUT:/_xpack/watcher/watch/{a}/_execute@-7.0 DELETE:/{a} GET:/{a} HEAD:/{a} POST:/{a}@7.0-8.14 PUT:/{a}
        GET:/{a}/_alias HEAD:/{a}/_alias@-7.10 DELETE:/{a}/_alias/{b} GET:/{a}/_alias/{b} HEAD:/{a}/_alias/{b}
        PUT:/{a}/_alias/{b} GET:/{a}/_analyze@-7.10 POST:/{a}/_analyze@7.10 POST:/{a}/_async_search@7.10
        PUT:/{a}/_block/{b}@7.10 POST:/{a}/_bulk@-8.14 PUT:/{a}/_bulk@8.14 POST:/{a}/_cache/clear
        PUT:/{a}/_ccr/follow@7.0 POST:/{a}/_ccr/forget_follower@7.0 GET:/{a}/_ccr/info@7.0
        POST:/{a}/_ccr/pause_follow@7.0 POST:/{a}/_ccr/resume_follow@7.0 GET:/{a}/_ccr/stats@7.0
        POST:/{a}/_ccr/unfollow@7.0 PUT:/{a}/_clone/{b}@7.10 POST:/{a}/_close GET:/{a}/_count@-7.10
        POST:/{a}/_count@7.10 PUT:/{a}/_create/{b}@7.10 POST:/{a}/_delete_by_query POST:/{a}/_disk_usage@8.14
        POST:/{a}/_doc@8.14 PUT:/{a}/_doc@8.14 DELETE:/{a}/_doc/{b}@8.14 GET:/{a}/_doc/{b}@8.14
        HEAD:/{a}/_doc/{b}@8.14 POST:/{a}/_doc/{b}@8.14 PUT:/{a}/_doc/{b}@8.14 POST:/{a}/_downsample/{b}@8.14
        POST:/{a}/_eql/search@7.10 POST:/{a}/_explain/{b}@7.10 GET:/{a}/_field_caps@-7.10
        POST:/{a}/_field_caps@7.10 GET:/{a}/_field_usage_stats@8.14 POST:/{a}/_fleet/_fleet_msearch@8.14
        POST:/{a}/_fleet/_fleet_search@8.14 GET:/{a}/_fleet/global_checkpoints@8.14 POST:/{a}/_flush
        POST:/{a}/_flush/synced@-8.14 POST:/{a}/_forcemerge POST:/{a}/_freeze@7.0-8.14
        GET:/{a}/_graph/explore@7.0-7.10 POST:/{a}/_graph/explore@7.10 GET:/{a}/_ilm/explain@7.0
        POST:/{a}/_ilm/remove@7.0 POST:/{a}/_ilm/retry@7.0 POST:/{a}/_knn_search@8.14
        GET:/{a}/_lifecycle/explain@8.14 GET:/{a}/_mapping PUT:/{a}/_mapping GET:/{a}/_mapping/field/{b}
        GET:/{a}/_mapping/{b}@-8.14 HEAD:/{a}/_mapping/{b}@-8.14 PUT:/{a}/_mapping/{b}@-7.10
        GET:/{a}/_mapping/{b}/field/{c}@-8.14 GET:/{a}/_mget@-7.10 POST:/{a}/_mget@7.10
        GET:/{a}/_migration/deprecations@7.0 GET:/{a}/_msearch@-7.10 POST:/{a}/_msearch@7.10
        GET:/{a}/_msearch/template@-7.10 POST:/{a}/_msearch/template@7.10 GET:/{a}/_mtermvectors@-7.10
        POST:/{a}/_mtermvectors@7.10 POST:/{a}/_mvt/{b}/{c}/{d}/{e}@8.14 POST:/{a}/_open POST:/{a}/_pit@7.10
        GET:/{a}/_rank_eval@-7.10 POST:/{a}/_rank_eval@7.10 GET:/{a}/_recovery POST:/{a}/_refresh
        GET:/{a}/_reload_search_analyzers@7.10-8.14 POST:/{a}/_reload_search_analyzers@8.14 POST:/{a}/_rollover
        POST:/{a}/_rollover/{b} GET:/{a}/_rollup/data@7.0 GET:/{a}/_rollup_search@7.0-7.10
        POST:/{a}/_rollup_search@7.10 GET:/{a}/_search@-7.10 POST:/{a}/_search@7.10
        GET:/{a}/_search/template@-7.10 POST:/{a}/_search/template@7.10 GET:/{a}/_search_shards@-8.14
        POST:/{a}/_search_shards@8.14 POST:/{a}/_searchable_snapshots/cache/clear@7.10
        GET:/{a}/_searchable_snapshots/stats@7.10 GET:/{a}/_segments GET:/{a}/_settings PUT:/{a}/_settings
        GET:/{a}/_settings/{b} GET:/{a}/_shard_stores PUT:/{a}/_shrink/{b} GET:/{a}/_source/{b}@7.10
        HEAD:/{a}/_source/{b}@7.10 PUT:/{a}/_split/{b} GET:/{a}/_stats GET:/{a}/_stats/{b}
        POST:/{a}/_terms_enum@8.14 GET:/{a}/_termvectors@7.0-7.10 POST:/{a}/_termvectors@7.10
        POST:/{a}/_termvectors/{b}@7.10 POST:/{a}/_unfreeze@7.0 POST:/{a}/_update/{b}@7.10
        POST:/{a}/_update_by_query GET:/{a}/_upgrade@-8.14 POST:/{a}/_upgrade@-8.14
        GET:/{a}/_validate/query@-7.10 POST:/{a}/_validate/query@7.10 GET:/{a}/_xpack/graph/_explore@-7.0
        GET:/{a}/_xpack/migration/deprecations@-8.14 DELETE:/{a}/{b}@7.0-8.14 GET:/{a}/{b}@-8.14
        HEAD:/{a}/{b}@7.0-8.14 POST:/{a}/{b}@-8.14 PUT:/{a}/{b}@-8.14 POST:/{a}/{b}/_bulk@-8.14
        GET:/{a}/{b}/_count@-7.10 POST:/{a}/{b}/_count@7.10-8.14 PUT:/{a}/{b}/_create@7.0-8.14
        POST:/{a}/{b}/_delete_by_query@-8.14 GET:/{a}/{b}/_explain@7.0-7.10 POST:/{a}/{b}/_explain@7.10-8.14
        GET:/{a}/{b}/_graph/explore@7.0-7.10 POST:/{a}/{b}/_graph/explore@7.10-8.14
        PUT:/{a}/{b}/_mapping@7.10-8.14 GET:/{a}/{b}/_mget@-7.10 POST:/{a}/{b}/_mget@7.10-8.14
        GET:/{a}/{b}/_msearch@-7.0 POST:/{a}/{b}/_msearch@7.10-8.14 GET:/{a}/{b}/_msearch/template@-7.0
        POST:/{a}/{b}/_msearch/template@7.10-8.14 GET:/{a}/{b}/_mtermvectors@-7.10
        POST:/{a}/{b}/_mtermvectors@7.10-8.14 GET:/{a}/{b}/_rollup_search@7.0-7.10
        POST:/{a}/{b}/_rollup_search@7.10-8.14 GET:/{a}/{b}/_search@-7.0 POST:/{a}/{b}/_search@7.10-8.14
        GET:/{a}/{b}/_search/template@-7.0 POST:/{a}/{b}/_search/template@7.10-8.14
        GET:/{a}/{b}/_search_shards@-7.0 GET:/{a}/{b}/_source@7.0-8.14 HEAD:/{a}/{b}/_source@7.0-8.14
        GET:/{a}/{b}/_termvectors@-7.10 POST:/{a}/{b}/_termvectors@7.10-8.14 POST:/{a}/{b}/_update@7.0-8.14
        POST:/{a}/{b}/_update_by_query@-8.14 GET:/{a}/{b}/_validate/query@-7.10
        POST:/{a}/{b}/_validate/query@7.10-8.14 GET:/{a}/{b}/_xpack/graph/_explore@-7.0
        DELETE:/{a}/{b}/{c}@-8.14 GET:/{a}/{b}/{c}@-8.14 HEAD:/{a}/{b}/{c}@-8.14 POST:/{a}/{b}/{c}@-8.14
        PUT:/{a}/{b}/{c}@-8.14 PUT:/{a}/{b}/{c}/_create@-8.14 GET:/{a}/{b}/{c}/_explain@-7.10
        POST:/{a}/{b}/{c}/_explain@7.10-8.14 GET:/{a}/{b}/{c}/_source@-8.14 HEAD:/{a}/{b}/{c}/_source@-8.14
        GET:/{a}/{b}/{c}/_termvectors@-7.10 POST:/{a}/{b}/{c}/_termvectors@7.10-8.14
        POST:/{a}/{b}/{c}/_update@-8.14
        """
}
