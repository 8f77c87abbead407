internal import OrderedJSON
internal import SandboxWorld

/// `_cluster/health`.
///
/// A wait that does not hold at once is answered as timed out at once: the emulator never waits, and nothing would
/// change while it did.
enum HealthOperations {
    static func health(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let wanted = try status(call.query["wait_for_status"])
        let level = call.query["level"] ?? "cluster"
        let options = try ExpansionOptions(call.query, default: .init(open: true, closed: true))
        let resolved = Result { () throws(ElasticError) in try state.resolve(call.index, options) }
        if case .failure(let error) = resolved, error.type != "index_not_found_exception" { throw error }
        let indices = (try? resolved.get()) ?? []
        let isMissing = indices.isEmpty && call.index.map { !$0.contains("*") && $0 != "_all" } == true
        let health = Health(indices)
        let status = isMissing ? "red" : health.status
        let hasNodes = try nodesSuffice(call.query["wait_for_nodes"])
        let timedOut = isMissing || !hasNodes || (wanted ?? 2) < rank(status)
        var members: [(String, JSON)] = [
            ("cluster_name", .string(call.cluster.name)), ("status", .string(status)), ("timed_out", .bool(timedOut)),
            ("number_of_nodes", 1), ("number_of_data_nodes", 1),
        ]
        members += Health.shardMembers(health)
        members += [
            ("delayed_unassigned_shards", 0), ("number_of_pending_tasks", 0), ("number_of_in_flight_fetch", 0),
            ("task_max_waiting_in_queue_millis", 0),
            ("active_shards_percent_as_number", .float(health.activePercent(in: Health(Array(state.indices.values))))),
        ]
        if level != "cluster" {
            let list = health.indices.map { ($0.name, Health.json($0, withShards: level == "shards")) }
            members.append(("indices", .object(JSONObject(list))))
        }
        return Answer(status: timedOut ? 408 : 200, .object(JSONObject(members)))
    }

    private static func rank(_ status: String) -> Int { ["green", "yellow", "red"].firstIndex(of: status) ?? 2 }

    private static func status(_ text: String?) throws(ElasticError) -> Int? {
        guard let text else { return nil }
        guard let rank = ["green", "yellow", "red"].firstIndex(of: text.lowercased()) else {
            throw .illegalArgument(
                "No enum constant org.elasticsearch.cluster.health.ClusterHealthStatus.\(text.uppercased())")
        }
        return rank
    }

    /// Whether one node is what is waited for: `N`, `>=N`, `<=N`, `>N`, `<N`, `ge(N)` and so on.
    private static func nodesSuffice(_ text: String?) throws(ElasticError) -> Bool {
        guard let text else { return true }
        let digits = text.filter { $0.isASCII && $0.isNumber }
        guard let number = Int(digits) else { throw .numberFormat(text) }
        switch text.prefix(while: { !$0.isNumber }) {
        case ">=", "ge(": return 1 >= number
        case "<=", "le(": return 1 <= number
        case ">", "gt(": return 1 > number
        case "<", "lt(": return 1 < number
        default: return number == 1
        }
    }
}
