import OrderedJSON
import SandboxWorld
import Testing

/// Sends the requests of recorded sessions of real servers to the emulators, in order, and compares the answers.
@Suite(.serialized)
struct ReplayTests {
    static let shared = environment("RUNBOOK_SHARED")

    /// A recording, the profile that answers it, and what is asked of the answers.
    struct Session: Sendable, CustomTestStringConvertible {
        let version: String
        let profile: String
        /// The recording's name before the version.
        var product = "elasticsearch-"
        /// With this seed the three documents without an id fall on the shards they fell on in the recording.
        var seed: UInt64 = 3
        /// Up to this request every answer agrees in everything.
        var strictUpTo = 0
        /// Whether the recorded servers ask for a user.
        var isSecure = false
        /// When the leader was down, in milliseconds since the recording began.
        var outages: [ClosedRange<Int>] = []
        /// The share of the other answers, in per cent, whose status and error type agree at the least.
        let share: Int

        var testDescription: String { version }
    }

    static let sessions = [
        Session(version: "7.0.0", profile: "7.0", strictUpTo: 222, share: 95),
        Session(version: "7.10.2", profile: "7.10", share: 95),
        Session(version: "6.7.0", profile: "6.7", share: 95),
        Session(version: "8.14.3", profile: "8.x", share: 95),
        Session(
            version: "odfe-1.13-es-7.10.2", profile: "odfe-1.13", product: "", outages: [166_943...199_252], share: 95),
        Session(
            version: "opensearch-2.19", profile: "opensearch-2.19", product: "",
            outages: [447_027...511_181, 562_354...575_500, 576_570...582_600], share: 95),
        Session(
            version: "opensearch-2.19-security", profile: "opensearch-2.19", product: "", isSecure: true, share: 95),
    ]

    @Test("the recordings", .enabled(if: shared != nil, "needs RUNBOOK_SHARED"), arguments: sessions)
    func replay(session: Session) async throws {
        let folder = "\(try #require(ReplayTests.shared))/reference/recordings"
        let exchanges = RecordedExchange.read("\(folder)/\(session.product)\(session.version).jsonl")
        #expect(exchanges.count > 100)
        let volatile = try JSON(bytes: readFile("\(folder)/volatile.json") ?? [])[session.version] ?? [:]
        let clusters = TwoClusters(
            seed: session.seed, profiles: (session.profile, session.profile), isOpen: true,
            hasThird: session.product.isEmpty,
            password: session.isSecure ? "unused" : nil)
        let reasons = ReplayExceptions.reasons(session.version)
        var counts: [String: ReplayCounts] = [:]
        var identifiers = ReplayIdentifiers()
        var sent = 0
        for exchange in exchanges {
            let isDown = exchange.at.map { at in session.outages.contains { $0.contains(at) } } ?? false
            clusters.cut(isDown)
            // The recording waited for the refresh before its record 87 and says no times up to 222.
            let passed = exchange.at.map { max($0 - sent, 1) }
            sent = exchange.at ?? sent
            try await clusters.advance(milliseconds: passed ?? (exchange.number == 87 ? 1200 : 100))
            let path = identifiers.replaced(exchange.path)
            let body = exchange.body.map { identifiers.replaced($0) }
            let answer = clusters.send(
                exchange.method, path, body,
                contentType: exchange.contentType,
                headers: exchange.requestHeaders.members.map { ($0.name, $0.value.string ?? "") }
                    + (session.isSecure ? RecordedUsers.headers(exchange.number) : []),
                to: exchange.cluster)
            guard exchange.status != nil else {
                identifiers.noteWithoutAnswer(own: answer.json)
                continue
            }
            identifiers.note(real: (try? JSON(parsing: exchange.response)) ?? .null, own: answer.json)
            let fields = volatile[String(exchange.number)]?.array?.compactMap(\.string) ?? []
            let difference = Difference(answer, exchange, volatile: fields)
            let isExcepted = reasons[exchange.number] != nil || exchange.isArtefact
            let group = exchange.group ?? "0 up to 222"
            counts[group, default: ReplayCounts()].add(difference, isExcepted: isExcepted)
            let isHeld =
                !isExcepted
                && (exchange.number <= session.strictUpTo
                    || environment("RUNBOOK_REPLAY").map { "\(session.version) \(group)".hasPrefix($0) } == true)
            #expect(
                difference.isNone || !isHeld,
                """
                #\(exchange.number) \(exchange.method) \(exchange.path): \(difference)
                \(exchange.body ?? "")
                real: \(exchange.status ?? 0) \(exchange.headers.text()) \(exchange.response.prefix(900))
                ours: \(answer.status) \(answer.headers.map { "\($0.name): \($0.value)" }) \(answer.text.prefix(900))
                """)
        }
        for (group, counts) in counts.sorted(by: { $0.key < $1.key }) {
            print("replay of \(session.version), \(group): \(counts)")
            #expect(counts.share >= session.share, "\(group): \(counts)")
        }
        let all = counts.values.reduce(ReplayCounts(), +)
        print("replay of \(session.version), all: \(all)")
        #expect(all.share >= session.share, "\(all)")
    }
}
