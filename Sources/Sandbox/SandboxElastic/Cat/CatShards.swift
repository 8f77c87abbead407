internal import SandboxWorld

/// `_cat/shards`.
enum CatShards: CatEndpoint {
    static func fill(_ table: inout CatTable, _ call: Call, _ state: inout ClusterState) throws(ElasticError) {
        let showsClosed = call.profile.has(.tablesShowClosed)
        let options = try ExpansionOptions(
            call.query, default: .init(closed: showsClosed, forbidsClosed: !showsClosed))
        let indices = try state.indices.resolve(call.index, options)
        try IndexBlock.check(.readMetadata, indices, call.profile)
        for index in indices where index.isOpen || showsClosed {
            for number in index.shards.indices {
                var row = primary(number, of: index, call)
                if row["state"] == "STARTED" || row["state"] == "INITIALIZING" { row["id"] = state.nodeID }
                table.add(row)
                for _ in 0..<index.replicas {
                    table.add([
                        "index": index.name, "shard": String(number), "prirep": "r", "state": "UNASSIGNED",
                        "unassigned.reason": index.unassignedReason, "recoverysource.type": "peer",
                    ])
                }
            }
        }
    }

    private static func primary(_ number: Int, of index: Index, _ call: Call) -> [String: String] {
        var row = [
            "index": index.name, "shard": String(number), "prirep": "p", "ip": "127.0.0.1", "node": call.nodeName,
        ]
        guard index.recovery.isDone(number, at: call.now) else {
            row["state"] = "INITIALIZING"
            row["recoverysource.type"] = "snapshot"
            return row
        }
        row["state"] = "STARTED"
        row["docs"] = String(index.shards[number].count)
        row["dataset"] = ByteSize.text(index.shards[number].files.bytes, unit: call.query["bytes"])
        row["store"] = ByteSize.text(index.shards[number].files.bytes, unit: call.query["bytes"])
        return row
    }
}
