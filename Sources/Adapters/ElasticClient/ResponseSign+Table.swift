import ElasticRequests
import OrderedJSON
import RunbookModel

extension ResponseSign {
    /// All signs, in the order in which they are reported; each has a test.
    static let table: [ResponseSign] = bulk + results + snapshots + tasks + nodes + states + details + warnings

    /// The places in the table of the signs that a body may have: most need a member that most bodies lack.
    static func places(for body: JSON) -> [Int] {
        let names = Set(body.object?.names ?? [])
        return (placesForAll + names.flatMap { placesByMember[$0] ?? [] }).sorted()
    }

    private static let placesForAll = table.indices.filter { table[$0].needed == nil }

    private static let placesByMember: [String: [Int]] = table.indices.reduce(into: [:]) { places, index in
        if let name = table[index].needed { places[name, default: []].append(index) }
    }

    private static let bulk: [ResponseSign] = [
        .body("errors") { body in
            let said = body["errors"]
            guard says(true, said) || (said?.int ?? 0) > 0 else { return nil }
            // Aliases have one result for each action, without a name around it.
            let results = body["action_results"]?.array?.map { $0["error"] }
            let items = results ?? (body["items"]?.array ?? []).map { $0.object?.first?.value["error"] }
            let errors = items.compactMap(\.self).filter { !$0.isNull }
            guard let first = errors.first else { return "it says that a part failed" }
            return "\(errors.count) of \(items.count) actions failed" + theFirst(first)
        },
        .count("errors.count", "changes failed"),
        .count("error_count", "changes failed"),
        .body("items.error") { body in
            // Where `errors` says it, it is reported by that.
            guard body["errors"]?.bool != true, let items = body["items"]?.array else { return nil }
            let errors = items.compactMap { $0.object?.first?.value["error"] }.filter { !$0.isNull }
            guard let first = errors.first else { return nil }
            return "\(errors.count) of \(items.count) actions failed"
                + theFirst(first)
        },
        .items("responses", "searches"),
        .parts("status", of: "responses", "searches failed by their status") { item in
            item["error"] == nil && (item["status"]?.int ?? 0) >= 400
        },
        .items("docs", "documents"),
        .body("items._shards.failed") { body in
            failed("_shards", in: (body["items"]?.array ?? []).compactMap { $0.object?.first?.value }, "actions")
        },
        .body("errors") { body in
            guard let errors = body["errors"] else { return nil }
            if let list = errors.array, let first = list.first {
                return "\(list.count) errors" + theFirst(first)
            }
            // A count has a sign of its own.
            guard let object = errors.object, !object.isEmpty, object["count"] == nil, !isDefinition(object) else {
                return nil
            }
            return "a part of it failed"
        },
    ]

    /// In how many parts of a response shards or clusters failed.
    private static func failed(_ what: String, in parts: [JSON], _ noun: String) -> String? {
        let failed = parts.count { ($0[what]?["failed"]?.int ?? 0) > 0 }
        return failed > 0 ? "\(what.dropFirst()) failed in \(failed) of \(parts.count) \(noun)" : nil
    }

    private static let results: [ResponseSign] = [
        .member("timed_out") { says(true, $0) ? "the result is not complete" : nil },
        .count("_shards.failed", of: "total", "shards failed"),
        .count("_clusters.failed", of: "total", "clusters failed"),
        .body("responses._shards.failed") { body in
            failed("_shards", in: body["responses"]?.array ?? [], "searches")
        },
        .body("responses._clusters.failed") { body in
            failed("_clusters", in: body["responses"]?.array ?? [], "searches")
        },
        .failures("shard_failures"),
        .body("responses.timed_out") { body in
            let parts = body["responses"]?.array ?? []
            return parts.contains { $0["timed_out"]?.bool == true } ? "the result is not complete" : nil
        },
        .body("is_partial") { body in
            body["is_partial"]?.bool == true && body["is_running"]?.bool != true ? "the result is not complete" : nil
        },
        .body("rolled_over") { body in
            let isDue = body["rolled_over"]?.bool == false && body["dry_run"]?.bool == false
            return isDue ? "its conditions are not met, so nothing was rolled over" : nil
        },
        .body("acknowledged") { body in
            guard says(false, body["acknowledged"]), body["rolled_over"] == nil else { return nil }
            return body["acknowledge"]?["message"]?.string ?? "not every node confirmed it in time"
        },
    ]

