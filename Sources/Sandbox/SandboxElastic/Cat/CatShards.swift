internal import SandboxWorld

/// `_cat/shards`.
enum CatShards: CatEndpoint {
    static func fill(_ table: inout CatTable, _ call: Call, _ state: inout ClusterState) throws(ElasticError) {
        let options = try ExpansionOptions(call.query, default: .init(forbidsClosed: true))
        for index in try state.resolve(call.index, options) where index.isOpen {
            for number in index.shards.indices {
                var row = primary(number, of: index, call)
                if row["state"] == "STARTED" || row["state"] == "INITIALIZING" { row["id"] = state.nodeID }
                table.add(row)
                for _ in 0..<index.replicas {
                    table.add([
                        "index": index.name, "shard": String(number), "prirep": "r", "state": "UNASSIGNED",
                        "unassigned.reason": unassignedReason(index), "recoverysource.type": "peer",
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
        row["store"] = ByteSize.text(index.shards[number].files.bytes, unit: call.query["bytes"])
        return row
    }

    /// Why a replica has no node: what its index has last come from.
    static func unassignedReason(_ index: Index) -> String {
        switch index.recovery.source {
        case .emptyStore: "INDEX_CREATED"
        case .existingStore: "INDEX_REOPENED"
        case .snapshot: "NEW_INDEX_RESTORED"
        }
    }
}
