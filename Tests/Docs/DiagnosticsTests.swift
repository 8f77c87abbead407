import Testing

/// Every code that the sources report is in a page, and no page keeps one that nothing reports.
struct DiagnosticsTests {
    private let pages = ["docs/diagnostics.md", "docs/format.md", "docs/environments.md"].map { Page($0) }

    /// The codes in the first cells of the tables.
    private var told: Set<String> {
        Set(
            pages.flatMap(\.prose).filter { $0.hasPrefix("| `") }.compactMap { $0.split(separator: "|").first }
                .flatMap { String($0).matches(of: /`([a-z]+\/[a-z0-9-]+)`/).map { String($0.output.1) } })
    }

    /// The sources that report; what `explain` says of codes reports nothing.
    private static let sources = SourceFiles.all.filter { file in
        !["Sources/Sandbox/", "/Tests/", "RunbookReport/Codes/"].contains { file.path.contains($0) }
    }

    /// The codes that stand whole in the sources.
    private var reported: Set<String> {
        Set(
            Self.sources.flatMap { $0.text.matches(of: /"([a-z]+\/[a-z0-9-]+)"/).map { String($0.output.1) } }
                .filter { !$0.hasPrefix("application/") && !$0.hasPrefix("text/") && !$0.hasPrefix("runbook/") })
    }

    @Test func everyCodeIsTold() {
        #expect(reported.count > 80)
        #expect(reported.subtracting(told).sorted() == [])
    }

    /// A code with a computed part is known by the other one.
    @Test func everyToldCodeIsReported() {
        let topics = parts(of: /"([a-z]+)\/\\\(/)
        let problems = parts(of: /\)\/([a-z-]+)"/)
        let stale = told.subtracting(reported).filter { code in
            let halves = code.split(separator: "/").map(String.init)
            return !topics.contains(halves[0]) && !problems.contains(halves[1])
        }
        #expect(stale.sorted() == [])
    }

    private func parts(of pattern: Regex<(Substring, Substring)>) -> Set<String> {
        Set(Self.sources.flatMap { $0.text.matches(of: pattern).map { String($0.output.1) } })
    }
}
