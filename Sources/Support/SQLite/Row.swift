internal import CSQLite

/// One row of a result, valid only inside the closure that is given it.
package struct Row: ~Copyable {
    private let statement: OpaquePointer

    init(_ statement: OpaquePointer) {
        self.statement = statement
    }

    /// The value of a column, counted from 0.
    package func value(_ column: Int) -> Value {
        let column = Int32(column)
        return switch sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER: .integer(sqlite3_column_int64(statement, column))
        case SQLITE_FLOAT: .real(sqlite3_column_double(statement, column))
        case SQLITE_TEXT: .text(String(decoding: bytes(column, sqlite3_column_text(statement, column)), as: UTF8.self))
        case SQLITE_BLOB: .blob([UInt8](bytes(column, sqlite3_column_blob(statement, column))))
        default: .null
        }
    }

    /// The integer in a column; throws when the column holds something else.
    package func int(_ column: Int) throws(SQLiteError) -> Int {
        guard case .integer(let value) = value(column) else { throw mismatch(column, "INTEGER") }
        return Int(value)
    }

    /// The text in a column; throws when the column holds something else.
    package func text(_ column: Int) throws(SQLiteError) -> String {
        guard case .text(let value) = value(column) else { throw mismatch(column, "TEXT") }
        return value
    }

    /// The text in a column, nil for NULL; throws when the column holds something else.
    package func optionalText(_ column: Int) throws(SQLiteError) -> String? {
        if case .null = value(column) { nil } else { try text(column) }
    }

    /// The bytes in a column; throws when the column holds something else.
    package func blob(_ column: Int) throws(SQLiteError) -> [UInt8] {
        guard case .blob(let value) = value(column) else { throw mismatch(column, "BLOB") }
        return value
    }

    // The length is asked for after the pointer: SQLite converts on the first call.
    private func bytes(_ column: Int32, _ start: UnsafeRawPointer?) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(statement, column)))
    }

    private func mismatch(_ column: Int, _ wanted: String) -> SQLiteError {
        SQLiteError(
            code: SQLITE_MISMATCH,
            message: "column \(column) holds \(value(column).kind), \(wanted) is wanted",
            sql: sqlite3_sql(statement).map { String(cString: $0) })
    }
}
