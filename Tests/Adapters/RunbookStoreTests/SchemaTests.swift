import Glibc
import RunbookModel
import RunbookRun
import SQLite
import Testing

@testable import RunbookStore

struct SchemaTests {
    @Test func anEmptyFileBecomesAStore() async throws {
        let temporary = try TemporaryStore()
        try temporary.folder.prepare()
        var connection = try Connection(path: temporary.folder.database)
        #expect(try Schema.version(of: &connection) == 0)
        _ = try temporary.open()
        #expect(try Schema.version(of: &connection) == Schema.version)
    }

    @Test func refusesWhatANewerVersionMade() async throws {
        let temporary = try TemporaryStore()
        _ = try temporary.open()
        var connection = try Connection(path: temporary.folder.database)
        try connection.execute("PRAGMA user_version = \(Schema.version + 1)")
        for access in [RunStore.Access.read, .write] {
            let failure = #expect(throws: StoreFailure.self) { try temporary.open(access) }
            let path = temporary.folder.path
            #expect(failure == .newerFormat(folder: path, found: Schema.version + 1, known: Schema.version))
        }
        #expect(try Schema.version(of: &connection) == Schema.version + 1)
    }

    /// A number of the header that no version of this program has written is damage, and a repair ends it.
    @Test(arguments: [-1, Int(Int32.min), 0, 1, 2])
    func aVersionThatTheTablesDoNotHaveIsDamage(version: Int) async throws {
        let temporary = try TemporaryStore()
        do {
            let journal = try await temporary.open().begin(.at())
            try await journal.append([.begin(title: "kept")], isDurable: true)
            try await journal.close()
            let connection = try Connection(path: temporary.folder.database)
            try connection.execute("PRAGMA user_version = \(version)")
        }
        for access in [RunStore.Access.read, .write] {
            let failure = #expect(throws: StoreFailure.self) { try temporary.open(access) }
            #expect(failure?.diagnostic.code == "store/damaged")
        }
        let result = try StoreRepair(temporary.folder).repair(at: Timestamp(milliseconds: 0))
        #expect(result.damaged != nil)
        #expect(try await temporary.open().runs().map(\.title) == ["kept"])
    }

    @Test func anEventThatTheDatabaseRefusesIsSaid() async throws {
        let temporary = try TemporaryStore()
        let journal = try await temporary.open().begin(.at())
        try await journal.append([.begin()], isDurable: true)
        do {
            let connection = try Connection(path: temporary.folder.database)
            try connection.execute(
                "CREATE TRIGGER t BEFORE INSERT ON events BEGIN SELECT raise(ignore); END")
        }
        let failure = await #expect(throws: JournalFailure.self) {
            try await journal.append([.reset(step: "a", by: "ana")], isDurable: true)
        }
        #expect(failure?.reason == .damaged)
    }

    /// The number of the last event is counted up.
    @Test func anEventWithTheLastNumberIsDamage() async throws {
        let temporary = try TemporaryStore()
        let store = try temporary.open()
        let journal = try await store.begin(.at())
        try await journal.append([.begin()], isDurable: true)
        try await journal.close()
        do {
            let connection = try Connection(path: temporary.folder.database)
            try connection.execute("UPDATE events SET seq = 9223372036854775807")
        }
        let failure = await #expect(throws: StoreFailure.self) { try await store.takeOn(journal.run, .at()) }
        #expect(failure?.diagnostic.code == "store/damaged")
    }

    @Test func leavesTheFileOfAnotherProgramAlone() async throws {
        let temporary = try TemporaryStore()
        try temporary.folder.prepare()
        var connection = try Connection(path: temporary.folder.database)
        try connection.execute("CREATE TABLE bookmarks (url TEXT)")
        for version in [0, 1, Schema.version + 1] {
            try connection.execute("PRAGMA user_version = \(version)")
            let foreign = StoreFailure.foreign(folder: temporary.folder.path)
            #expect(throws: foreign) { try temporary.open() }
            #expect(throws: foreign) { try temporary.open(.read) }
            #expect(throws: foreign) { try StoreRepair(temporary.folder).survey() }
            #expect(throws: foreign) { try StoreRepair(temporary.folder).repair(at: Timestamp(milliseconds: 0)) }
        }
        #expect(
            try connection.rows("SELECT name FROM sqlite_schema") { try $0.text(0) } == ["bookmarks"])
        #expect(access(temporary.folder.database, F_OK) == 0)
    }

    @Test func aMissingStoreIsAnEmptyOneToReaders() async throws {
        let temporary = try TemporaryStore()
        let store = try temporary.open(.read)
        #expect(try await store.runs().isEmpty)
        await #expect(throws: StoreFailure.unknownRun("7f3c")) { try await store.find("7f3c") }
        #expect(access(temporary.folder.path, F_OK) != 0)
    }

    @Test func readersSeeWhatAClosedStoreHolds() async throws {
        let temporary = try TemporaryStore()
        do {
            let journal = try await temporary.open().begin(.at())
            try await journal.append([.begin()], isDurable: true)
            try await journal.close()
        }
        #expect(try await temporary.open(.read).runs().count == 1)
    }

    @Test func manyProcessesMayMakeItAtOnce() async throws {
        let temporary = try TemporaryStore()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask { _ = try temporary.open() }
            }
            try await group.waitForAll()
        }
    }
}
