internal import SQLite

/// Reads a table row by row, and continues behind pages that cannot be read.
struct TableReader {
    /// The most gaps of one table that are looked behind.
    private static let gapLimit = 10_000

    /// Gives each row that can be read to a closure, `rowid` first; a row that the closure refuses counts as damaged.
    ///
    /// - Returns: Whether all of them could be read.
    func read(
        _ table: String, _ columns: String, _ connection: inout Connection, row: (borrowing Row) throws -> Void
    ) -> Bool {
        var isWhole = true
        var last = Int.min
        for _ in 0..<Self.gapLimit {
            do {
                _ = try connection.rows(
                    "SELECT rowid, \(columns) FROM \(table) NOT INDEXED WHERE rowid > ? ORDER BY rowid", .int(last)
                ) { found in
                    last = try found.int(0)
                    do { try row(found) } catch { isWhole = false }
                }
                return isWhole
            } catch {
                isWhole = false
                guard let next = nextReadable(table, after: max(last, 0), &connection) else { return false }
                last = next - 1
            }
        }
        return false
    }

    /// The number of the first row behind a gap; nil when nothing more can be read.
    private func nextReadable(_ table: String, after last: Int, _ connection: inout Connection) -> Int? {
        if last > 1 << 60 { return nil }
        var (low, step) = (last, 1)
        // Further and further, up to a place that can be read...
        while case .unreadable = look(table, from: low + step, &connection) {
            low += step
            step *= 2
            if step > 1 << 60 || low > 1 << 60 { return nil }
        }
        // ...and then back to where that begins.
        var (high, found) = (low + step, nil as Int?)
        while high > low {
            let middle = high - low > 1 ? low + (high - low) / 2 : high
            switch look(table, from: middle, &connection) {
            case .unreadable: low = middle
            case .row(let row):
                if middle == high { return row }
                (high, found) = (middle, row)
            case .end:
                if middle == high { return found }
                high = middle
            }
        }
        return found
    }

    private enum Look {
        case row(Int)
        case end
        case unreadable
    }

    private func look(_ table: String, from row: Int, _ connection: inout Connection) -> Look {
        do {
            let found = try connection.first(
                "SELECT rowid FROM \(table) NOT INDEXED WHERE rowid >= ? ORDER BY rowid LIMIT 1", .int(row)
            ) { try $0.int(0) }
            return found.map { .row($0) } ?? .end
        } catch { return .unreadable }
    }
}
