internal import SandboxWorld

/// `_cat/snapshots`.
enum CatSnapshots: CatEndpoint {
    static let columns = CatTable(
        """
        *id|id,snapshot|unique snapshot||
        *status|s,status|snapshot name||
        *start_epoch|ste,startEpoch|start time in seconds since 1970-01-01 00:00:00||
        *start_time|sti,startTime|start time in HH:MM:SS||
        *end_epoch|ete,endEpoch|end time in seconds since 1970-01-01 00:00:00||
        *end_time|eti,endTime|end time in HH:MM:SS||
        *duration|dur,duration|duration|>|
        *indices|i,indices|number of indices|>|
        *successful_shards|ss,successful_shards|number of successful shards|>|
        *failed_shards|fs,failed_shards|number of failed shards|>|
        *total_shards|ts,total_shards|number of total shards|>|
        reason|r,reason|reason for failures||
        """)

    static func fill(_ table: inout CatTable, _ call: Call, _ state: inout ClusterState) throws(ElasticError) {
        guard let repository = call.arguments["repository"] else { throw .validation("repository is missing") }
        for snapshot in try SnapshotReading.find(["_all"], in: repository, call, state) {
            let isDone = snapshot.isDone(at: call.now)
            let start = snapshot.work.start.milliseconds
            let end = isDone ? snapshot.work.end.milliseconds : 0
            let shards = isDone ? String(snapshot.work.shards) : "0"
            table.add([
                "id": snapshot.name, "status": snapshot.state(at: call.now), "start_epoch": String(start / 1000),
                "start_time": ISODate.clock(start), "end_epoch": String(end / 1000), "end_time": ISODate.clock(end),
                "duration": TimeValue.text(
                    (isDone ? end : call.now.milliseconds) - start, unit: call.query["time"]),
                "indices": String(snapshot.parts.count), "successful_shards": shards, "failed_shards": "0",
                "total_shards": shards,
            ])
        }
    }
}
