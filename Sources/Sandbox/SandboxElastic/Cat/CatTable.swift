internal import OrderedJSON

/// A table of the `_cat` endpoints.
struct CatTable: Sendable {
    /// A column and what it is called.
    struct Column: Sendable {
        let name: String
        let aliases: [String]
        let description: String
        /// Whether it stands there without being asked for.
        var isDefault: Bool
        var isRightAligned: Bool
    }

    /// The columns, in order.
    let columns: [Column]
    /// A row holds the cells by the names of their columns; what is not there is blank.
    var rows: [[String: String]] = []

    /// The column of a name or an alias.
    func column(_ name: String) -> Column? { columns.first { $0.name == name || $0.aliases.contains(name) } }
}

extension CatTable {
    /// Reads columns from lines `[*]NAME|ALIAS,ALIAS|DESCRIPTION[|>]`: `*` marks the default ones, `>` numbers.
    init(_ text: String) {
        columns = text.split(separator: "\n").map { line in
            let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            let isDefault = parts[0].hasPrefix("*")
            return Column(
                name: isDefault ? String(parts[0].dropFirst()) : parts[0],
                aliases: parts.count > 1 ? elements(parts[1]) : [], description: parts.count > 2 ? parts[2] : "",
                isDefault: isDefault, isRightAligned: parts.count > 3)
        }
    }
}
