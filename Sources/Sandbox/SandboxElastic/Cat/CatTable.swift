internal import OrderedJSON

/// A table of the `_cat` endpoints.
struct CatTable: Sendable {
    /// A column and what it is called.
    struct Column: Sendable {
        let name: String
        let aliases: [String]
        let description: String
        /// Whether it is there without being asked for.
        var isDefault: Bool
        var isRightAligned: Bool
        /// What is in rows that do not say it; nil for blank.
        var standard: String?
        /// The versions that have it.
        var versions = VersionSpan.always
    }

    /// The columns, in order.
    private(set) var columns: [Column]
    /// A row holds the cells by the names of their columns; what is not there is blank.
    var rows: [[String: String]] = []

    /// The column of a name or an alias.
    func column(_ name: String) -> Column? { columns.first { $0.name == name || $0.aliases.contains(name) } }
}

extension CatTable {
    /// Adds a row; missing cells get the default of their column.
    mutating func add(_ row: [String: String]) {
        let standard = columns.compactMap { column in column.standard.map { (column.name, $0) } }
        rows.append(row.merging(standard) { own, _ in own })
    }

    /// Adds the columns of another table behind its own.
    mutating func append(_ other: CatTable) { columns += other.columns }

    /// Takes columns away that are shown only on request.
    mutating func hide(_ names: Set<String>) { columns.removeAll { names.contains($0.name) } }

    /// The table with the columns of one version.
    func restricted(to version: Version) -> CatTable {
        var table = self
        table.columns.removeAll { !$0.versions.contains(version) }
        return table
    }

    /// Reads columns from lines `[*]NAME|ALIAS,ALIAS|DESCRIPTION|[>]|STANDARD|SINCE|UNTIL`: `*` marks those that are
    /// there without being asked for, `>` those that are at the right; the last two are versions.
    init(_ text: String) {
        func version(_ parts: [String], _ place: Int) -> Version? {
            parts.count > place && !parts[place].isEmpty ? Version(parts[place]) : nil
        }
        columns = text.split(separator: "\n").map { line in
            let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            let isDefault = parts[0].hasPrefix("*")
            return Column(
                name: isDefault ? String(parts[0].dropFirst()) : parts[0],
                aliases: parts.count > 1 ? elements(parts[1]) : [], description: parts.count > 2 ? parts[2] : "",
                isDefault: isDefault, isRightAligned: parts.count > 3 && parts[3] == ">",
                standard: parts.count > 4 && !parts[4].isEmpty ? parts[4] : nil,
                versions: VersionSpan(since: version(parts, 5), until: version(parts, 6)))
        }
    }
}
