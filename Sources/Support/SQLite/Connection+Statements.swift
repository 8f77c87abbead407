internal import CSQLite

extension Connection {
    /// Runs a script of statements without parameters.
    package func execute(_ script: String) throws(SQLiteError) {
        let code = sqlite3_exec(handle, script, nil, nil, nil)
        guard code == SQLITE_OK else { throw error(code, script) }
    }

    /// Runs one statement whose rows, if any, are not wanted.
    package mutating func run(_ sql: String, _ values: Value...) throws(SQLiteError) {
        let statement = try prepared(sql, values)
        defer { release(statement) }
        while try step(statement, sql) {}
    }

    /// Runs one statement and gives what the closure makes of each row, in order.
    package mutating func rows<Element>(
        _ sql: String, _ values: Value..., transform: (borrowing Row) throws -> Element
    ) throws -> [Element] {
        let statement = try prepared(sql, values)
        defer { release(statement) }
        var elements: [Element] = []
        while try step(statement, sql) { elements.append(try transform(Row(statement))) }
        return elements
    }

    /// Runs one statement and gives what the closure makes of its first row, nil where there is none.
    package mutating func first<Element>(
        _ sql: String, _ values: Value..., transform: (borrowing Row) throws -> Element
    ) throws -> Element? {
        let statement = try prepared(sql, values)
        defer { release(statement) }
        return try step(statement, sql) ? try transform(Row(statement)) : nil
    }

    private func step(_ statement: OpaquePointer, _ sql: String) throws(SQLiteError) -> Bool {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: true
        case SQLITE_DONE: false
        case let code: throw error(code, sql)
        }
    }

    private mutating func prepared(_ sql: String, _ values: [Value]) throws(SQLiteError) -> OpaquePointer {
        let statement = if let known = statements[sql] { known } else { try prepare(sql) }
        statements[sql] = statement
        guard values.count == Int(sqlite3_bind_parameter_count(statement)) else {
            throw SQLiteError(
                code: SQLITE_RANGE,
                message: "\(values.count) values for \(sqlite3_bind_parameter_count(statement)) parameters",
                sql: sql)
        }
        for (index, value) in values.enumerated() {
            let code = bind(value, to: Int32(index + 1), of: statement)
            guard code == SQLITE_OK else {
                let failure = error(code, sql)
                release(statement)
                throw failure
            }
        }
        return statement
    }

    private func prepare(_ sql: String) throws(SQLiteError) -> OpaquePointer {
        var statement: OpaquePointer?
        var hasTail = false
        let code = sql.withCString { start in
            var tail: UnsafePointer<CChar>?
            let code = sqlite3_prepare_v3(handle, start, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, &tail)
            hasTail = tail.map { !String(cString: $0).allSatisfy { $0.isWhitespace || $0 == ";" } } ?? false
            return code
        }
        guard code == SQLITE_OK else { throw error(code, sql) }
        guard let statement, !hasTail else {
            sqlite3_finalize(statement)
            throw SQLiteError(code: SQLITE_MISUSE, message: "exactly one statement is wanted", sql: sql)
        }
        return statement
    }

    // A statement that is not reset keeps its read transaction open, and its text alive.
    private func release(_ statement: OpaquePointer) {
        sqlite3_reset(statement)
        sqlite3_clear_bindings(statement)
    }

    private func bind(_ value: Value, to index: Int32, of statement: OpaquePointer) -> Int32 {
        // SQLITE_TRANSIENT is a cast in C, which Swift does not import: SQLite makes its own copy.
        let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        switch value {
        case .null:
            return sqlite3_bind_null(statement, index)
        case .integer(let value):
            return sqlite3_bind_int64(statement, index, value)
        case .real(let value):
            return sqlite3_bind_double(statement, index, value)
        case .text(var text):
            // With its length, so that a NUL inside survives.
            return text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) {
                    guard let start = $0.baseAddress else {
                        return sqlite3_bind_text(statement, index, "", 0, transient)
                    }
                    return sqlite3_bind_text64(statement, index, start, UInt64($0.count), transient, UInt8(SQLITE_UTF8))
                }
            }
        case .blob(let bytes):
            guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(statement, index, 0) }
            return sqlite3_bind_blob64(statement, index, bytes, UInt64(bytes.count), transient)
        }
    }
}
