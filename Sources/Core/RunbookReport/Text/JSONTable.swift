import OrderedJSON
import RunbookModel

/// A list of flat objects, such as `_cat` gives with `format=json`, as a table.
enum JSONTable {
    private static let mostRows = 200
    private static let longestCell = 200

    /// The table; nil for what is not one, or is wider than a line.
    static func text(_ json: JSON, width: Int) -> String? {
        guard let rows = json.array, !rows.isEmpty else { return nil }
        var names: [String] = []
        var known: Set<String> = []
        for row in rows {
            guard let object = row.object, !object.isEmpty else { return nil }
            for member in object.members {
                guard member.value.array == nil, member.value.object == nil else { return nil }
                if known.insert(member.name).inserted { names.append(member.name) }
            }
        }
        if names.count > 40 { return nil }
        let cells =
            [names.map(cell)]
            + rows.prefix(mostRows).map { row in
                names.map { name in row[name].map { cell($0.string ?? ($0 == .null ? "" : $0.text())) } ?? "" }
            }
        let widths = names.indices.map { column in cells.map { ColumnWidth.of($0[column]) }.max() ?? 0 }
        guard widths.reduce(0, { $0 + $1 + 2 }) - 2 <= width else { return nil }
        let lines = cells.map { row in
            var line = zip(row, widths).map { FittedText.grown($0, to: $1) }.joined(separator: "  ")
            while line.hasSuffix(" ") { line.removeLast() }
            return line
        }
        let rest = rows.count - mostRows
        return (lines + (rest > 0 ? ["… \(rest) more rows"] : [])).joined(separator: "\n")
    }

    private static func cell(_ text: String) -> String { VisibleText.oneLine(text, limit: longestCell) }
}
