extension WritingAPI {
    /// Made by `tools/client-apis` from the rows of the clients that are decided as `write`.
    static let paths = """
        * */* */*/* */*/*/_create */*/*/_update */*/_bulk */*/_create */*/_mapping */*/_update
        */*/_update_by_query */_alias */_alias/* */_block/* */_bulk */_bulk/stream */_cache/clear */_ccr/follow
        */_ccr/pause_follow */_ccr/resume_follow */_clone/* */_close */_create/* */_doc */_doc/* */_downsample/*
        */_flush */_flush/synced */_forcemerge */_freeze */_ilm/remove */_ilm/retry */_mapping */_mapping/*
        */_open */_reload_search_analyzers */_rollover */_rollover/* */_rollup/*
        */_searchable_snapshots/cache/clear */_settings */_shrink/* */_split/* */_unfreeze */_update/*
        */_update_by_query */_upgrade _alias _alias/* _aliases _application/analytics/*
        _application/analytics/*/event/* _application/search_application/* _autoscaling/policy/* _bulk
        _bulk/stream _cache/clear _ccr/auto_follow/* _ccr/auto_follow/*/pause _ccr/auto_follow/*/resume
        _cluster/decommission/awareness/*/* _cluster/routing/awareness/*/weights _cluster/settings
        _cluster/voting_config_exclusions _component_template/* _connector _connector/* _connector/*/_api_key_id
        _connector/*/_check_in _connector/*/_configuration _connector/*/_error _connector/*/_features
        _connector/*/_filtering _connector/*/_filtering/_activate _connector/*/_filtering/_validation
        _connector/*/_index_name _connector/*/_last_sync _connector/*/_name _connector/*/_native
        _connector/*/_pipeline _connector/*/_scheduling _connector/*/_service_type _connector/*/_status
        _connector/_sync_job _connector/_sync_job/*/_cancel _connector/_sync_job/*/_check_in
        _connector/_sync_job/*/_claim _connector/_sync_job/*/_error _connector/_sync_job/*/_stats
        _create_from/*/* _dangling/* _data_frame/transforms/* _data_frame/transforms/*/_start
        _data_frame/transforms/*/_stop _data_stream/* _data_stream/*/_lifecycle _data_stream/*/_options
        _data_stream/*/_settings _data_stream/_migrate/* _data_stream/_promote/* _delete_by_query/*/_rethrottle
        _enrich/policy/* _enrich/policy/*/_execute _flush _flush/synced _forcemerge _ilm/migrate_to_data_tiers
        _ilm/move/* _ilm/policy/* _ilm/start _ilm/stop _index_template/* _inference/* _inference/*/*
        _inference/*/*/_update _inference/*/_update _inference/completion/* _inference/rerank/*
        _inference/sparse_embedding/* _inference/text_embedding/* _ingest/geoip/database/*
        _ingest/ip_location/database/* _ingest/pipeline/* _license _license/start_basic _license/start_trial
        _logstash/pipeline/* _ltr _ltr/* _ltr/*/_clearcache _ltr/_clearcache _mapping _mapping/*
        _migration/reindex _migration/reindex/*/_cancel _migration/system_features _ml/anomaly_detectors/*
        _ml/anomaly_detectors/*/_close _ml/anomaly_detectors/*/_data _ml/anomaly_detectors/*/_flush
        _ml/anomaly_detectors/*/_forecast _ml/anomaly_detectors/*/_open _ml/anomaly_detectors/*/_update
        _ml/anomaly_detectors/*/model_snapshots/*/_update _ml/anomaly_detectors/*/model_snapshots/*/_upgrade
        _ml/calendars/* _ml/calendars/*/events _ml/calendars/*/jobs/* _ml/data_frame/analytics/*
        _ml/data_frame/analytics/*/_start _ml/data_frame/analytics/*/_stop _ml/data_frame/analytics/*/_update
        _ml/datafeeds/* _ml/datafeeds/*/_start _ml/datafeeds/*/_stop _ml/datafeeds/*/_update _ml/filters/*
        _ml/filters/*/_update _ml/set_upgrade_mode _ml/trained_models/* _ml/trained_models/*/definition/*
        _ml/trained_models/*/deployment/_start _ml/trained_models/*/deployment/_stop
        _ml/trained_models/*/deployment/_update _ml/trained_models/*/deployment/cache/_clear
        _ml/trained_models/*/model_aliases/* _ml/trained_models/*/vocabulary _monitoring/*/bulk _monitoring/bulk
        _nodes/*/reload_secure_settings _nodes/*/shutdown _nodes/reload_secure_settings
        _plugins/_alerting/destinations _plugins/_alerting/destinations/* _plugins/_alerting/monitors
        _plugins/_alerting/monitors/* _plugins/_alerting/monitors/*/_acknowledge/alerts
        _plugins/_alerting/monitors/*/_execute _plugins/_flow_framework/workflow
        _plugins/_flow_framework/workflow/* _plugins/_flow_framework/workflow/*/_provision _plugins/_ism/add/*
        _plugins/_ism/change_policy/* _plugins/_ism/policies/* _plugins/_ism/remove/* _plugins/_ism/retry/*
        _plugins/_knn/models/*/_train _plugins/_knn/models/_train _plugins/_ml/_execute/*
        _plugins/_ml/_predict/*/* _plugins/_ml/_train/* _plugins/_ml/_train_predict/*
        _plugins/_ml/agents/*/_execute _plugins/_ml/agents/_register _plugins/_ml/connectors/*
        _plugins/_ml/connectors/_create _plugins/_ml/controllers/* _plugins/_ml/memory _plugins/_ml/memory/*
        _plugins/_ml/memory/*/messages _plugins/_ml/memory/message/* _plugins/_ml/model_groups/*
        _plugins/_ml/model_groups/_register _plugins/_ml/models/* _plugins/_ml/models/*/_deploy
        _plugins/_ml/models/*/_load _plugins/_ml/models/*/_predict _plugins/_ml/models/*/_undeploy
        _plugins/_ml/models/*/_unload _plugins/_ml/models/*/chunk/* _plugins/_ml/models/*/upload_chunk/*
        _plugins/_ml/models/_register _plugins/_ml/models/_register_meta _plugins/_ml/models/_undeploy
        _plugins/_ml/models/_unload _plugins/_ml/models/_upload _plugins/_ml/models/meta
        _plugins/_notifications/configs _plugins/_notifications/configs/* _plugins/_observability/object
        _plugins/_observability/object/* _plugins/_query/_datasources _plugins/_query/settings
        _plugins/_replication/*/_pause _plugins/_replication/*/_resume _plugins/_replication/*/_start
        _plugins/_replication/*/_update _plugins/_replication/_autofollow _plugins/_rollup/jobs/*
        _plugins/_rollup/jobs/*/_start _plugins/_rollup/jobs/*/_stop _plugins/_security/api/_upgrade_perform
        _plugins/_security/api/account _plugins/_security/api/actiongroups _plugins/_security/api/actiongroups/*
        _plugins/_security/api/allowlist _plugins/_security/api/audit _plugins/_security/api/audit/config
        _plugins/_security/api/authtoken _plugins/_security/api/cache
        _plugins/_security/api/generateonbehalfoftoken _plugins/_security/api/internalusers
        _plugins/_security/api/internalusers/* _plugins/_security/api/internalusers/*/authtoken
        _plugins/_security/api/migrate _plugins/_security/api/nodesdn _plugins/_security/api/nodesdn/*
        _plugins/_security/api/roles _plugins/_security/api/roles/* _plugins/_security/api/rolesmapping
        _plugins/_security/api/rolesmapping/* _plugins/_security/api/securityconfig
        _plugins/_security/api/securityconfig/config _plugins/_security/api/ssl/http/reloadcerts
        _plugins/_security/api/ssl/transport/reloadcerts _plugins/_security/api/tenancy/config
        _plugins/_security/api/tenants _plugins/_security/api/tenants/* _plugins/_security/api/user/*
        _plugins/_security/api/user/*/authtoken _plugins/_sm/policies/* _plugins/_sm/policies/*/_start
        _plugins/_sm/policies/*/_stop _plugins/_transform/* _plugins/_transform/*/_start
        _plugins/_transform/*/_stop _plugins/geospatial/geojson/_upload _plugins/geospatial/ip2geo/datasource/*
        _plugins/geospatial/ip2geo/datasource/*/_settings _query_rules/* _query_rules/*/_rule/* _reindex
        _reindex/*/_rethrottle _reindex/_rethrottle _rollup/job/* _rollup/job/*/_start _rollup/job/*/_stop
        _scripts/* _scripts/*/* _search/pipeline/* _searchable_snapshots/cache/clear _security/api_key
        _security/api_key/* _security/api_key/*/_clear_cache _security/api_key/_bulk_update
        _security/api_key/grant _security/cross_cluster/api_key _security/cross_cluster/api_key/*
        _security/delegate_pki _security/oauth2/token _security/oidc/authenticate _security/oidc/logout
        _security/oidc/prepare _security/privilege _security/privilege/*/_clear_cache _security/profile/*/_data
        _security/profile/*/_disable _security/profile/*/_enable _security/profile/_activate
        _security/realm/*/_clear_cache _security/role _security/role/* _security/role/*/_clear_cache
        _security/role_mapping/* _security/saml/authenticate _security/saml/complete_logout
        _security/saml/invalidate _security/saml/logout _security/saml/prepare
        _security/service/*/*/credential/token _security/service/*/*/credential/token/*
        _security/service/*/*/credential/token/*/_clear_cache _security/settings _security/user/*
        _security/user/*/_disable _security/user/*/_enable _security/user/*/_password _security/user/_password
        _settings _slm/policy/* _slm/policy/*/_execute _slm/start _slm/stop _snapshot/* _snapshot/*/*
        _snapshot/*/*/_clone/* _snapshot/*/*/_mount _snapshot/*/_analyze _synonyms/* _synonyms/*/*
        _tasks/*/_cancel _tasks/_cancel _template/* _transform/* _transform/*/_schedule_now _transform/*/_start
        _transform/*/_stop _transform/*/_update _transform/_upgrade _transform/set_upgrade_mode
        _update_by_query/*/_rethrottle _upgrade _watcher/_start _watcher/_stop _watcher/settings
        _watcher/watch/* _watcher/watch/*/_ack _watcher/watch/*/_ack/* _watcher/watch/*/_activate
        _watcher/watch/*/_deactivate _watcher/watch/*/_execute _watcher/watch/_execute _wlm/query_group
        _wlm/query_group/* _xpack/license _xpack/migration/upgrade/* _xpack/ml/anomaly_detectors/*
        _xpack/ml/anomaly_detectors/*/_close _xpack/ml/anomaly_detectors/*/_data
        _xpack/ml/anomaly_detectors/*/_flush _xpack/ml/anomaly_detectors/*/_forecast
        _xpack/ml/anomaly_detectors/*/_open _xpack/ml/anomaly_detectors/*/_update
        _xpack/ml/anomaly_detectors/*/model_snapshots/*/_update _xpack/ml/datafeeds/*
        _xpack/ml/datafeeds/*/_start _xpack/ml/datafeeds/*/_stop _xpack/ml/datafeeds/*/_update
        _xpack/ml/filters/* _xpack/monitoring/*/_bulk _xpack/monitoring/_bulk _xpack/security/oauth2/token
        _xpack/security/realm/*/_clear_cache _xpack/security/role/* _xpack/security/role/*/_clear_cache
        _xpack/security/role_mapping/* _xpack/security/user/* _xpack/security/user/*/_disable
        _xpack/security/user/*/_enable _xpack/security/user/*/_password _xpack/security/user/_disable
        _xpack/security/user/_enable _xpack/security/user/_password _xpack/watcher/_restart
        _xpack/watcher/_start _xpack/watcher/_stop _xpack/watcher/watch/* _xpack/watcher/watch/*/_ack
        _xpack/watcher/watch/*/_ack/* _xpack/watcher/watch/*/_activate _xpack/watcher/watch/*/_deactivate
        _xpack/watcher/watch/*/_execute _xpack/watcher/watch/_execute
        """
}
