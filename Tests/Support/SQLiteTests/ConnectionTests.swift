import Testing

@testable import SQLite

struct ConnectionTests {
    @Test(
        arguments: [
            .null, .integer(.min), .integer(.max), .real(1.5), .text(""), .text("é\0x"), .blob([]), .blob([0, 255]),
        ] as [Value])
    func keepsValues(value: Value) throws {
        var connection = try Connection(path: ":memory:")
        try connection.execute("CREATE TABLE t (v ANY) STRICT")
        try connection.run("INSERT INTO t VALUES (?)", value)
        #expect(try connection.first("SELECT v FROM t") { $0.value(0) } == value)
    }

    @Test func preparesAStatementOnce() throws {
        var connection = try Connection(path: ":memory:")
        for number in 0..<3 {
            #expect(try connection.first("SELECT ?", .int(number)) { try $0.int(0) } == number)
        }
        #expect(connection.statements.count == 1)
    }

    @Test func refusesASecondStatementInTheTail() throws {
        var connection = try Connection(path: ":memory:")
        #expect(throws: SQLiteError.self) { try connection.run("SELECT 1; SELECT 2") }
        try connection.run("SELECT 1;\n ")
    }

    @Test func refusesAWrongNumberOfValues() throws {
        var connection = try Connection(path: ":memory:")
        #expect(throws: SQLiteError.self) { try connection.run("SELECT ?, ?", 1) }
    }

    @Test func saysWhatAColumnHolds() throws {
        var connection = try Connection(path: ":memory:")
        let error = #expect(throws: SQLiteError.self) {
            try connection.first("SELECT 'x'") { try $0.int(0) }
        }
        #expect(error?.message == "column 0 holds TEXT, INTEGER is wanted")
    }

    @Test func namesTheStatementThatFails() throws {
        var connection = try Connection(path: ":memory:")
        let error = #expect(throws: SQLiteError.self) { try connection.run("SELECT nowhere") }
        #expect(error?.sql == "SELECT nowhere")
        #expect(error?.message == "no such column: nowhere")
    }

    @Test func tellsADuplicateKeyFromOtherConstraints() throws {
        var connection = try Connection(path: ":memory:")
        try connection.execute("CREATE TABLE t (k INTEGER PRIMARY KEY, u TEXT UNIQUE, n INTEGER NOT NULL) STRICT")
        try connection.run("INSERT INTO t VALUES (1, 'a', 1)")
        let key = #expect(throws: SQLiteError.self) { try connection.run("INSERT INTO t VALUES (1, 'b', 1)") }
        let unique = #expect(throws: SQLiteError.self) { try connection.run("INSERT INTO t VALUES (2, 'a', 1)") }
        let null = #expect(throws: SQLiteError.self) { try connection.run("INSERT INTO t VALUES (3, 'c', NULL)") }
        #expect(key?.isDuplicate == true)
        #expect(unique?.isDuplicate == true)
        #expect(null?.isDuplicate == false)
    }

    @Test func saysThatAFileIsNoDatabase() throws {
        var connection = try Connection(path: "/etc/passwd", access: .read)
        let error = #expect(throws: SQLiteError.self) { try connection.run("SELECT * FROM sqlite_schema") }
        #expect(error?.isDamaged == true)
    }

    @Test func saysThatAFileCannotBeOpened() {
        let error = #expect(throws: SQLiteError.self) {
            _ = try Connection(path: "/nowhere/test.db")
        }
        #expect(error?.isCannotOpen == true)
        #expect(error?.message.contains("/nowhere/test.db") == true)
    }
}
