internal import OrderedJSON

extension CatTable {
    /// A column of an answer and what it is called there.
    private struct Shown {
        let column: Column
        let title: String
    }

    /// Writes the table as the query wants it.
    func answer(_ query: QueryParameters, _ profile: Profile) throws(ElasticError) -> Answer {
        let shown = self.shown(query["h"])
        let rows = try sorted(query.list("s") ?? [], profile)
        if let format = query.tableFormat, ["json", "yaml", "cbor", "smile"].contains(format) {
            let list = rows.map { row -> JSON in
                .object(
                    JSONObject(
                        shown.map { ($0.title, row[$0.column.name].map { .string($0) } ?? .null) }))
            }
            return Answer(.array(list))
        }
        return Answer(text: text(rows, shown, withTitles: try query.bool("v")))
    }

    /// What the columns are called and what they mean.
    var help: String {
        let widths = [
            columns.map(\.name.count).max() ?? 0, columns.map { $0.aliases.joined(separator: ",").count }.max() ?? 0,
            columns.map(\.description.count).max() ?? 0,
        ]
        return columns.map { column in
            let cells = [column.name, column.aliases.joined(separator: ","), column.description]
            let padded = zip(cells, widths).map { CatTable.pad($0, $1, right: false) }
            return padded.joined(separator: " | ") + "\n"
        }.joined()
    }

    private func shown(_ list: String?) -> [Shown] {
        guard let list else {
            return columns.filter(\.isDefault).map { Shown(column: $0, title: $0.name) }
        }
        var names: [String] = []
        for name in elements(list) where !names.contains(name) { names.append(name) }
        return names.flatMap { name -> [Shown] in
            if name.contains("*") {
                return columns.filter { Wildcard.matches(name, $0.name) }.map { Shown(column: $0, title: $0.name) }
            }
            return column(name).map { [Shown(column: $0, title: name)] } ?? []
        }
    }

    private func sorted(_ keys: [String], _ profile: Profile) throws(ElasticError) -> [[String: String]] {
        var order: [(name: String, isDescending: Bool)] = []
        for key in keys {
            let parts = key.split(separator: ":").map(String.init)
            let isDescending = parts.last == "desc" && parts.count > 1
            let name = isDescending || (parts.last == "asc" && parts.count > 1) ? parts[0] : key
            guard let column = column(name) else {
                let reason = "Unable to sort by unknown sort key `\(name)`"
                if profile.has(.sortKeysAreChecked) { throw .illegalArgument(reason) }
                throw ElasticError("unsupported_operation_exception", reason, status: 500)
            }
            order.append((column.name, isDescending))
        }
        return rows.enumerated().sorted { left, right in
            for key in order {
                let one = left.element[key.name]
                let two = right.element[key.name]
                if one == two { continue }
                return CatTable.precedes(one, two) != key.isDescending
            }
            return left.offset < right.offset
        }.map(\.element)
    }

    /// Numbers and sizes by value, other text by its characters, blanks first.
    private static func precedes(_ left: String?, _ right: String?) -> Bool {
        guard let left, let right else { return left == nil }
        if let one = Double(left), let two = Double(right) { return one < two }
        if let one = ByteSize.bytes(left), let two = ByteSize.bytes(right) { return one < two }
        return left < right
    }

    private func text(_ rows: [[String: String]], _ shown: [Shown], withTitles: Bool) -> String {
        if shown.isEmpty { return String(repeating: "\n", count: rows.count + (withTitles ? 1 : 0)) }
        let widths = shown.map { shown in
            max(withTitles ? shown.title.count : 0, rows.map { $0[shown.column.name]?.count ?? 0 }.max() ?? 0)
        }
        func line(_ cells: [String]) -> String {
            let padded = zip(cells.indices, cells).map { index, cell in
                let column = shown[index].column
                let isLast = index == cells.count - 1
                return CatTable.pad(
                    cell, isLast && !column.isRightAligned && !cell.isEmpty ? 0 : widths[index],
                    right: column.isRightAligned)
            }
            return padded.joined(separator: " ") + "\n"
        }
        let titles = withTitles ? [titleLine(shown, widths)] : []
        return (titles + rows.map { row in line(shown.map { row[$0.column.name] ?? "" }) }).joined()
    }

    private func titleLine(_ shown: [Shown], _ widths: [Int]) -> String {
        zip(shown.indices, shown).map { index, shown in
            let isLast = index == widths.count - 1
            let isRight = shown.column.isRightAligned
            return CatTable.pad(shown.title, isLast && !isRight ? 0 : widths[index], right: isRight)
        }.joined(separator: " ") + "\n"
    }

    private static func pad(_ text: String, _ width: Int, right: Bool) -> String {
        let space = String(repeating: " ", count: max(width - text.count, 0))
        return right ? space + text : text + space
    }
}
