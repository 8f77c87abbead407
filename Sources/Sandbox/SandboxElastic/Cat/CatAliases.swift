/// `_cat/aliases`.
enum CatAliases: CatEndpoint {
    static let columns = CatTable(
        """
        *alias|a|alias name||
        *index|i,idx|index alias points to||
        *filter|f,fi|filter||-
        *routing.index|ri,routingIndex|index routing||-
        *routing.search|rs,routingSearch|search routing||-
        *is_write_index|w,isWriteIndex|write index||-|7.4
        """)

    static func fill(_ table: inout CatTable, _ call: Call, _ state: inout ClusterState) throws(ElasticError) {
        let patterns = call.arguments["name"].map { AliasPatterns(elements($0)) }
        try IndexBlock.check(.readMetadata, state.indices.values.map(\.withoutDocuments), call.profile)
        for index in state.indices.values.sorted(by: { $0.name < $1.name }) {
            for (name, alias) in index.aliases.sorted(by: { $0.key < $1.key }) {
                if let patterns, !patterns.contains(name) { continue }
                var row = ["alias": name, "index": index.name]
                row["filter"] = alias.filter.map { _ in "*" }
                row["routing.index"] = alias.indexRouting
                row["routing.search"] = alias.searchRouting
                row["is_write_index"] = alias.isWriteIndex.map { String($0) }
                table.add(row)
            }
        }
    }
}
