internal import OrderedJSON

/// `_cat/indices`.
enum CatIndices {
    static func list(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let options = try ExpansionOptions(call.query, default: .init(open: true, closed: true))
        var indices = try state.resolve(call.index, options)
        if let health = call.query["health"] {
            indices = indices.filter { $0.isOpen && Health([$0]).status == health }
        }
        let inBytes = call.query["bytes"] == "b"
        var table = columns
        for index in indices {
            if index.isOpen {
                table.add(row(index, inBytes: inBytes))
            } else {
                table.rows.append(row(index, inBytes: inBytes))
            }
        }
        return try table.answer(call.query)
    }

    private static func row(_ index: Index, inBytes: Bool) -> [String: String] {
        let created = index.settings.text("index.creation_date") ?? ""
        var row = [
            "status": index.isOpen ? "open" : "close", "index": index.name, "uuid": index.uuid,
            "creation.date": created, "creation.date.string": Int(created).map(ISODate.text) ?? "",
        ]
        guard index.isOpen else { return row }
        let size = size(of: index)
        let text = inBytes ? String(size) : ByteSize.text(size)
        row.merge([
            "health": Health([index]).status, "pri": String(index.shardCount), "rep": String(index.replicas),
            "docs.count": String(index.shards.map(\.count).reduce(0, +)),
            "docs.deleted": String(index.shards.map(\.deletedCount).reduce(0, +)), "store.size": text,
            "pri.store.size": text,
        ]) { $1 }
        return row
    }

    /// A size that grows with the documents: a real one depends on segments and flushes.
    private static func size(of index: Index) -> Int {
        index.shards.map { shard in
            shard.visible.reduce(230) { $0 + ($1.isTombstone ? 0 : 2600 + $1.source.count * 2) }
        }.reduce(0, +)
    }
}
