internal import OrderedJSON
internal import SandboxWorld

/// `_cluster/health`.
///
/// Restores that a request waits for end at once. Whatever else it waits for is waited for on the sandbox's clock, as
/// long as the request's `timeout` says; an index that is named and not there is waited for too.
enum HealthOperations {
    static func health(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let level = call.query["level"] ?? "cluster"
        if call.profile.has(.checksHealthLevel), !["cluster", "indices", "shards"].contains(level) {
            throw .illegalArgument(
                "level parameter must be one of [cluster] or [indices] or [shards] but was [\(level)]")
        }
        let options = try ExpansionOptions(call.query, default: .init(open: true, closed: true))
        let resolved = Result { () throws(ElasticError) in try state.indices.resolve(call.index, options) }
        if case .failure(let error) = resolved, error.type != "index_not_found_exception" { throw error }
        var indices = (try? resolved.get()) ?? []
        let isMissing = indices.isEmpty && call.index.map { !$0.contains("*") && $0 != "_all" } == true
        let wait = try HealthWait(call.query)
        if !wait.holds(Health(indices, at: call.now)), wait.mayWait {
            for index in indices { state.indices.change(index.name) { $0.hurryRecovery() } }
            indices = indices.compactMap { state.indices[$0.name] }
        }
        let health = Health(indices, at: call.now)
        let status = isMissing ? "red" : health.status
        let timedOut = isMissing || !wait.holds(health)
        let all = Health(Array(state.indices.values), at: call.now)
        var members: [(String, JSON)] = [
            ("cluster_name", .string(call.system.name)), ("status", .string(status)), ("timed_out", .bool(timedOut)),
            ("number_of_nodes", 1), ("number_of_data_nodes", 1),
        ]
        members += Health.shardMembers(health)
        members += [
            ("delayed_unassigned_shards", 0), ("number_of_pending_tasks", 0), ("number_of_in_flight_fetch", 0),
            ("task_max_waiting_in_queue_millis", 0),
            ("active_shards_percent_as_number", .float(health.activePercent(in: all))),
        ]
        // A level that is not known is one without details.
        if level == "indices" || level == "shards" {
            let list = health.indices.map { ($0.name, Health.json($0, withShards: level == "shards", at: call.now)) }
            members.append(("indices", .object(JSONObject(list))))
        }
        var answer = Answer(status: timedOut ? 408 : 200, .object(JSONObject(members)))
        if timedOut { answer.wait = wait.next(call) }
        return answer
    }
}
