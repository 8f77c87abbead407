/// `_cat/recovery`.
enum CatRecovery: CatEndpoint {
    static let columns = CatTable(
        """
        *index|i,idx|index name||
        *shard|s,sh|shard name||
        start_time|start|recovery start time|||7.10
        start_time_millis|start_millis|recovery start time in epoch milliseconds|||7.10
        stop_time|stop|recovery stop time|||7.10
        stop_time_millis|stop_millis|recovery stop time in epoch milliseconds|||7.10
        *time|t,ti|recovery time||
        *type|ty|recovery type||
        *stage|st|recovery stage||
        *source_host|shost|source host||n/a
        *source_node|snode|source node name||n/a
        *target_host|thost|target host||127.0.0.1
        *target_node|tnode|target node name||
        *repository|rep|repository||n/a
        *snapshot|snap|snapshot||n/a
        *files|f|number of files to recover||
        *files_recovered|fr|files recovered||
        *files_percent|fp|percent of files recovered||
        *files_total|tf|total number of files||
        *bytes|b|number of bytes to recover||
        *bytes_recovered|br|bytes recovered||
        *bytes_percent|bp|percent of bytes recovered||
        *bytes_total|tb|total number of bytes||
        *translog_ops|to|number of translog ops to recover||0
        *translog_ops_recovered|tor|translog ops recovered||0
        *translog_ops_percent|top|percent of translog ops recovered||100.0%
        """)

    static func fill(_ table: inout CatTable, _ call: Call, _ state: inout ClusterState) throws(ElasticError) {
        let onlyActive = try call.query.bool("active_only")
        let options = try ExpansionOptions(
            call.query, default: .init(forbidsClosed: !call.profile.has(.closeNamesIndices)))
        let indices = try state.indices.resolve(call.index, options)
        if call.profile.has(.recoveryIsMetadata) { try IndexBlock.check(.readMetadata, indices, call.profile) }
        for index in indices {
            for shard in ShardRecovery.all(of: index, at: call.now) where !onlyActive || !shard.isDone {
                table.add(row(shard, call))
            }
        }
    }

    private static func row(_ shard: ShardRecovery, _ call: Call) -> [String: String] {
        let files = shard.total.count - shard.reused.count
        let bytes = shard.total.bytes - shard.reused.bytes
        var row = [
            "index": shard.index.name, "shard": String(shard.number),
            "time": TimeValue.text(shard.milliseconds, unit: call.query["time"]),
            "type": shard.type.lowercased(), "stage": shard.stage.lowercased(), "target_node": call.nodeName,
            "files": String(files), "files_recovered": String(shard.recovered.count - shard.reused.count),
            "files_percent": ShardRecovery.percent(shard.recovered.count, of: shard.total.count),
            "files_total": String(shard.total.count), "bytes": String(bytes),
            "bytes_recovered": String(shard.recovered.bytes - shard.reused.bytes),
            "bytes_percent": ShardRecovery.percent(shard.recovered.bytes, of: shard.total.bytes),
            "bytes_total": String(shard.total.bytes),
        ]
        row["start_time"] = ISODate.text(shard.start)
        row["start_time_millis"] = String(shard.start)
        if shard.isDone {
            row["stop_time"] = ISODate.text(shard.start + shard.milliseconds)
            row["stop_time_millis"] = String(shard.start + shard.milliseconds)
        }
        if case .snapshot(let repository, let snapshot, _, _, _) = shard.index.recovery.source {
            row["repository"] = repository
            row["snapshot"] = snapshot
        }
        return row
    }
}
