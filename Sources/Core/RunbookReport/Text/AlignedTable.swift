import RunbookModel

/// Lines with cells below each other and a name above each column, such as `_cat/indices?v` gives.
struct AlignedTable {
    /// The longest line that is looked at.
    private static let longestLine = 4000
    private static let fewestColumns = 3

    private let rows: [[UInt8]]
    /// Where each column begins and ends, in bytes.
    private let columns: [Range<Int>]

    /// Recognises a table; nil for any other text, and for one that is not ASCII, whose cells may have other columns.
    init?(_ lines: [Substring]) {
        guard lines.count > 1,
            lines.allSatisfy({ $0.utf8.count <= Self.longestLine && $0.utf8.allSatisfy { $0 < 0x80 } })
        else { return nil }
        rows = lines.map { Array($0.utf8) }
        var isFilled = [Bool](repeating: false, count: rows.map(\.count).max() ?? 0)
        for row in rows {
            for (index, byte) in row.enumerated() where byte != UInt8(ascii: " ") { isFilled[index] = true }
        }
        var columns: [Range<Int>] = []
        var start: Int?
        for (index, filled) in (isFilled + [false]).enumerated() {
            if filled {
                start = start ?? index
            } else if let begin = start {
                columns.append(begin..<index)
                start = nil
            }
        }
        self.columns = columns
        // Only a table has a word above each column, and a gap in all lines where the first one has a gap.
        let names = rows[0].split(separator: UInt8(ascii: " ")).count
        guard columns.count >= Self.fewestColumns, names == columns.count else { return nil }
    }

    /// The lines in so many columns: a mark replaces the last cells, and a line says which; nil where not even the first
    /// two have room.
    func cut(to width: Int) -> [String]? {
        guard let kept = columns.lastIndex(where: { $0.upperBound + 2 <= width }), kept > 0 else { return nil }
        let missing = columns[(kept + 1)...]
        let end = columns[kept].upperBound
        let lines = rows.map { row in
            let shown = row.prefix(end)
            return String(decoding: shown, as: UTF8.self) + String(repeating: " ", count: end + 1 - shown.count) + "…"
        }
        let names = missing.map { cell(0, $0) }.joined(separator: ", ")
        return lines + ["… no room for \(names)"]
    }

    /// Each row as a block, a cell a line behind the name of its column.
    var records: [String] {
        let names = columns.map { cell(0, $0) }
        let widest = names.map(\.utf8.count).max() ?? 0
        return rows.indices.dropFirst().flatMap { row -> [String] in
            let block = zip(names, columns).map { FittedText.grown($0, to: widest) + "  " + cell(row, $1) }
            return (row > 1 ? [""] : []) + block
        }
    }

    private func cell(_ row: Int, _ column: Range<Int>) -> String {
        let bytes = rows[row].dropFirst(column.lowerBound).prefix(column.count)
        let words = bytes.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
        return words.joined(separator: " ")
    }

    /// The lines as a terminal of so many columns shows them: a table that is too wide in fewer columns, or as blocks,
    /// which leave nothing out; anything else as it is.
    static func fitted(_ lines: [Substring], to width: Int, isWhole: Bool) -> [Substring] {
        guard lines.contains(where: { $0.utf8.count > width }), let table = AlignedTable(lines) else { return lines }
        let fitted = isWhole ? table.records : table.cut(to: width) ?? table.records
        return fitted.map { $0[...] }
    }
}
