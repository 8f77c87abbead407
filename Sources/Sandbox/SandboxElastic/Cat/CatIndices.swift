internal import OrderedJSON
internal import SandboxWorld

/// `_cat/indices`.
enum CatIndices: CatEndpoint {
    static func fill(_ table: inout CatTable, _ call: Call, _ state: inout ClusterState) throws(ElasticError) {
        let options = try ExpansionOptions(call.query, default: .init(open: true, closed: true))
        var indices = try state.indices.resolve(call.index, options)
        try IndexBlock.check(.readMetadata, indices, call.profile)
        if let health = call.query["health"] {
            guard ["green", "yellow", "red"].contains(health.lowercased()) else {
                throw .illegalArgument("unknown cluster health status [\(health)]")
            }
            indices = indices.filter { $0.hasShards && Health([$0], at: call.now).status == health }
        }
        for index in indices {
            if index.isOpen {
                table.add(row(index, call))
            } else {
                table.rows.append(row(index, call))
            }
        }
    }

    private static func row(_ index: Index, _ call: Call) -> [String: String] {
        let created = index.settings.text("index.creation_date") ?? ""
        var row = [
            "status": index.isOpen ? "open" : "close", "index": index.name, "uuid": index.uuid,
            "creation.date": created, "creation.date.string": Int(created).map(ISODate.text) ?? "",
        ]
        guard index.hasShards else { return row }
        row.merge([
            "health": Health([index], at: call.now).status, "pri": String(index.shardCount),
            "rep": String(index.replicas),
        ]) { $1 }
        // Documents are counted in shards that have started.
        guard index.isOpen, index.startedShards(at: call.now) > 0 else { return row }
        let size = index.shards.map(\.files.bytes).reduce(0, +)
        let text = ByteSize.text(size, unit: call.query["bytes"])
        row.merge([
            "docs.count": String(index.shards.map(\.count).reduce(0, +)),
            "docs.deleted": String(index.shards.map(\.deletedCount).reduce(0, +)), "store.size": text,
            "pri.store.size": text, "dataset.size": text,
        ]) { $1 }
        return row
    }
}