    private static let snapshots: [ResponseSign] = [
        .member("snapshot.state") { state in
            guard let state = state.string, failedSnapshots.contains(state) else { return nil }
            return "the snapshot is \(state)"
        },
        // The form of 7.x, which lists repositories.
        .body("responses.snapshots.state", concerns: { $0.namesSnapshot }) { body in
            let snapshots = (body["responses"]?.array ?? []).flatMap { $0["snapshots"]?.array ?? [] }
            return snapshots.compactMap { $0["state"]?.string }.first(where: failedSnapshots.contains).map {
                "the snapshot is \($0)"
            }
        },
        // In a list of all snapshots an old one that failed says nothing of this request.
        .body("snapshots.state", concerns: { $0.namesSnapshot }) { body in
            let states = (body["snapshots"]?.array ?? []).compactMap { $0["state"]?.string }
            return states.first(where: failedSnapshots.contains).map { "the snapshot is \($0)" }
        },
        .body("snapshots.shards.failed", concerns: { $0.namesSnapshot }) { body in
            let shards = (body["snapshots"]?.array ?? []).compactMap { $0["shards"] ?? $0["shards_stats"] }
            let failed = shards.reduce(0) { $0.addingReportingOverflow(max(0, $1["failed"]?.int ?? 0)).partialValue }
            return failed > 0 ? "\(failed) shards failed" : nil
        },
        .count("snapshot.shards.failed", of: "total", "shards failed"),
        .failures("snapshot.failures"),
    ]

    private static let failedSnapshots: Set<String> = ["PARTIAL", "FAILED", "INCOMPATIBLE", "ABORTED", "MISSING"]

    /// Documents that others changed: only a warning where the request asks to proceed past them.
    private static func conflicts(_ field: String, isWarning: Bool) -> ResponseSign {
        .count(
            field, isWarning: isWarning, concerns: { $0.proceedsPastConflicts == isWarning },
            one: "document was changed by others in the meantime, and was not updated",
            "documents were changed by others in the meantime, and were not updated")
    }

    private static let tasks: [ResponseSign] = [
        .member("canceled", ResponseSign.cancelled),
        .member("response.canceled", ResponseSign.cancelled),
        .body("task.cancelled") { body in
            body["completed"]?.bool == true && body["task"]?["cancelled"]?.bool == true ? "it was cancelled" : nil
        },
        .failures("failures"),
        .member("has_failures") { $0.bool == true ? "a part of it failed" : nil },
        conflicts("version_conflicts", isWarning: false),
        conflicts("version_conflicts", isWarning: true),
        .body("error") { body in
            guard let error = body["error"] else { return nil }
            // An index may have this name, too.
            if error.object != nil, error["type"] == nil, error["reason"] == nil, error["root_cause"] == nil {
                return nil
            }
            return reason(in: error)
        },
        .body("error") { body in
            guard let parts = body.array else { return nil }
            let errors = parts.compactMap { $0["error"] }.filter { !$0.isNull && $0.bool != false }
            guard let first = errors.first else { return nil }
            return "\(errors.count) of \(parts.count) parts failed"
                + theFirst(first)
        },
        .failures("response.failures"),
        conflicts("response.version_conflicts", isWarning: false),
        conflicts("response.version_conflicts", isWarning: true),
        .member("response.timed_out") { $0.bool == true ? "the result is not complete" : nil },
        .count("response._shards.failed", of: "total", "shards failed"),
    ]

    private static let nodes: [ResponseSign] = [
        .count("_nodes.failed", of: "total", "nodes failed"),
        .failures("node_failures"),
        .failures("task_failures"),
        .count("reload_analyzers_details._shards.failed", of: "total", "shards failed"),
        .parts("reload_exception", of: "nodes", "nodes failed") { $0["reload_exception"].map { !$0.isNull } ?? false },
    ]

