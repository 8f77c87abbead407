/// Responses with each sign, and what is said of them.
extension ResponseSignTests {
    static let details = [
        Row("errors", #"{"errors":"true","items":[]}"#, "it says that a part failed"),
        Row("errors", #"{"errors":1}"#, "it says that a part failed"),
        Row("acknowledged", #"{"acknowledged":"false"}"#, "not every node confirmed it in time"),
        Row("success", #"{"success":"false"}"#, "it was not done"),
        Row("failures", #"{"failures":{"n":{"reason":"x"}}}"#, "a part of it failed"),
        Row(
            "items.status",
            #"{"items":[{"index":{"status":500}},{"delete":{"status":404}},{"create":{"status":201}}]}"#,
            "1 of 3 actions failed by their status", path: "/_bulk"),
        Row(
            "remote_store.shards.failed", #"{"remote_store":{"shards":{"total":2,"failed":2,"successful":0}}}"#,
            "2 of 2 shards failed"),
        Row(
            "data_streams.applied_to_data_stream",
            #"{"data_streams":[{"name":"d","applied_to_data_stream":false,"error":"Cannot set it"}]}"#,
            "1 of 1 data streams were not changed, the first: Cannot set it"),
        Row(
            "failed", #"{"_shards":{"total":2,"failed":0},"x":{"total":2,"successful":1,"failed":1}}"#,
            "shards failed in 1 of 1 indices", path: "/_flush/synced"),
        Row("failed", #"{"success":[],"failed":[{"a1":"it cannot be acknowledged"}]}"#, "1 failed"),
        Row(
            "trigger_results.error", #"{"error":null,"trigger_results":{"t":{"error":"script error"}}}"#,
            "1 of 1 triggers failed, the first: script error"),
        Row(
            "trigger_results.action_results.error",
            #"{"trigger_results":{"t":{"error":null,"action_results":{"a":{"error":"refused"},"b":{"error":""}}}}}"#,
            "1 of 2 actions failed, the first: refused"),
        Row(
            "input_results.error", #"{"input_results":{"results":[],"error":"no such index"}}"#,
            "its input failed: no such index"),
        Row(
            "status_list.delivery_status.status_code",
            #"{"status_list":[{"delivery_status":{"status_code":"500"}},{"delivery_status":{"status_code":"200"}}]}"#,
            "1 of 2 messages were not delivered"),
        Row(
            "delete_response_list", #"{"delete_response_list":{"x":"NOT_FOUND","y":"OK"}}"#,
            "1 of 2 were not deleted, the first: NOT_FOUND"),
        Row(
            "watch_record.result.input.status", #"{"watch_record":{"result":{"input":{"status":"failure"}}}}"#,
            "the status of its input is failure"),
        Row(
            "watch_record.result.condition.status", #"{"watch_record":{"result":{"condition":{"status":"failure"}}}}"#,
            "the status of its condition is failure"),
        Row(
            "watch_record.result.transform.status", #"{"watch_record":{"result":{"transform":{"status":"failure"}}}}"#,
            "the status of its transform is failure"),
        Row("deleted", #"{"deleted":false}"#, "not all of it was deleted"),
        Row(
            "slices", #"{"slices":[{"slice_id":0,"failures":[{"cause":{}}]},{"failures":[]}],"failures":[]}"#,
            "1 of 2 slices failed"),
        Row(
            "slices", #"{"completed":true,"response":{"slices":[{"error":"gone"}]}}"#,
            "1 of 1 slices failed, the first: gone"),
        Row(
            "_shards.failures", #"{"_shards":{"failed":0,"failures":[{"reason":{"reason":"x"}}]}}"#,
            "1 failed, the first: x"),
        Row(
            "docs.processor_results.error",
            #"{"docs":[{"processor_results":[{"status":"success"},{"status":"error","error":{"reason":"x"}}]}]}"#,
            "1 of 2 processors failed, the first: x"),
        Row(
            "docs.doc.error", #"{"docs":[{"doc":{"_index":"x","error":{"reason":"bad"}}}]}"#,
            "1 of 1 documents failed, the first: bad"),
        Row("results.result", #"{"log":[],"results":{"result":"fail"}}"#, "the result is fail"),
        Row("issues_detected", #"{"issues_detected":["x failed"]}"#, "1 failed, the first: x failed"),
        Row(
            "inference_results.error", #"{"inference_results":[{"error":"no"},{"predicted_value":1}]}"#,
            "1 of 2 inferences failed, the first: no"),
        Row(
            "inference_results.status_code", #"{"inference_results":[{"output":[],"status_code":500}]}"#,
            "1 of 1 inferences failed"),
        Row("model_state", #"{"name":"m","model_state":"DEPLOY_FAILED"}"#, "its state is DEPLOY_FAILED"),
        Row("complete", #"{"terms":[],"complete":false}"#, "the result is not complete", path: "/a/_terms_enum"),
        Row("valid", #"{"valid":false}"#, "the query is not valid", path: "/a/_validate/query"),
        Row("failed_indices", #"{"indices":[],"fields":{},"failed_indices":1}"#, "1 indices failed"),
        Row(
            "indices.shards.fatal_exception",
            #"{"indices":[{"shards":[{"shard_id":0,"fatal_exception":{"reason":"gone"}},{"shard_id":1}]}]}"#,
            "1 of 2 shards failed, the first: gone", path: "/f/_ccr/stats"),
        Row(
            "transforms.state", #"{"transforms":[{"id":"t","state":"failed","reason":"task failed"}]}"#,
            "its state is failed: task failed", path: "/_transform/t/_stats"),
        Row(
            "jobs.state", #"{"jobs":[{"job_id":"j","state":"failed"}]}"#, "its state is failed",
            path: "/_ml/anomaly_detectors/j/_stats"),
        Row(
            "data_frame_analytics.state", #"{"data_frame_analytics":[{"id":"j","state":"failed"}]}"#,
            "its state is failed", path: "/_ml/data_frame/analytics/j/_stats"),
    ]

    static let common = [
        Row(
            "errors", #"{"errors":true,"items":[{"index":{"error":{"reason":"bad"}}},{"index":{}}]}"#,
            "1 of 2 actions failed, the first: bad"),
        Row(
            "errors", #"{"errors":true,"action_results":[{"status":404,"error":{"reason":"bad"}},{"status":200}]}"#,
            "1 of 2 actions failed, the first: bad"),
        Row("errors", #"{"errors":true}"#, "it says that a part failed"),
        Row("errors.count", #"{"errors":{"count":2,"details":{}}}"#, "2 changes failed"),
        Row("error_count", #"{"invalidated_api_keys":[],"error_count":1}"#, "1 changes failed"),
        Row(
            "responses.error",
            #"{"took":1,"responses":[{"hits":{}},{"error":{"type":"t","reason":"all shards failed"},"status":400}]}"#,
            "1 of 2 searches failed, the first: all shards failed"),
        Row(
            "docs.error",
            #"{"docs":[{"_id":"1","error":{"type":"index_not_found_exception","reason":"no such index"}}]}"#,
            "1 of 1 documents failed, the first: no such index"),
        Row(
            "items._shards.failed", #"{"errors":false,"items":[{"index":{"status":201,"_shards":{"failed":1}}}]}"#,
            "shards failed in 1 of 1 actions"),
        Row("errors", #"{"errors":["boom"]}"#, "1 errors, the first: boom"),
        Row("errors", #"{"errors":{"a":"boom"}}"#, "a part of it failed"),
        Row(
            "responses._clusters.failed", #"{"responses":[{"_clusters":{"failed":1}},{}]}"#,
            "clusters failed in 1 of 2 searches"),
        Row("shard_failures", #"{"shard_failures":[{"reason":{"type":"t","reason":"x"}}]}"#, "1 failed, the first: x"),
        Row(
            "responses.snapshots.state", #"{"responses":[{"snapshots":[{"state":"PARTIAL"}]}]}"#,
            "the snapshot is PARTIAL", path: "/_snapshot/b/s"),
        Row(
            "reload_analyzers_details._shards.failed",
            #"{"result":"updated","reload_analyzers_details":{"_shards":{"total":2,"failed":1}}}"#,
            "1 of 2 shards failed"),
        Row(
            "assignment.assignment_state", #"{"assignment":{"assignment_state":"failed"}}"#, "its state is failed"),
        Row("migration_status", #"{"migration_status":"ERROR"}"#, "its status is ERROR"),
        Row(
            "features.status", #"{"features":[{"feature_name":"a","status":"FAILURE"},{"status":"SUCCESS"}]}"#,
            "1 of 2 features failed"),
        Row("pits.successful", #"{"pits":[{"successful":false,"pit_id":"x"}]}"#, "1 of 1 contexts were not deleted"),
        Row(
            "watch_record.result.actions.status",
            #"{"watch_record":{"state":"executed","result":{"actions":[{"id":"a","status":"failure"}]}}}"#,
            "1 of 1 actions failed"),
        Row(
            "explanations",
            #"{"acknowledged":true,"explanations":[{"command":"move","decisions":[{"decision":"YES"}]},{"command":"cancel","decisions":[{"decision":"NO","explanation":"shard is primary and started"}]}]}"#,
            "1 of 2 commands are refused, the first: shard is primary and started"),
        Row("success", #"{"success":false}"#, "it was not done"), Row("ok", #"{"ok":false}"#, "it was not done"),
        Row("status", #"{"status":"BAD_REQUEST","message":"x"}"#, "its status is BAD_REQUEST"),
        Row("_shards.failed", #"{"_shards":{"total":1,"failed":"1"}}"#, "1 of 1 shards failed"),
        Row("timed_out", #"{"timed_out":true}"#, "the result is not complete"),
        Row("_shards.failed", #"{"_shards":{"total":5,"failed":2}}"#, "2 of 5 shards failed"),
        Row("_clusters.failed", #"{"_clusters":{"total":2,"failed":1}}"#, "1 of 2 clusters failed"),
        Row(
            "responses._shards.failed", #"{"responses":[{"_shards":{"failed":1}},{"_shards":{"failed":0}}]}"#,
            "shards failed in 1 of 2 searches"),
        Row("responses.timed_out", #"{"responses":[{"timed_out":true}]}"#, "the result is not complete"),
        Row("is_partial", #"{"is_partial":true,"is_running":false}"#, "the result is not complete"),
        Row(
            "rolled_over", #"{"acknowledged":false,"rolled_over":false,"dry_run":false}"#,
            "its conditions are not met, so nothing was rolled over"),
        Row("acknowledged", #"{"acknowledged":false}"#, "not every node confirmed it in time"),
        Row("snapshot.state", #"{"snapshot":{"state":"PARTIAL"}}"#, "the snapshot is PARTIAL"),
        Row("snapshot.state", #"{"snapshot":{"state":"FAILED"}}"#, "the snapshot is FAILED"),
        Row("snapshot.state", #"{"snapshot":{"state":"ABORTED"}}"#, "the snapshot is ABORTED"),
        Row(
            "snapshots.state", #"{"snapshots":[{"state":"PARTIAL"}]}"#, "the snapshot is PARTIAL",
            path: "/_snapshot/r/s"),
        Row(
            "snapshots.state", #"{"snapshots":[{"state":"FAILED"}]}"#, "the snapshot is FAILED",
            path: "/_snapshot/r/s/_status"),
        Row(
            "snapshots.shards.failed", #"{"snapshots":[{"state":"SUCCESS","shards":{"total":2,"failed":1}}]}"#,
            "1 shards failed", path: "/_snapshot/r/s"),
        Row(
            "snapshots.shards.failed", #"{"snapshots":[{"shards_stats":{"failed":2}}]}"#, "2 shards failed",
            path: "/_snapshot/r/s/_status"),
        Row("snapshot.shards.failed", #"{"snapshot":{"shards":{"total":3,"failed":1}}}"#, "1 of 3 shards failed"),
        Row(
            "snapshot.failures", #"{"snapshot":{"failures":[{"index":"a","reason":"boom"}]}}"#,
            "1 failed, the first: boom"),
        Row(
            "failures", #"{"took":1,"failures":[{"index":"a","cause":{"type":"t","reason":"x"},"status":400}]}"#,
            "1 failed, the first: x"),
        Row("failures", #"{"updated_indices":0,"failures":true,"failed_indices":[]}"#, "a part of it failed"),
        Row("failures", #"{"failures":{"a":1}}"#, "a part of it failed"),
        Row("has_failures", #"{"has_failures":true,"failed_indexes":["a"]}"#, "a part of it failed"),
        Row(
            "version_conflicts", #"{"updated":1,"version_conflicts":3,"failures":[]}"#,
            "3 documents were changed by others in the meantime, and were not updated"),
        Row("error", #"{"completed":true,"task":{},"error":{"type":"t","reason":"no such index"}}"#, "no such index"),
        Row("error", #"{"error":"gone"}"#, "gone"),
        Row(
            "response.failures", #"{"completed":true,"response":{"failures":[{"cause":{"reason":"x"}}]}}"#,
            "1 failed, the first: x"),
        Row(
            "response.version_conflicts", #"{"completed":true,"response":{"version_conflicts":1}}"#,
            "1 document was changed by others in the meantime, and was not updated"),
        Row("response.timed_out", #"{"completed":true,"response":{"timed_out":true}}"#, "the result is not complete"),
        Row(
            "response._shards.failed", #"{"id":"x","response":{"_shards":{"total":2,"failed":1}}}"#,
            "1 of 2 shards failed"),
        Row("canceled", #"{"created":2,"canceled":"by user request"}"#, "it was cancelled by user request"),
        Row(
            "response.canceled", #"{"completed":true,"response":{"canceled":"by user request"}}"#,
            "it was cancelled by user request"),
        Row("task.cancelled", #"{"completed":true,"task":{"cancelled":true}}"#, "it was cancelled"),
        Row(
            "items.error", #"{"errors":false,"items":[{"index":{"error":{"reason":"bad"}}}]}"#,
            "1 of 1 actions failed, the first: bad"),
        Row(
            "responses.status", #"{"responses":[{"status":503},{"status":200}]}"#,
            "1 of 2 searches failed by their status"),
        Row("error", #"[{"ok":true},{"error":"boom"}]"#, "1 of 2 parts failed, the first: boom"),
        Row("_shards.failed", #"{"_shards":{"failed":1e999999999}}"#, "1e999999999 shards failed"),
        Row("_shards.failed", #"{"_shards":{"total":2,"failed":0.5}}"#, "0.5 of 2 shards failed"),
        Row("status", #"{"status":503}"#, "its own status is 503"),
        Row("status", #"{"task_id":"x","status":"FAILED"}"#, "its status is FAILED"),
        Row("state", #"{"state":"FAILED"}"#, "its state is FAILED"),
        Row("status.phase", #"{"status":{"phase":"FAILED"}}"#, "its phase is FAILED"),
        Row("completion_status", #"{"id":"x","completion_status":500}"#, "its own status is 500"),
        Row("license_status", #"{"acknowledged":true,"license_status":"invalid"}"#, "the licence is invalid"),
        Row("watch_record.state", #"{"watch_record":{"state":"failed"}}"#, "its state is failed"),
        Row(
            "indices.closed",
            #"{"acknowledged":true,"indices":{"a":{"closed":false,"exception":{"type":"t","reason":"busy"}},"b":{"closed":true}}}"#,
            "1 of 2 indices were not closed, the first: busy"),
        Row(
            "indices.blocked", #"{"acknowledged":true,"indices":[{"name":"a","blocked":false}]}"#,
            "1 of 1 indices were not blocked"),
        Row(
            "nodes.reload_exception",
            #"{"_nodes":{"failed":0},"nodes":{"x":{"name":"n"},"y":{"reload_exception":{"type":"t","reason":"wrong"}}}}"#,
            "1 of 2 nodes failed, the first: wrong"),
        Row("succeeded", #"{"succeeded":false,"num_freed":0}"#, "not all of it was done"),
        Row("accepted", #"{"accepted":false}"#, "it was not accepted"),
        Row("opened", #"{"opened":false}"#, "it was not opened"),
        Row("closed", #"{"closed":false}"#, "it was not closed"),
        Row("started", #"{"started":false}"#, "it was not started"),
        Row("stopped", #"{"stopped":false}"#, "it was not stopped"),
        Row("trial_was_started", #"{"trial_was_started":false}"#, "the trial was not started"),
        Row("basic_was_started", #"{"basic_was_started":false}"#, "the licence was not changed"),
        Row(
            "index_following_started",
            #"{"follow_index_created":true,"follow_index_shards_acked":true,"index_following_started":false}"#,
            "the index does not follow its leader"),
        Row("_nodes.failed", #"{"_nodes":{"total":3,"failed":1}}"#, "1 of 3 nodes failed"),
        Row("node_failures", #"{"node_failures":[{"type":"t","reason":"gone"}]}"#, "1 failed, the first: gone"),
        Row(
            "task_failures", #"{"task_failures":[{"reason":{"type":"t","reason":"gone"}}]}"#,
            "1 failed, the first: gone"),
        Row(
            "shards_acknowledged", #"{"acknowledged":true,"shards_acknowledged":false}"#,
            "the shards that were waited for are not ready yet"),
        Row("_clusters.skipped", #"{"_clusters":{"total":2,"skipped":1}}"#, "1 of 2 clusters were skipped"),
        Row(
            "_clusters.partial", #"{"_clusters":{"total":2,"partial":1}}"#,
            "1 of 2 clusters returned only a part of the result"),
    ]
}
