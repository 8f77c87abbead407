import RunbookTesting
import Testing

@testable import SQLite

struct TransactionTests {
    @Test func rollsBackWhatThrows() throws {
        struct Failure: Error {}
        var connection = try Connection(path: ":memory:")
        try connection.execute("CREATE TABLE t (n INTEGER) STRICT")
        #expect(throws: Failure.self) {
            try connection.transaction { connection in
                try connection.run("INSERT INTO t VALUES (1)")
                throw Failure()
            }
        }
        try connection.transaction { try $0.run("INSERT INTO t VALUES (2)") }
        #expect(try connection.rows("SELECT n FROM t") { try $0.int(0) } == [2])
    }

    @Test func waitsForAnotherWriterAndThenSaysBusy() throws {
        let folder = try TestFolder()
        var one = try Connection(path: "\(folder.path)/test.db")
        try one.makeDurable()
        try one.execute("CREATE TABLE t (n INTEGER) STRICT")
        var other = try Connection(path: "\(folder.path)/test.db", busyTimeout: 50)
        let error = #expect(throws: SQLiteError.self) {
            try one.transaction { _ in
                try other.transaction { try $0.run("INSERT INTO t VALUES (1)") }
            }
        }
        #expect(error?.isBusy == true)
        try other.transaction { try $0.run("INSERT INTO t VALUES (1)") }
    }

    @Test func aSnapshotSeesOneMoment() throws {
        let folder = try TestFolder()
        var writer = try Connection(path: "\(folder.path)/test.db")
        try writer.makeDurable()
        try writer.execute("CREATE TABLE t (n INTEGER) STRICT")
        var reader = try Connection(path: "\(folder.path)/test.db", access: .read)
        let counts = try reader.snapshot { reader in
            let before = try reader.first("SELECT count(*) FROM t") { try $0.int(0) }
            try writer.run("INSERT INTO t VALUES (1)")
            return [before, try reader.first("SELECT count(*) FROM t") { try $0.int(0) }]
        }
        #expect(counts == [0, 0])
        #expect(try reader.first("SELECT count(*) FROM t") { try $0.int(0) } == 1)
    }

    @Test func isDurable() throws {
        let folder = try TestFolder()
        var connection = try Connection(path: "\(folder.path)/test.db")
        try connection.makeDurable()
        #expect(try connection.first("PRAGMA journal_mode") { try $0.text(0) } == "wal")
        #expect(try connection.first("PRAGMA synchronous") { try $0.int(0) } == 2)
    }

    @Test func saysThatThereIsNoRoom() throws {
        let folder = try TestFolder()
        var connection = try Connection(path: "\(folder.path)/test.db")
        try connection.makeDurable()
        try connection.execute("CREATE TABLE t (b BLOB) STRICT")
        try connection.execute("PRAGMA max_page_count = 4")
        let error = #expect(throws: SQLiteError.self) {
            try connection.transaction { try $0.run("INSERT INTO t VALUES (zeroblob(100000))") }
        }
        #expect(error?.isFull == true)
        #expect(try connection.first("SELECT count(*) FROM t") { try $0.int(0) } == 0)
        try connection.transaction { try $0.run("INSERT INTO t VALUES (zeroblob(10))") }
    }

    @Test func seesThatItMayOnlyRead() throws {
        let folder = try TestFolder()
        do {
            let connection = try Connection(path: "\(folder.path)/test.db")
            try connection.execute("CREATE TABLE t (n INTEGER) STRICT")
        }
        var connection = try Connection(path: "\(folder.path)/test.db", access: .read)
        let isReadOnly = connection.isReadOnly
        #expect(isReadOnly)
        let error = #expect(throws: SQLiteError.self) { try connection.run("INSERT INTO t VALUES (1)") }
        #expect(error?.isReadOnly == true)
        #expect(throws: SQLiteError.self) { try connection.makeDurable() }
    }

    @Test func twoProcessesMayMakeOneFileAtOnce() async throws {
        for _ in 0..<10 {
            let folder = try TestFolder()
            let path = "\(folder.path)/test.db"
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<2 {
                    group.addTask {
                        var connection = try Connection(path: path)
                        try connection.makeDurable()
                        try connection.execute("CREATE TABLE IF NOT EXISTS t (n INTEGER) STRICT")
                        try connection.transaction { try $0.run("INSERT INTO t VALUES (?)", .int(number)) }
                    }
                }
                try await group.waitForAll()
            }
            var connection = try Connection(path: path, access: .read)
            #expect(try connection.rows("SELECT n FROM t ORDER BY n") { try $0.int(0) } == [0, 1])
        }
    }
}
