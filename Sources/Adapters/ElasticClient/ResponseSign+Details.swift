import ElasticRequests
import OrderedJSON

extension ResponseSign {
    /// Signs that are deep in the responses of single APIs; `Table` has those of all.
    static let details: [ResponseSign] = actions + simulations + models + reads

    /// Whether a member is there and says something.
    private static func hasError(_ value: JSON) -> Bool {
        value["error"].map { !$0.isNull && $0.bool != false && $0.string != "" } ?? false
    }

    private static func isFailedStatus(_ value: JSON?) -> Bool {
        guard let value else { return false }
        return (value.int ?? value.string.flatMap { Int($0) } ?? 0) >= 400
    }

    /// The values of a member that is an object by name, or a list.
    static func parts(_ value: JSON?) -> [JSON] { value?.array ?? value?.object?.map(\.value) ?? [] }

    /// How many parts failed, and why the first of them did.
    private static func failures(_ failed: [JSON], of count: Int, _ what: String) -> String? {
        guard let first = failed.first else { return nil }
        return "\(failed.count) of \(count) \(what)" + (first["error"].map(theFirst) ?? "")
    }

    private static let actions: [ResponseSign] = [
        // With the usual `filter_path` an answer has only this of its actions. A document that is deleted may be gone.
        .body("items.status") { body in
            let items = (body["items"]?.array ?? []).compactMap { $0.object?.first }
            let failed = items.count { item in
                let isGone = item.name == "delete" && item.value["status"]?.int == 404
                return isFailedStatus(item.value["status"]) && !hasError(item.value) && !isGone
            }
            return failed > 0 ? "\(failed) of \(items.count) actions failed by their status" : nil
        },
        .count("remote_store.shards.failed", of: "total", "shards failed"),
        .parts("applied_to_data_stream", of: "data_streams", "data streams were not changed") {
            $0["applied_to_data_stream"]?.bool == false
        },
        // Of synced flushes, which list their indices by name.
        .body("failed", concerns: { $0.ends(in: ["_flush", "synced"]) }) { body in
            let indices = (body.object ?? JSONObject()).filter { $0.name != "_shards" }.map(\.value)
            let failed = indices.count { ($0["failed"]?.int ?? 0) > 0 }
            return failed > 0 ? "shards failed in \(failed) of \(indices.count) indices" : nil
        },
        // Of alerts that are acknowledged.
        .body("failed") { body in
            guard body["success"]?.array != nil, let failed = body["failed"]?.array, !failed.isEmpty else { return nil }
            return "\(failed.count) failed"
        },
        .parts("error", of: "trigger_results", "triggers failed") { hasError($0) },
        .body("trigger_results.action_results.error") { body in
            let actions = parts(body["trigger_results"]).flatMap { parts($0["action_results"]) }
            return failures(actions.filter { hasError($0) }, of: actions.count, "actions failed")
        },
        .member("input_results.error") { error in
            hasError(["error": error]) ? "its input failed" + (reason(in: error).map { ": \($0)" } ?? "") : nil
        },
        .body("status_list.delivery_status.status_code") { body in
            let list = body["status_list"]?.array ?? []
            let failed = list.count { isFailedStatus($0["delivery_status"]?["status_code"]) }
            return failed > 0 ? "\(failed) of \(list.count) messages were not delivered" : nil
        },
        .body("delete_response_list") { body in
            let words = parts(body["delete_response_list"]).compactMap(\.string)
            let failed = words.filter(failedStates.contains)
            return failed.first.map { "\(failed.count) of \(words.count) were not deleted, the first: \($0)" }
        },
        .word("watch_record.result.input.status", failedStates, "the status of its input"),
        .word("watch_record.result.condition.status", failedStates, "the status of its condition"),
        .word("watch_record.result.transform.status", failedStates, "the status of its transform"),
        .denial("deleted", "not all of it was deleted"),
        .body("slices") { body in
            let slices = body["slices"]?.array ?? body["response"]?["slices"]?.array ?? []
            let failed = slices.filter { hasError($0) || $0["failures"]?.array?.isEmpty == false }
            return failures(failed, of: slices.count, "slices failed")
        },
        .body("_shards.failures") { body in
            // Where a count says it, that is reported.
            guard (body["_shards"]?["failed"]?.int ?? 0) == 0, let list = body["_shards"]?["failures"]?.array,
                let first = list.first
            else { return nil }
            return "\(list.count) failed" + theFirst(first)
        },
    ]

    /// Of what is only tried out.
    private static let simulations: [ResponseSign] = [
        .body("docs.processor_results.error") { body in
            let results = (body["docs"]?.array ?? []).flatMap { $0["processor_results"]?.array ?? [] }
            return failures(results.filter { hasError($0) }, of: results.count, "processors failed")
        },
        .body("docs.doc.error") { body in
            let docs = (body["docs"]?.array ?? []).compactMap { $0["doc"] }
            return failures(docs.filter { hasError($0) }, of: docs.count, "documents failed")
        },
        .word("results.result", ["fail"], "the result"),
        .failures("issues_detected"),
    ]

    private static let models: [ResponseSign] = [
        .parts("error", of: "inference_results", "inferences failed") { hasError($0) },
        .parts("status_code", of: "inference_results", "inferences failed") { isFailedStatus($0["status_code"]) },
        .word("model_state", ["DEPLOY_FAILED", "LOAD_FAILED", "REGISTER_FAILED"], "its state"),
    ]

    private static let reads: [ResponseSign] = [
        .body("complete", concerns: { $0.ends(in: ["_terms_enum"]) }) { body in
            body["complete"]?.bool == false ? "the result is not complete" : nil
        },
        .body("valid", concerns: { $0.ends(in: ["_validate", "query"]) }) { body in
            body["valid"]?.bool == false ? "the query is not valid" : nil
        },
        .count("failed_indices", "indices failed"),
        .body("indices.shards.fatal_exception") { body in
            let shards = (body["indices"]?.array ?? []).flatMap { $0["shards"]?.array ?? [] }
            let failed = shards.compactMap { $0["fatal_exception"] }.filter { !$0.isNull }
            guard let first = failed.first else { return nil }
            return "\(failed.count) of \(shards.count) shards failed" + theFirst(first)
        },
        // In a list of all of them one that failed says nothing of this request.
        failedOnes("transforms"), failedOnes("jobs"), failedOnes("data_frame_analytics"),
    ]

    private static func failedOnes(_ list: String) -> ResponseSign {
        .body("\(list).state", concerns: \.namesOneForStatistics) { body in
            let failed = (body[list]?.array ?? []).filter { $0["state"]?.string == "failed" }
            guard let first = failed.first else { return nil }
            return "its state is failed" + (reason(in: first).map { ": \($0)" } ?? "")
        }
    }
}
