import OrderedJSON

extension ResponseSign {
    /// All signs, in the order in which they are told; each has a test.
    static let table: [ResponseSign] = bulk + results + snapshots + tasks + nodes + warnings

    private static let bulk: [ResponseSign] = [
        .body("errors") { body in
            guard body["errors"]?.bool == true else { return nil }
            let items = body["items"]?.array ?? []
            let errors = items.compactMap { $0.object?.first?.value["error"] }
            let first = errors.first.flatMap(reason)
            return "\(errors.count) of \(items.count) actions failed" + (first.map { ", the first: \($0)" } ?? "")
        },
        .count("errors.count", "changes failed"),
        .count("error_count", "changes failed"),
        .items("responses", "searches"),
        .items("docs", "documents"),
    ]

    private static let results: [ResponseSign] = [
        .member("timed_out") { $0.bool == true ? "the result is not complete" : nil },
        .count("_shards.failed", of: "total", "shards failed"),
        .count("_clusters.failed", of: "total", "clusters failed"),
        .body("responses._shards.failed") { body in
            let parts = body["responses"]?.array ?? []
            let failed = parts.reduce(into: 0) { if ($1["_shards"]?["failed"]?.int ?? 0) > 0 { $0 += 1 } }
            return failed > 0 ? "shards failed in \(failed) of \(parts.count) searches" : nil
        },
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
            guard body["acknowledged"]?.bool == false, body["rolled_over"] == nil else { return nil }
            return body["acknowledge"]?["message"]?.string ?? "not every node confirmed it in time"
        },
    ]

    private static let snapshots: [ResponseSign] = [
        .member("snapshot.state") { state in
            guard let state = state.string, ["PARTIAL", "FAILED", "INCOMPATIBLE"].contains(state) else { return nil }
            return "the snapshot is \(state)"
        },
        .count("snapshot.shards.failed", of: "total", "shards failed"),
        .failures("snapshot.failures"),
    ]

    private static let tasks: [ResponseSign] = [
        .failures("failures"),
        .member("has_failures") { $0.bool == true ? "a part of it failed" : nil },
        .count("version_conflicts", "documents were changed by others in the meantime, and were not updated"),
        .body("error") { body in
            guard let error = body["error"] else { return nil }
            // An index may have this name, too.
            if error.object != nil, error["type"] == nil, error["reason"] == nil, error["root_cause"] == nil {
                return nil
            }
            return reason(in: error)
        },
        .failures("response.failures"),
        .count("response.version_conflicts", "documents were changed by others in the meantime, and were not updated"),
        .member("response.timed_out") { $0.bool == true ? "the result is not complete" : nil },
        .count("response._shards.failed", of: "total", "shards failed"),
    ]

    private static let nodes: [ResponseSign] = [
        .count("_nodes.failed", of: "total", "nodes failed"),
        .failures("node_failures"),
        .failures("task_failures"),
    ]

    private static let warnings: [ResponseSign] = [
        .member("shards_acknowledged", isWarning: true) { value in
            value.bool == false ? "the shards that were waited for are not ready yet" : nil
        },
        .count("_clusters.skipped", of: "total", isWarning: true, "clusters were skipped"),
        .count("_clusters.partial", of: "total", isWarning: true, "clusters returned only a part of the result"),
    ]
}
