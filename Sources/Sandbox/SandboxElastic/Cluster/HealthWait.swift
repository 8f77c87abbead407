internal import SandboxWorld

/// What a request for the health waits for.
struct HealthWait {
    private let status: Int
    private let nodes: Bool
    private let shards: String?
    private let noInitializing: Bool
    private let timeout: Duration
    /// Whether it waits any time at all.
    var mayWait: Bool { timeout > .zero }

    /// How often a real server would notice at the latest; it hears of changes, the emulator looks.
    private static let pause: Duration = .milliseconds(50)

    private static let ranks = ["green", "yellow", "red"]

    init(_ query: QueryParameters) throws(ElasticError) {
        status = try HealthWait.rank(query["wait_for_status"])
        nodes = try HealthWait.nodesSuffice(query["wait_for_nodes"])
        shards = query["wait_for_active_shards"]
        noInitializing = try query.bool("wait_for_no_initializing_shards")
        timeout = .milliseconds(query["timeout"].flatMap(TimeValue.milliseconds) ?? 30_000)
    }

    /// How long to wait before looking again; nil when the time is over.
    func next(_ call: Call) -> Duration? {
        let waited = call.now - call.asked
        let left = timeout - waited
        // Who waits for long is looked after less often, so that a wait of a year has an end.
        let pause = waited < .seconds(60) ? HealthWait.pause : waited / 20
        return left > .zero ? min(left, pause) : nil
    }

    /// Whether the wait has an end with this health.
    func holds(_ health: Health) -> Bool {
        guard nodes, HealthWait.ranks.firstIndex(of: health.status) ?? 2 <= status else { return false }
        if noInitializing, health.initializing > 0 { return false }
        guard let shards else { return true }
        if shards == "all" { return health.initializing + health.unassigned == 0 }
        return Int(shards).map { health.primaries >= $0 } ?? true
    }

    private static func rank(_ text: String?) throws(ElasticError) -> Int {
        guard let text else { return 2 }
        guard let rank = ranks.firstIndex(of: text.lowercased()) else {
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
