import OrderedJSON
import RunbookModel
import RunbookReport
import RunbookRun
import SQLite
import Testing

@testable import RunbookStore

/// Journals as earlier versions left them: they are read for ever, whatever becomes of the code that wrote them.
struct OldJournalTests {
    @Test func readsFormat1() async throws {
        let temporary = try TemporaryStore()
        try OldJournal.load("format-1", into: temporary.folder, with: Self.first)
        let store = try temporary.open()
        #expect(try await store.runs().map(\.phase) == [.failed])
        #expect(try await store.runs().map(\.title) == ["Connect clusters"])
        let entries = try await store.entries(of: "2026-11-21-7f3c")
        #expect(entries.map(\.epoch) == [1, 1, 2])
        #expect(entries.map(\.event.kind) == ["run-started", "step-stopped", "run-finished"])
        #expect(entries.last?.event == .finished(phase: .failed, signal: nil))
        let last = "6a924951e87fd6fe0ac0fcae0f72491b6e6f8741d19c62ab38c1963b90d1a8fb"
        #expect(try await store.verifyChain(of: "2026-11-21-7f3c") == .intact(length: 3, last: last))
        #expect(try await store.takeOn("2026-11-21-7f3c", .at()).epoch == 3)
    }

    @Test func areThere() { #expect(OldJournal.all.count >= 16) }

    @Test(arguments: OldJournal.all)
    func comesToTheStateThatWasReported(journal: OldJournal) async throws {
        let temporary = try TemporaryStore()
        try journal.load(into: temporary.folder)
        let store = try temporary.open()
        let run = try #require(try await store.runs().first?.run)
        var state = RunState()
        for entry in try await store.entries(of: run) { try state.apply(entry.event, at: entry.at) }
        #expect(state.unknownKinds.isEmpty)
        let chain = try await store.verifyChain(of: run)
        #expect(Self.text(of: state, chain) == (try journal.expected))
        let last = try #require(try journal.expected.prefix { $0 != "\n" }.split(separator: " ").last)
        let reported = try #require(ReportedRun(run: run, state: state, isOwned: false, lastHash: String(last)))
        let title = try #require(state.start?.outline.title)
        #expect(MarkdownReport(reported).text.contains("# \(title)"))
        #expect(MarkdownReport(reported).text.contains(last))
        #expect(JSONReport.json(reported)["title"]?.string == title)
        #expect(JUnitXML.text([JUnitSuite(reported)]).contains("<testsuite"))
    }

    /// What was decoded says the same when it is written again, to the byte.
    @Test(arguments: OldJournal.all)
    func keepsItsBytes(journal: OldJournal) async throws {
        let temporary = try TemporaryStore()
        try journal.load(into: temporary.folder)
        var connection = try Connection(path: temporary.folder.database, access: .read)
        let rows = try connection.rows("SELECT kind, data FROM events ORDER BY seq") {
            (try $0.text(0), try $0.text(1))
        }
        #expect(!rows.isEmpty)
        for (kind, text) in rows {
            let event = RunEvent(kind: kind, data: try JSON(parsing: text))
            if case .unknown = event { Issue.record("`\(kind)` is unknown: \(text)") }
            #expect(event.kind == kind)
            #expect(event.data.text(.canonical) == text)
        }
    }

    /// The run goes on in the same journal, in tables of this version.
    @Test(arguments: OldJournal.all)
    func takesMoreEvents(journal: OldJournal) async throws {
        let temporary = try TemporaryStore()
        try journal.load(into: temporary.folder)
        let store = try temporary.open()
        let run = try #require(try await store.runs().first?.run)
        let count = try await store.entries(of: run).count
        try await store.takeOn(run, .at()).append([.resumed(user: "ben", host: "ops2")], isDurable: true)
        #expect(try await store.verifyChain(of: run).isIntact(length: count + 1))
    }

    /// The text that stands beside the journal, from its fold.
    private static func text(of state: RunState, _ chain: ChainCheck) -> String {
        guard case .intact(let length, let last) = chain, let outline = state.start?.outline else { return "\(chain)" }
        let steps = outline.steps.map { step in
            let record = state.step(step.id)
            let answered = record.exchanges.filter { $0.response != nil }.count
            let refused = record.exchanges.filter(\.isRefused).count
            return "\(step.id): \(record.state.rawValue)\(record.skipped.map { " \($0.reason.rawValue)" } ?? "")"
                + "\(record.applied.map { ", applied \($0.rawValue)" } ?? ""), \(counted(record.attempts, "attempt")), "
                + "\(counted(record.exchanges.count, "request")), \(answered) answered, \(refused) refused\n"
        }
        return "\(outline.title): \(state.phase.rawValue), \(length) events, the last is \(last)\n" + steps.joined()
    }

    private static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

    private static let first = """
        INSERT INTO runs VALUES ('2026-11-21-7f3c', 2, 'failed', 'Connect clusters', 'connect.md', 'staging', 0, 1795000000000, 1795000000200);
        INSERT INTO events VALUES
        ('2026-11-21-7f3c', 1, 1, 1795000000000, 'run-started', '{"document":{"file":"connect.md","modified":false,"path":"/srv/connect.md","sha256":"00"},"title":"x"}', ''),
        ('2026-11-21-7f3c', 2, 1, 1795000000100, 'step-stopped', '{"step":"a"}', 'cdfa5b0279587ed653c8fab55fec10fd867a4f90e98129bf63d852c23cabbb60'),
        ('2026-11-21-7f3c', 3, 2, 1795000000200, 'run-finished', '{"state":"failed"}', '461bfa26a027c4dd4e0e4d7f824ef6ead891279bec4c81dc0683485a54d00b56');
        """
}