    /// What became of what was asked for, in the words of its API.
    private static let states: [ResponseSign] = [
        .member("status") { status in
            if let status = status.int { return (400..<600).contains(status) ? "its own status is \(status)" : nil }
            return status.string.flatMap { failedStates.contains($0) ? "its status is \($0)" : nil }
        },
        .word("state", failedStates, "its state"),
        .word("status.phase", failedStates, "its phase"),
        .member("completion_status") { ($0.int ?? 0) >= 400 ? "its own status is \($0.text())" : nil },
        .word("license_status", ["invalid", "expired"], "the licence"),
        .word("assignment.assignment_state", ["failed"], "its state"),
        .word("migration_status", ["ERROR"], "its status"),
        .parts("status", of: "features", "features failed") { failedStates.contains($0["status"]?.string ?? "") },
        .parts("successful", of: "pits", "contexts were not deleted") { $0["successful"]?.bool == false },
        .body("watch_record.result.actions.status") { body in
            let actions = body["watch_record"]?["result"]?["actions"]?.array ?? []
            let failed = actions.count { failedStates.contains($0["status"]?.string ?? "") }
            return failed > 0 ? "\(failed) of \(actions.count) actions failed" : nil
        },
        .word("watch_record.state", ["failed", "execution_failed"], "its state"),
        .body("explanations") { body in
            let commands = body["explanations"]?.array ?? []
            let refusals = commands.compactMap(refusal)
            guard let decision = refusals.first else { return nil }
            let reason = decision["explanation"]?.string.map { ", the first: \(Excerpt.text($0, atMost: 300))" } ?? ""
            return "\(refusals.count) of \(commands.count) commands are refused\(reason)"
        },
        .parts("closed", of: "indices", "indices were not closed") { $0["closed"]?.bool == false },
        .parts("blocked", of: "indices", "indices were not blocked") { $0["blocked"]?.bool == false },
        .denial("succeeded", "not all of it was done"),
        .denial("success", "it was not done"),
        .denial("ok", "it was not done"),
        .denial("accepted", "it was not accepted"),
        .denial("opened", "it was not opened"),
        .denial("closed", "it was not closed"),
        .denial("started", "it was not started"),
        .denial("stopped", "it was not stopped"),
        .denial("trial_was_started", "the trial was not started"),
        .denial("basic_was_started", "the licence was not changed"),
        .body("index_following_started", concerns: \.waitsForShards) { body in
            body["index_following_started"]?.bool == false ? "the index does not follow its leader yet" : nil
        },
        .body("index_following_started", concerns: { !$0.waitsForShards }) { body in
            // Where the shards were not waited for, it starts later.
            let isDue =
                body["index_following_started"]?.bool == false && body["follow_index_shards_acked"]?.bool == true
            return isDue ? "the index does not follow its leader" : nil
        },
    ]

    /// Why a command of a reroute is refused; nil where it is not.
    ///
    /// With `explain` the status of the response does not say so.
    static func refusal(of command: JSON) -> JSON? {
        command["decisions"]?.array?.first { $0["decision"]?.string == "NO" }
    }

    static let failedStates: Set<String> = [
        "FAILED", "CANCELLED", "COMPLETED_WITH_ERROR", "failed", "failure", "FAILURE", "error", "ERROR", "BAD_REQUEST",
        "NOT_FOUND", "FORBIDDEN", "UNAUTHORIZED", "CONFLICT", "INTERNAL_SERVER_ERROR",
    ]

    @Sendable private static func cancelled(_ value: JSON) -> String? {
        if value.isNull || value.bool == false { return nil }
        return "it was cancelled" + (value.string.map { " \($0)" } ?? "")
    }

    private static let warnings: [ResponseSign] = [
        .member("shards_acknowledged", isWarning: true) { value in
            value.bool == false ? "the shards that were waited for are not ready yet" : nil
        },
        .count("_clusters.skipped", of: "total", isWarning: true, "clusters were skipped"),
        .count("_clusters.partial", of: "total", isWarning: true, "clusters returned only a part of the result"),
    ]
}
