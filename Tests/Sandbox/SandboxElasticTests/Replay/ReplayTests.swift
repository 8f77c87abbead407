import OrderedJSON
import SandboxWorld
import Testing

/// Sends the requests of a recorded session of a real 7.0.0 to the emulators, in order, and compares the answers.
@Suite(.serialized)
struct ReplayTests {
    static let shared = environment("RUNBOOK_SHARED")

    private static let seed: UInt64 = 3
    /// The requests of everybody's daily work; those behind them go through single endpoints in depth.
    private static let last = 222

    @Test("the recording of 7.0.0", .enabled(if: shared != nil, "needs RUNBOOK_SHARED"))
    func replay() async throws {
        let folder = "\(try #require(ReplayTests.shared))/reference/recordings"
        let exchanges = RecordedExchange.read("\(folder)/elasticsearch-7.0.0.jsonl")
        #expect(exchanges.count { $0.number <= ReplayTests.last } == ReplayTests.last)
        let volatile = try JSON(bytes: readFile("\(folder)/volatile.json") ?? [])["7.0.0"] ?? [:]
        // With this seed the three documents without an id fall on the shards they fell on in the recording.
        let clusters = TwoClusters(seed: ReplayTests.seed)
        var counts: [String: ReplayCounts] = [:]
        for exchange in exchanges {
            // The recording waited for the refresh before its record 87 and says no times up to 222.
            try await clusters.advance(milliseconds: exchange.number == 87 ? 1200 : 100)
            let answer = clusters.send(
                exchange.method, exchange.path, exchange.body, contentType: exchange.contentType,
                headers: exchange.requestHeaders.members.map { ($0.name, $0.value.string ?? "") },
                to: exchange.cluster)
            guard exchange.status != nil else { continue }
            let fields = volatile[String(exchange.number)]?.array?.compactMap(\.string) ?? []
            let difference = Difference(answer, exchange, volatile: fields)
            let isExcepted = ReplayExceptions.reasons[exchange.number] != nil
            let group = exchange.group ?? "up to \(ReplayTests.last)"
            counts[group, default: ReplayCounts()].add(difference, isExcepted: isExcepted)
            let isHeld =
                !isExcepted
                && (exchange.number <= ReplayTests.last
                    || environment("RUNBOOK_REPLAY").map { group.contains($0) || $0 == "all" } == true)
            #expect(
                difference.isNone || !isHeld,
                """
                #\(exchange.number) \(exchange.method) \(exchange.path): \(difference)
                real: \(exchange.status ?? 0) \(exchange.headers.text()) \(exchange.response.prefix(900))
                ours: \(answer.status) \(answer.headers.map { "\($0.name): \($0.value)" }) \(answer.text.prefix(900))
                """)
        }
        for (group, counts) in counts.sorted(by: { $0.key < $1.key }) { print("replay of 7.0.0, \(group): \(counts)") }
    }
}
