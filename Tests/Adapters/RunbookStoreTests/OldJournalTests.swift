import RunbookModel
import SQLite
import Testing

@testable import RunbookStore

/// Journals as earlier versions left them: they are read for ever, whatever becomes of the code that wrote them.
struct OldJournalTests {
    @Test func readsFormat1() async throws {
        let temporary = try TemporaryStore()
        try temporary.folder.prepare()
        let connection = try Connection(path: temporary.folder.database)
        try connection.execute(Self.format1)
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

    private static let format1 = """
        CREATE TABLE runs (
            run TEXT PRIMARY KEY,
            epoch INTEGER NOT NULL,
            phase TEXT NOT NULL,
            title TEXT,
            file TEXT,
            environment TEXT,
            sandbox INTEGER,
            started INTEGER,
            updated INTEGER
        ) STRICT;
        CREATE INDEX runs_by_start ON runs (started DESC, run DESC);
        CREATE TABLE events (
            run TEXT NOT NULL,
            seq INTEGER NOT NULL,
            epoch INTEGER NOT NULL,
            at INTEGER NOT NULL,
            kind TEXT NOT NULL,
            data TEXT NOT NULL,
            previous TEXT NOT NULL,
            PRIMARY KEY (run, seq)
        ) STRICT;
        CREATE TABLE blobs (hash TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
        CREATE TABLE answers (
            id INTEGER PRIMARY KEY,
            run TEXT NOT NULL,
            step TEXT NOT NULL,
            digest TEXT NOT NULL,
            answer TEXT NOT NULL,
            by TEXT NOT NULL,
            at INTEGER NOT NULL,
            taken INTEGER
        ) STRICT;
        CREATE INDEX answers_by_run ON answers (run, taken);

        PRAGMA user_version = 1;
        INSERT INTO runs VALUES ('2026-11-21-7f3c', 2, 'failed', 'Connect clusters', 'connect.md', 'staging', 0, 1795000000000, 1795000000200);
        INSERT INTO events VALUES
        ('2026-11-21-7f3c', 1, 1, 1795000000000, 'run-started', '{"document":{"file":"connect.md","modified":false,"path":"/srv/connect.md","sha256":"00"},"title":"x"}', ''),
        ('2026-11-21-7f3c', 2, 1, 1795000000100, 'step-stopped', '{"step":"a"}', 'cdfa5b0279587ed653c8fab55fec10fd867a4f90e98129bf63d852c23cabbb60'),
        ('2026-11-21-7f3c', 3, 2, 1795000000200, 'run-finished', '{"state":"failed"}', '461bfa26a027c4dd4e0e4d7f824ef6ead891279bec4c81dc0683485a54d00b56');
        """
}
