extension KnownEndpoints {
    /// Made by `tools/sandbox-endpoints` from the clients of 6.8, 7.0, 7.10, 8.14, and of OpenSearch 1 and 2:
    /// the others.
    static let rest = """
        GET:/_nodes@+do GET:/_nodes/hot_threads@7.10+do POST:/_nodes/reload_secure_settings@+do
        GET:/_nodes/shutdown@8.14 GET:/_nodes/stats@+do GET:/_nodes/stats/{a}@+do GET:/_nodes/stats/{a}/{b}@+do
        GET:/_nodes/usage@+do GET:/_nodes/usage/{a}@+do GET:/_nodes/{a}@+do
        GET:/_nodes/{a}/_repositories_metering@8.14 DELETE:/_nodes/{a}/_repositories_metering/{b}@8.14
        GET:/_nodes/{a}/hot_threads@7.10+do POST:/_nodes/{a}/reload_secure_settings@+do
        DELETE:/_nodes/{a}/shutdown@8.14 GET:/_nodes/{a}/shutdown@8.14 PUT:/_nodes/{a}/shutdown@8.14
        GET:/_nodes/{a}/stats@+do GET:/_nodes/{a}/stats/{b}@+do GET:/_nodes/{a}/stats/{b}/{c}@+do
        GET:/_nodes/{a}/usage@+do GET:/_nodes/{a}/usage/{b}@+do GET:/_nodes/{a}/{b}@+do
        GET:/_opendistro/_security/sslinfo@none+o DELETE:/_pit@7.10 POST:/_pit@7.10-8.14
        GET:/_plugins/_alerting/destinations@none+o POST:/_plugins/_alerting/destinations@none+o
        DELETE:/_plugins/_alerting/destinations/{a}@none+o GET:/_plugins/_alerting/destinations/{a}@none+o
        PUT:/_plugins/_alerting/destinations/{a}@none+o POST:/_plugins/_alerting/monitors@none+o
        GET:/_plugins/_alerting/monitors/_search@none+o GET:/_plugins/_alerting/monitors/alerts@none+o
        DELETE:/_plugins/_alerting/monitors/{a}@none+o GET:/_plugins/_alerting/monitors/{a}@none+o
        PUT:/_plugins/_alerting/monitors/{a}@none+o
        POST:/_plugins/_alerting/monitors/{a}/_acknowledge/alerts@none+o
        POST:/_plugins/_alerting/monitors/{a}/_execute@none+o POST:/_plugins/_asynchronous_search@none+o
        GET:/_plugins/_asynchronous_search/stats@none+o DELETE:/_plugins/_asynchronous_search/{a}@none+o
        GET:/_plugins/_asynchronous_search/{a}@none+o POST:/_plugins/_flow_framework/workflow@none+o
        POST:/_plugins/_flow_framework/workflow/_search@none+o
        GET:/_plugins/_flow_framework/workflow/_steps@none+o
        POST:/_plugins/_flow_framework/workflow/state/_search@none+o
        DELETE:/_plugins/_flow_framework/workflow/{a}@none+o GET:/_plugins/_flow_framework/workflow/{a}@none+o
        PUT:/_plugins/_flow_framework/workflow/{a}@none+o
        POST:/_plugins/_flow_framework/workflow/{a}/_deprovision@none+o
        POST:/_plugins/_flow_framework/workflow/{a}/_provision@none+o
        GET:/_plugins/_flow_framework/workflow/{a}/_status@none+o POST:/_plugins/_ism/add/{a}@none+o
        POST:/_plugins/_ism/change_policy/{a}@none+o GET:/_plugins/_ism/explain/{a}@none+o
        GET:/_plugins/_ism/policies@none+o DELETE:/_plugins/_ism/policies/{a}@none+o
        GET:/_plugins/_ism/policies/{a}@none+o PUT:/_plugins/_ism/policies/{a}@none+o
        POST:/_plugins/_ism/remove/{a}@none+o POST:/_plugins/_ism/retry/{a}@none+o
        POST:/_plugins/_knn/models/_search@none+o POST:/_plugins/_knn/models/_train@none+o
        DELETE:/_plugins/_knn/models/{a}@none+o GET:/_plugins/_knn/models/{a}@none+o
        POST:/_plugins/_knn/models/{a}/_train@none+o GET:/_plugins/_knn/stats@none+o
        GET:/_plugins/_knn/stats/{a}@none+o GET:/_plugins/_knn/warmup/{a}@none+o
        GET:/_plugins/_knn/{a}/stats@none+o GET:/_plugins/_knn/{a}/stats/{b}@none+o
        POST:/_plugins/_ml/agents/_register@none+o DELETE:/_plugins/_ml/agents/{a}@none+o
        POST:/_plugins/_ml/connectors/_create@none+o DELETE:/_plugins/_ml/connectors/{a}@none+o
        POST:/_plugins/_ml/model_groups/_register@none+o DELETE:/_plugins/_ml/model_groups/{a}@none+o
        GET:/_plugins/_ml/model_groups/{a}@none+o POST:/_plugins/_ml/models/_register@none+o
        GET:/_plugins/_ml/models/_search@none+o DELETE:/_plugins/_ml/models/{a}@none+o
        POST:/_plugins/_ml/models/{a}/_deploy@none+o POST:/_plugins/_ml/models/{a}/_undeploy@none+o
        DELETE:/_plugins/_ml/tasks/{a}@none+o GET:/_plugins/_ml/tasks/{a}@none+o
        GET:/_plugins/_notifications/channels@none+o DELETE:/_plugins/_notifications/configs@none+o
        GET:/_plugins/_notifications/configs@none+o POST:/_plugins/_notifications/configs@none+o
        DELETE:/_plugins/_notifications/configs/{a}@none+o GET:/_plugins/_notifications/configs/{a}@none+o
        PUT:/_plugins/_notifications/configs/{a}@none+o GET:/_plugins/_notifications/feature/test/{a}@none+o
        GET:/_plugins/_notifications/features@none+o GET:/_plugins/_observability/_local/stats@none+o
        DELETE:/_plugins/_observability/object@none+o GET:/_plugins/_observability/object@none+o
        POST:/_plugins/_observability/object@none+o DELETE:/_plugins/_observability/object/{a}@none+o
        GET:/_plugins/_observability/object/{a}@none+o PUT:/_plugins/_observability/object/{a}@none+o
        POST:/_plugins/_ppl@none+o POST:/_plugins/_ppl/_explain@none+o GET:/_plugins/_ppl/stats@none+o
        POST:/_plugins/_ppl/stats@none+o GET:/_plugins/_query/_datasources@none+o
        POST:/_plugins/_query/_datasources@none+o PUT:/_plugins/_query/_datasources@none+o
        DELETE:/_plugins/_query/_datasources/{a}@none+o GET:/_plugins/_query/_datasources/{a}@none+o
        PUT:/_plugins/_query/settings@none+o DELETE:/_plugins/_replication/_autofollow@none+o
        POST:/_plugins/_replication/_autofollow@none+o GET:/_plugins/_replication/autofollow_stats@none+o
        GET:/_plugins/_replication/follower_stats@none+o GET:/_plugins/_replication/leader_stats@none+o
        POST:/_plugins/_replication/{a}/_pause@none+o POST:/_plugins/_replication/{a}/_resume@none+o
        PUT:/_plugins/_replication/{a}/_start@none+o GET:/_plugins/_replication/{a}/_status@none+o
        POST:/_plugins/_replication/{a}/_stop@none+o PUT:/_plugins/_replication/{a}/_update@none+o
        DELETE:/_plugins/_rollup/jobs/{a}@none+o GET:/_plugins/_rollup/jobs/{a}@none+o
        PUT:/_plugins/_rollup/jobs/{a}@none+o GET:/_plugins/_rollup/jobs/{a}/_explain@none+o
        POST:/_plugins/_rollup/jobs/{a}/_start@none+o POST:/_plugins/_rollup/jobs/{a}/_stop@none+o
        GET:/_plugins/_security/api/_upgrade_check@none+o POST:/_plugins/_security/api/_upgrade_perform@none+o
        GET:/_plugins/_security/api/account@none+o PUT:/_plugins/_security/api/account@none+o
        GET:/_plugins/_security/api/actiongroups@none+o PATCH:/_plugins/_security/api/actiongroups@none+o
        DELETE:/_plugins/_security/api/actiongroups/{a}@none+o
        GET:/_plugins/_security/api/actiongroups/{a}@none+o
        PATCH:/_plugins/_security/api/actiongroups/{a}@none+o
        PUT:/_plugins/_security/api/actiongroups/{a}@none+o GET:/_plugins/_security/api/allowlist@none+o
        PATCH:/_plugins/_security/api/allowlist@none+o PUT:/_plugins/_security/api/allowlist@none+o
        GET:/_plugins/_security/api/audit@none+o PATCH:/_plugins/_security/api/audit@none+o
        PUT:/_plugins/_security/api/audit/config@none+o POST:/_plugins/_security/api/authtoken@none+o
        DELETE:/_plugins/_security/api/cache@none+o PUT:/_plugins/_security/api/cache@none+o
        GET:/_plugins/_security/api/certificates@none+o GET:/_plugins/_security/api/certificates/{a}@none+o
        POST:/_plugins/_security/api/generateonbehalfoftoken@none+o
        GET:/_plugins/_security/api/internalusers@none+o PATCH:/_plugins/_security/api/internalusers@none+o
        DELETE:/_plugins/_security/api/internalusers/{a}@none+o
        GET:/_plugins/_security/api/internalusers/{a}@none+o
        PATCH:/_plugins/_security/api/internalusers/{a}@none+o
        PUT:/_plugins/_security/api/internalusers/{a}@none+o
        POST:/_plugins/_security/api/internalusers/{a}/authtoken@none+o
        POST:/_plugins/_security/api/migrate@none+o GET:/_plugins/_security/api/nodesdn@none+o
        PATCH:/_plugins/_security/api/nodesdn@none+o DELETE:/_plugins/_security/api/nodesdn/{a}@none+o
        GET:/_plugins/_security/api/nodesdn/{a}@none+o PATCH:/_plugins/_security/api/nodesdn/{a}@none+o
        PUT:/_plugins/_security/api/nodesdn/{a}@none+o GET:/_plugins/_security/api/permissionsinfo@none+o
        GET:/_plugins/_security/api/roles@none+o PATCH:/_plugins/_security/api/roles@none+o
        DELETE:/_plugins/_security/api/roles/{a}@none+o GET:/_plugins/_security/api/roles/{a}@none+o
        PATCH:/_plugins/_security/api/roles/{a}@none+o PUT:/_plugins/_security/api/roles/{a}@none+o
        GET:/_plugins/_security/api/rolesmapping@none+o PATCH:/_plugins/_security/api/rolesmapping@none+o
        DELETE:/_plugins/_security/api/rolesmapping/{a}@none+o
        GET:/_plugins/_security/api/rolesmapping/{a}@none+o
        PATCH:/_plugins/_security/api/rolesmapping/{a}@none+o
        PUT:/_plugins/_security/api/rolesmapping/{a}@none+o GET:/_plugins/_security/api/securityconfig@none+o
        PATCH:/_plugins/_security/api/securityconfig@none+o
        PUT:/_plugins/_security/api/securityconfig/config@none+o GET:/_plugins/_security/api/ssl/certs@none+o
        PUT:/_plugins/_security/api/ssl/http/reloadcerts@none+o
        PUT:/_plugins/_security/api/ssl/transport/reloadcerts@none+o
        GET:/_plugins/_security/api/tenancy/config@none+o PUT:/_plugins/_security/api/tenancy/config@none+o
        GET:/_plugins/_security/api/tenants@none+o PATCH:/_plugins/_security/api/tenants@none+o
        DELETE:/_plugins/_security/api/tenants/{a}@none+o GET:/_plugins/_security/api/tenants/{a}@none+o
        PATCH:/_plugins/_security/api/tenants/{a}@none+o PUT:/_plugins/_security/api/tenants/{a}@none+o
        GET:/_plugins/_security/api/user@none+o DELETE:/_plugins/_security/api/user/{a}@none+o
        GET:/_plugins/_security/api/user/{a}@none+o PUT:/_plugins/_security/api/user/{a}@none+o
        POST:/_plugins/_security/api/user/{a}/authtoken@none+o GET:/_plugins/_security/api/validate@none+o
        GET:/_plugins/_security/authinfo@none+o GET:/_plugins/_security/dashboardsinfo@none+o
        POST:/_plugins/_security/dashboardsinfo@none+o GET:/_plugins/_security/health@none+o
        GET:/_plugins/_security/tenantinfo@none+o GET:/_plugins/_security/whoami@none+o
        GET:/_plugins/_security/whoamiprotected@none+o POST:/_plugins/_sql@none+o
        POST:/_plugins/_sql/_explain@none+o POST:/_plugins/_sql/close@none+o GET:/_plugins/_sql/stats@none+o
        POST:/_plugins/_sql/stats@none+o GET:/_plugins/_transform@none+o
        POST:/_plugins/_transform/_preview@none+o DELETE:/_plugins/_transform/{a}@none+o
        GET:/_plugins/_transform/{a}@none+o PUT:/_plugins/_transform/{a}@none+o
        GET:/_plugins/_transform/{a}/_explain@none+o POST:/_plugins/_transform/{a}/_start@none+o
        POST:/_plugins/_transform/{a}/_stop@none+o POST:/_query@8.14 POST:/_query/async@8.14
        DELETE:/_query/async/{a}@8.14 GET:/_query/async/{a}@8.14 POST:/_query/async/{a}/stop@8.14
        GET:/_query_rules@8.14 DELETE:/_query_rules/{a}@8.14 GET:/_query_rules/{a}@8.14
        PUT:/_query_rules/{a}@8.14 DELETE:/_query_rules/{a}/_rule/{b}@8.14 GET:/_query_rules/{a}/_rule/{b}@8.14
        PUT:/_query_rules/{a}/_rule/{b}@8.14 POST:/_query_rules/{a}/_test@8.14 GET:/_rank_eval@-7.10
        POST:/_rank_eval@7.10+do GET:/_recovery@+do POST:/_refresh@+do POST:/_reindex@+do
        POST:/_reindex/_rethrottle@-7.10 POST:/_reindex/{a}/_rethrottle@+do GET:/_remote/info@+do
        POST:/_remotestore/_restore@none+o GET:/_render/template@-7.10 POST:/_render/template@7.10+do
        GET:/_render/template/{a}@-7.10 POST:/_render/template/{a}@7.10+do GET:/_resolve/cluster@8.14
        GET:/_resolve/cluster/{a}@8.14 GET:/_resolve/index/{a}@7.10+do GET:/_rollup/data@7.0
        GET:/_rollup/data/{a}@7.0 GET:/_rollup/job@7.0 DELETE:/_rollup/job/{a}@7.0 GET:/_rollup/job/{a}@7.0
        PUT:/_rollup/job/{a}@7.0 POST:/_rollup/job/{a}/_start@7.0 POST:/_rollup/job/{a}/_stop@7.0
        GET:/_script_context@7.10+do GET:/_script_language@7.10+do GET:/_scripts/painless/_context@7.0-7.10
        GET:/_scripts/painless/_execute@-7.10 POST:/_scripts/painless/_execute@7.10+do DELETE:/_scripts/{a}@+do
        GET:/_scripts/{a}@+do PUT:/_scripts/{a}@+do PUT:/_scripts/{a}/{b}@+do GET:/_search@-7.10
        POST:/_search@7.10+do GET:/_search/pipeline@none+o DELETE:/_search/pipeline/{a}@none+o
        GET:/_search/pipeline/{a}@none+o PUT:/_search/pipeline/{a}@none+o DELETE:/_search/point_in_time@none+o
        DELETE:/_search/point_in_time/_all@none+o GET:/_search/point_in_time/_all@none+o
        DELETE:/_search/scroll@+do GET:/_search/scroll@-7.10 POST:/_search/scroll@7.10+do
        GET:/_search/template@-7.10 POST:/_search/template@7.10+do GET:/_search_shards@-8.14+do
        POST:/_search_shards@8.14 POST:/_searchable_snapshots/cache/clear@7.10
        GET:/_searchable_snapshots/cache/stats@8.14 GET:/_searchable_snapshots/stats@7.10
        GET:/_searchable_snapshots/{a}/cache/stats@8.14 GET:/_security/_authenticate@7.0
        POST:/_security/_query/api_key@8.14 POST:/_security/_query/role@8.14 POST:/_security/_query/user@8.14
        DELETE:/_security/api_key@7.0 GET:/_security/api_key@7.0 PUT:/_security/api_key@7.0
        POST:/_security/api_key/_bulk_update@8.14 POST:/_security/api_key/grant@7.10
        PUT:/_security/api_key/{a}@8.14 POST:/_security/api_key/{a}/_clear_cache@7.10
        POST:/_security/cross_cluster/api_key@8.14 PUT:/_security/cross_cluster/api_key/{a}@8.14
        POST:/_security/delegate_pki@8.14 GET:/_security/enroll/kibana@8.14 GET:/_security/enroll/node@8.14
        DELETE:/_security/oauth2/token@7.0 POST:/_security/oauth2/token@7.0
        POST:/_security/oidc/authenticate@8.14 POST:/_security/oidc/logout@8.14
        POST:/_security/oidc/prepare@8.14 GET:/_security/privilege@7.0 PUT:/_security/privilege@8.14
        PUT:/_security/privilege/@7.0-8.14 GET:/_security/privilege/_builtin@7.10
        GET:/_security/privilege/{a}@7.0 POST:/_security/privilege/{a}/_clear_cache@7.10
        DELETE:/_security/privilege/{a}/{b}@7.0 GET:/_security/privilege/{a}/{b}@7.0
        POST:/_security/profile/_activate@8.14 POST:/_security/profile/_has_privileges@8.14
        POST:/_security/profile/_suggest@8.14 GET:/_security/profile/{a}@8.14
        PUT:/_security/profile/{a}/_data@8.14 PUT:/_security/profile/{a}/_disable@8.14
        PUT:/_security/profile/{a}/_enable@8.14 POST:/_security/realm/{a}/_clear_cache@7.0
        DELETE:/_security/role@8.14 GET:/_security/role@7.0 POST:/_security/role@8.14
        DELETE:/_security/role/{a}@7.0 GET:/_security/role/{a}@7.0 PUT:/_security/role/{a}@7.0
        POST:/_security/role/{a}/_clear_cache@7.0 GET:/_security/role_mapping@7.0
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
        POST:/_security/service/{a}/{b}/credential/token/{c}/_clear_cache@8.14 GET:/_security/settings@8.14
        PUT:/_security/settings@8.14 GET:/_security/user@7.0 GET:/_security/user/_has_privileges@7.0-7.10
        POST:/_security/user/_has_privileges@7.10 PUT:/_security/user/_password@7.0
        GET:/_security/user/_privileges@7.0 DELETE:/_security/user/{a}@7.0 GET:/_security/user/{a}@7.0
        PUT:/_security/user/{a}@7.0 PUT:/_security/user/{a}/_disable@7.0 PUT:/_security/user/{a}/_enable@7.0
        GET:/_security/user/{a}/_has_privileges@7.0-7.10 POST:/_security/user/{a}/_has_privileges@7.10
        PUT:/_security/user/{a}/_password@7.0 GET:/_segments@+do GET:/_settings@+do PUT:/_settings@+do
        GET:/_settings/{a}@+do GET:/_shard_stores@+do POST:/_slm/_execute_retention@7.10 GET:/_slm/policy@7.10
        DELETE:/_slm/policy/{a}@7.10 GET:/_slm/policy/{a}@7.10 PUT:/_slm/policy/{a}@7.10
        PUT:/_slm/policy/{a}/_execute@7.10 POST:/_slm/start@7.10 GET:/_slm/stats@7.10 GET:/_slm/status@7.10
        POST:/_slm/stop@7.10 GET:/_snapshot@+do GET:/_snapshot/_status@+do DELETE:/_snapshot/{a}@+do
        GET:/_snapshot/{a}@+do PUT:/_snapshot/{a}@+do POST:/_snapshot/{a}/_analyze@8.14
        POST:/_snapshot/{a}/_cleanup@7.10+do GET:/_snapshot/{a}/_stats@7.10-8.14 GET:/_snapshot/{a}/_status@+do
        POST:/_snapshot/{a}/_verify@+do POST:/_snapshot/{a}/_verify_integrity@8.14 DELETE:/_snapshot/{a}/{b}@+do
        GET:/_snapshot/{a}/{b}@+do PUT:/_snapshot/{a}/{b}@+do PUT:/_snapshot/{a}/{b}/_clone/{c}@7.10+do
        POST:/_snapshot/{a}/{b}/_mount@7.10 POST:/_snapshot/{a}/{b}/_restore@+do
        GET:/_snapshot/{a}/{b}/_status@+do GET:/_snapshot/{a}/{b}/_status/{c}@none+o POST:/_sql@7.0
        DELETE:/_sql/async/delete/{a}@8.14 GET:/_sql/async/status/{a}@8.14 GET:/_sql/async/{a}@8.14
        POST:/_sql/close@7.0 POST:/_sql/translate@7.0 GET:/_ssl/certificates@7.0 GET:/_stats@+do
        GET:/_stats/{a}@+do GET:/_synonyms@8.14 DELETE:/_synonyms/{a}@8.14 GET:/_synonyms/{a}@8.14
        PUT:/_synonyms/{a}@8.14 DELETE:/_synonyms/{a}/{b}@8.14 GET:/_synonyms/{a}/{b}@8.14
        PUT:/_synonyms/{a}/{b}@8.14 GET:/_tasks@+do POST:/_tasks/_cancel@+do GET:/_tasks/top_queries@none+o
        GET:/_tasks/{a}@+do POST:/_tasks/{a}/_cancel@+do GET:/_template@+do DELETE:/_template/{a}@+do
        GET:/_template/{a}@+do HEAD:/_template/{a}@+do PUT:/_template/{a}@+do
        GET:/_text_structure/find_field_structure@8.14 POST:/_text_structure/find_message_structure@8.14
        POST:/_text_structure/find_structure@8.14 POST:/_text_structure/test_grok_pattern@8.14
        POST:/_tier/{a}@none+o GET:/_transform@7.10 POST:/_transform/_preview@7.10
        POST:/_transform/_upgrade@8.14 DELETE:/_transform/{a}@7.10 GET:/_transform/{a}@7.10
        PUT:/_transform/{a}@7.10 POST:/_transform/{a}/_preview@8.14 POST:/_transform/{a}/_reset@8.14
        POST:/_transform/{a}/_schedule_now@8.14 POST:/_transform/{a}/_start@7.10 GET:/_transform/{a}/_stats@7.10
        POST:/_transform/{a}/_stop@7.10 POST:/_transform/{a}/_update@7.10
        POST:/_update_by_query/{a}/_rethrottle@+do GET:/_upgrade@-8.14+do POST:/_upgrade@-8.14+do
        GET:/_validate/query@-7.10 POST:/_validate/query@7.10+do POST:/_watcher/_query/watches@8.14
        POST:/_watcher/_start@7.0 POST:/_watcher/_stop@7.0 GET:/_watcher/settings@8.14
        PUT:/_watcher/settings@8.14 GET:/_watcher/stats@7.0 GET:/_watcher/stats/{a}@7.0
        PUT:/_watcher/watch/_execute@7.0 DELETE:/_watcher/watch/{a}@7.0 GET:/_watcher/watch/{a}@7.0
        PUT:/_watcher/watch/{a}@7.0 PUT:/_watcher/watch/{a}/_ack@7.0 PUT:/_watcher/watch/{a}/_ack/{b}@7.0
        PUT:/_watcher/watch/{a}/_activate@7.0 PUT:/_watcher/watch/{a}/_deactivate@7.0
        PUT:/_watcher/watch/{a}/_execute@7.0 GET:/_wlm/query_group@none+o PUT:/_wlm/query_group@none+o
        DELETE:/_wlm/query_group/{a}@none+o GET:/_wlm/query_group/{a}@none+o PUT:/_wlm/query_group/{a}@none+o
        GET:/_xpack GET:/_xpack/graph/_explore@-7.0 DELETE:/_xpack/license@-7.0 GET:/_xpack/license@-7.0
        PUT:/_xpack/license@-7.0 GET:/_xpack/migration/assistance@-7.0 GET:/_xpack/migration/assistance/{a}@-7.0
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
        PUT:/_xpack/watcher/watch/{a}/_execute@-7.0 DELETE:/{a}@+do GET:/{a}@+do HEAD:/{a}@+do
        POST:/{a}@7.0-8.14+d PUT:/{a}@+do GET:/{a}/_alias@+do HEAD:/{a}/_alias@-7.10 PUT:/{a}/_alias@none+o
        DELETE:/{a}/_alias/{b}@+do GET:/{a}/_alias/{b}@+do HEAD:/{a}/_alias/{b}@+do PUT:/{a}/_alias/{b}@+do
        GET:/{a}/_analyze@-7.10 POST:/{a}/_analyze@7.10+do POST:/{a}/_async_search@7.10
        PUT:/{a}/_block/{b}@7.10+do POST:/{a}/_bulk@-8.14+do PUT:/{a}/_bulk@8.14 PUT:/{a}/_bulk/stream@none+o
        POST:/{a}/_cache/clear@+do PUT:/{a}/_ccr/follow@7.0 POST:/{a}/_ccr/forget_follower@7.0
        GET:/{a}/_ccr/info@7.0 POST:/{a}/_ccr/pause_follow@7.0 POST:/{a}/_ccr/resume_follow@7.0
        GET:/{a}/_ccr/stats@7.0 POST:/{a}/_ccr/unfollow@7.0 PUT:/{a}/_clone/{b}@7.10+do POST:/{a}/_close@+do
        GET:/{a}/_count@-7.10 POST:/{a}/_count@7.10+do PUT:/{a}/_create/{b}@7.10+do
        POST:/{a}/_delete_by_query@+do POST:/{a}/_disk_usage@8.14 POST:/{a}/_doc@8.14+o PUT:/{a}/_doc@8.14+o
        DELETE:/{a}/_doc/{b}@8.14+o GET:/{a}/_doc/{b}@8.14+o HEAD:/{a}/_doc/{b}@8.14+o POST:/{a}/_doc/{b}@8.14+o
        PUT:/{a}/_doc/{b}@8.14+o POST:/{a}/_downsample/{b}@8.14 POST:/{a}/_eql/search@7.10
        POST:/{a}/_explain/{b}@7.10+do GET:/{a}/_field_caps@-7.10 POST:/{a}/_field_caps@7.10+do
        GET:/{a}/_field_usage_stats@8.14 POST:/{a}/_fleet/_fleet_msearch@8.14
        POST:/{a}/_fleet/_fleet_search@8.14 GET:/{a}/_fleet/global_checkpoints@8.14 POST:/{a}/_flush@+do
        POST:/{a}/_flush/synced@-8.14+d POST:/{a}/_forcemerge@+do POST:/{a}/_freeze@7.0-8.14+d
        GET:/{a}/_graph/explore@7.0-7.10 POST:/{a}/_graph/explore@7.10 GET:/{a}/_ilm/explain@7.0
        POST:/{a}/_ilm/remove@7.0 POST:/{a}/_ilm/retry@7.0 POST:/{a}/_knn_search@8.14
        GET:/{a}/_lifecycle/explain@8.14 GET:/{a}/_mapping@+do PUT:/{a}/_mapping@+do
        GET:/{a}/_mapping/field/{b}@+do GET:/{a}/_mapping/{b}@-8.14+d HEAD:/{a}/_mapping/{b}@-8.14+d
        PUT:/{a}/_mapping/{b}@-7.10 GET:/{a}/_mapping/{b}/field/{c}@-8.14+d GET:/{a}/_mget@-7.10
        POST:/{a}/_mget@7.10+do GET:/{a}/_migration/deprecations@7.0 GET:/{a}/_msearch@-7.10
        POST:/{a}/_msearch@7.10+do GET:/{a}/_msearch/template@-7.10 POST:/{a}/_msearch/template@7.10+do
        GET:/{a}/_mtermvectors@-7.10 POST:/{a}/_mtermvectors@7.10+do POST:/{a}/_mvt/{b}/{c}/{d}/{e}@8.14
        POST:/{a}/_open@+do POST:/{a}/_pit@7.10 GET:/{a}/_rank_eval@-7.10 POST:/{a}/_rank_eval@7.10+do
        GET:/{a}/_recovery@+do POST:/{a}/_refresh@+do GET:/{a}/_reload_search_analyzers@7.10-8.14
        POST:/{a}/_reload_search_analyzers@8.14 POST:/{a}/_rollover@+do POST:/{a}/_rollover/{b}@+do
        GET:/{a}/_rollup/data@7.0 GET:/{a}/_rollup_search@7.0-7.10 POST:/{a}/_rollup_search@7.10
        POST:/{a}/_scale@none+o GET:/{a}/_search@-7.10 POST:/{a}/_search@7.10+do
        POST:/{a}/_search/point_in_time@none+o GET:/{a}/_search/template@-7.10
        POST:/{a}/_search/template@7.10+do GET:/{a}/_search_shards@-8.14+do POST:/{a}/_search_shards@8.14
        POST:/{a}/_searchable_snapshots/cache/clear@7.10 GET:/{a}/_searchable_snapshots/stats@7.10
        GET:/{a}/_segments@+do GET:/{a}/_settings@+do PUT:/{a}/_settings@+do GET:/{a}/_settings/{b}@+do
        GET:/{a}/_shard_stores@+do PUT:/{a}/_shrink/{b}@+do GET:/{a}/_source/{b}@7.10+do
        HEAD:/{a}/_source/{b}@7.10+do PUT:/{a}/_split/{b}@+do GET:/{a}/_stats@+do GET:/{a}/_stats/{b}@+do
        POST:/{a}/_terms_enum@8.14 GET:/{a}/_termvectors@7.0-7.10 POST:/{a}/_termvectors@7.10+do
        POST:/{a}/_termvectors/{b}@7.10+do POST:/{a}/_tier/{b}@none+o POST:/{a}/_ubi/initialize@none+o
        POST:/{a}/_unfreeze@7.0+d POST:/{a}/_update/{b}@7.10+do POST:/{a}/_update_by_query@+do
        GET:/{a}/_upgrade@-8.14+do POST:/{a}/_upgrade@-8.14+do GET:/{a}/_validate/query@-7.10
        POST:/{a}/_validate/query@7.10+do GET:/{a}/_xpack/graph/_explore@-7.0
        GET:/{a}/_xpack/migration/deprecations@-8.14 DELETE:/{a}/{b}@7.0-8.14+d GET:/{a}/{b}@-8.14+d
        HEAD:/{a}/{b}@7.0-8.14+d POST:/{a}/{b}@-8.14+d PUT:/{a}/{b}@-8.14+d POST:/{a}/{b}/_bulk@-8.14+d
        GET:/{a}/{b}/_count@-7.10 POST:/{a}/{b}/_count@7.10-8.14+d PUT:/{a}/{b}/_create@7.0-8.14+d
        POST:/{a}/{b}/_delete_by_query@-8.14+d GET:/{a}/{b}/_explain@7.0-7.10 POST:/{a}/{b}/_explain@7.10-8.14+d
        GET:/{a}/{b}/_graph/explore@7.0-7.10 POST:/{a}/{b}/_graph/explore@7.10-8.14
        PUT:/{a}/{b}/_mapping@7.10-8.14+d GET:/{a}/{b}/_mget@-7.10 POST:/{a}/{b}/_mget@7.10-8.14+d
        GET:/{a}/{b}/_msearch@-7.0 POST:/{a}/{b}/_msearch@7.10-8.14+d GET:/{a}/{b}/_msearch/template@-7.0
        POST:/{a}/{b}/_msearch/template@7.10-8.14+d GET:/{a}/{b}/_mtermvectors@-7.10
        POST:/{a}/{b}/_mtermvectors@7.10-8.14+d GET:/{a}/{b}/_rollup_search@7.0-7.10
        POST:/{a}/{b}/_rollup_search@7.10-8.14 GET:/{a}/{b}/_search@-7.0 POST:/{a}/{b}/_search@7.10-8.14+d
        GET:/{a}/{b}/_search/template@-7.0 POST:/{a}/{b}/_search/template@7.10-8.14+d
        GET:/{a}/{b}/_search_shards@-7.0 GET:/{a}/{b}/_source@7.0-8.14+d HEAD:/{a}/{b}/_source@7.0-8.14+d
        GET:/{a}/{b}/_termvectors@-7.10 POST:/{a}/{b}/_termvectors@7.10-8.14+d POST:/{a}/{b}/_update@7.0-8.14+d
        POST:/{a}/{b}/_update_by_query@-8.14+d GET:/{a}/{b}/_validate/query@-7.10
        POST:/{a}/{b}/_validate/query@7.10-8.14+d GET:/{a}/{b}/_xpack/graph/_explore@-7.0
        DELETE:/{a}/{b}/{c}@-8.14+d GET:/{a}/{b}/{c}@-8.14+d HEAD:/{a}/{b}/{c}@-8.14+d POST:/{a}/{b}/{c}@-8.14+d
        PUT:/{a}/{b}/{c}@-8.14+d PUT:/{a}/{b}/{c}/_create@-8.14+d GET:/{a}/{b}/{c}/_explain@-7.10
        POST:/{a}/{b}/{c}/_explain@7.10-8.14+d GET:/{a}/{b}/{c}/_source@-8.14+d
        HEAD:/{a}/{b}/{c}/_source@-8.14+d GET:/{a}/{b}/{c}/_termvectors@-7.10
        POST:/{a}/{b}/{c}/_termvectors@7.10-8.14+d POST:/{a}/{b}/{c}/_update@-8.14+d
        """
}
