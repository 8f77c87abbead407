import ElasticRequests
import RunbookModel
import Testing

/// Every curl command of documents from elsewhere is understood, or refused with a reason.
@Suite(.enabled(if: SharedFences.folder != nil, "RUNBOOK_SHARED names no folder"))
struct ForeignCurlTests {
    /// The fences with curl commands, and how each is read best: an author would name one target or the other.
    private static let blocks = SharedFences.all.filter { !commandLines($0.text).isEmpty }.map { fence in
        let readings = ["leader", "follower"].map {
            (
                fence,
                CurlParser.parse(
                    BlockText(fence.text), targets: [$0],
                    // What an author has to declare for them; everything else stands in the blocks.
                    names: ["leader", "follower", "leader_ip", "leader_nodes_ips"])
            )
        }
        return readings[0].1.requests.count >= readings[1].1.requests.count ? readings[0] : readings[1]
    }

    /// The lines, from 1, that hold a curl command.
    private static func commandLines(_ text: String) -> [Int] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            let words = line.split { " \t$(".contains($0) }
            let isCommand = words.indices.contains { words[$0] == "curl" && words.indices.contains($0 + 1) }
            return isCommand && !words[0].hasPrefix("#") ? index + 1 : nil
        }
    }

    @Test func eachCommandIsReadOrRefused() {
        var understood = 0
        var reasons: [String: [String]] = [:]
        for (fence, reading) in Self.blocks {
            let starts = Self.commandLines(fence.text)
            for (index, line) in starts.enumerated() {
                let end = index + 1 < starts.count ? starts[index + 1] : .max
                if reading.requests.contains(where: { $0.request.span.start.line == line }) {
                    understood += 1
                    continue
                }
                let reason = reading.diagnostics.first {
                    $0.severity == .error && (line..<end).contains($0.span?.start.line ?? 0)
                }
                #expect(reason != nil, "\(fence.file): no reason for line \(line) of\n\(fence.text)")
                reasons[reason?.code ?? "none", default: []].append(reason?.message ?? "")
            }
        }
        let refused = reasons.values.map(\.count).reduce(0, +)
        print("\(understood) curl commands of foreign documents understood, \(refused) refused")
        for (code, messages) in reasons.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }).prefix(5) {
            print("  \(messages.count) × \(code): \(messages.first ?? "")")
        }
        #expect(understood > refused)
    }
}
