import OrderedJSON
import SandboxWorld
import Testing

/// Sends a table of requests to a real pair of 7.0.0 and to the emulators, and compares the answers.
@Suite(.serialized)
struct RealServerTests {
    static let isThere = RealServer.pair != nil

    @Test("the same requests to a real pair", .enabled(if: isThere, "needs RUNBOOK_REAL_ES with two URLs"))
    func sameAnswers() async throws {
        let servers = try #require(RealServer.pair)
        // The real pair has only the open parts.
        let clusters = TwoClusters(isOpen: true)
        try clean(servers)
        defer { try? clean(servers) }
        var counts = (all: 0, status: 0, body: 0, warnings: 0)
        for request in RequestTable.requests {
            let server = servers[request.cluster == "leader" ? 0 : 1]
            let real = try #require(server.send(request.method, request.target, request.body), "\(request)")
            try await clusters.advance(milliseconds: 20)
            let ours = clusters.send(request.method, request.target, request.body, to: request.cluster)
            counts.all += 1
            let isExcepted = RealServerExceptions.reasons[request.description] != nil
            let isEqual =
                request.method == "HEAD" || isExcepted || RealServerTests.bodiesAgree(ours.body, real.body)
            let warnsAlike = ours.headers("warning").map(text) == real.headers("warning").map(text)
            counts.status += ours.status == real.status ? 1 : 0
            counts.body += isEqual ? 1 : 0
            counts.warnings += warnsAlike ? 1 : 0
            #expect(
                ours.status == real.status && isEqual && warnsAlike,
                """
                \(request.cluster) \(request.method) \(request.target) \(request.body ?? "")
                real: \(real.status) \(real.headers("warning")) \(String(decoding: real.body, as: UTF8.self).prefix(1200))
                ours: \(ours.status) \(ours.headers("warning")) \(ours.text.prefix(1200))
                """)
        }
        print(
            "real 7.0.0: \(counts.all) requests; equal status \(counts.status), body \(counts.body),",
            "warnings \(counts.warnings)")
    }

    /// Removes what the table leaves on the servers, and only that.
    private func clean(_ servers: [RealServer]) throws {
        let aliases = #"{"persistent":{"cluster.remote.emu_*":null}}"#
        for server in servers {
            for repository in ["emu_r", "emu_r2"] {
                let answer = server.send("GET", "/_snapshot/\(repository)/_all", nil)
                let snapshots = (try? JSON(bytes: answer?.body ?? []))?["snapshots"]?.array ?? []
                for name in snapshots.compactMap({ $0["snapshot"]?.string }) {
                    _ = server.send("DELETE", "/_snapshot/\(repository)/\(name)", nil)
                }
            }
            _ = server.send("DELETE", "/_snapshot/emu_*", nil)
            _ = server.send("DELETE", "/emu_*", nil)
            _ = server.send("PUT", "/_cluster/settings", aliases)
        }
    }

    /// The sentence of a warning without the build that says it.
    private func text(_ warning: String) -> String {
        warning.firstIndex(of: "\"").map { String(warning[$0...]) } ?? warning
    }

    static func bodiesAgree(_ ours: [UInt8], _ real: [UInt8]) -> Bool {
        guard let one = try? JSON(bytes: ours), let two = try? JSON(bytes: real) else {
            return Normalized.table(String(decoding: ours, as: UTF8.self))
                == Normalized.table(String(decoding: real, as: UTF8.self))
        }
        return Normalized.general(one).isEquivalent(to: Normalized.general(two))
    }
}
