import Digests
import RunbookModel
import RunbookRun
import SQLite
import Testing

@testable import RunbookStore

struct ChainTests {
    @Test(arguments: [
        ("UPDATE events SET data = '{}' WHERE seq = 2", 3),
        ("UPDATE events SET at = at + 1 WHERE seq = 1", 2),
        ("UPDATE events SET kind = 'step-passed' WHERE seq = 2", 3),
        ("UPDATE events SET epoch = 7 WHERE seq = 1", 2),
        ("UPDATE events SET previous = '' WHERE seq = 3", 3),
        ("DELETE FROM events WHERE seq = 2", 2),
        ("DELETE FROM events WHERE seq = 1", 1),
    ])
    func seesWhatWasChanged(change: String, sequence: Int) async throws {
        let temporary = try TemporaryStore()
        let store = try temporary.open()
        let journal = try await store.begin(.at())
        try await journal.append([.begin(), .stopped(step: "a"), .stopped(step: "b")], isDurable: true)
        #expect(try await store.verifyChain(of: journal.run).isIntact(length: 3))
        var connection = try Connection(path: temporary.folder.database)
        try connection.run(change)
        #expect(try await store.verifyChain(of: journal.run) == .broken(sequence: sequence))
    }

    @Test func endsInTheDigestOfTheLastEvent() async throws {
        let temporary = try TemporaryStore()
        let store = try temporary.open()
        let journal = try await store.begin(.at(7))
        try await journal.append([.stopped(step: "a")], isDurable: true)
        let digest = SHA256.hex("\n\(journal.run)\n1\n1\n7\nstep-stopped\n{\"step\":\"a\"}")
        #expect(try await store.verifyChain(of: journal.run) == .intact(length: 1, last: digest))
    }

    @Test func aRunWithoutEventsIsIntact() async throws {
        let temporary = try TemporaryStore()
        #expect(try await temporary.open().verifyChain(of: "nothing") == .intact(length: 0, last: ""))
    }
}
