internal import SandboxWorld

/// `_cat/snapshots`.
enum CatSnapshots: CatEndpoint {
    static let columns = CatTable(
        """
        *id|id,snapshot|unique snapshot||
        *repository|re,repo|repository name|||7.16
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
        for (repository, snapshot) in try snapshots(call, state) {
            let isDone = snapshot.isDone(at: call.now)
            let start = snapshot.work.start.milliseconds
            let end = isDone ? snapshot.work.end.milliseconds : 0
            let shards = isDone ? String(snapshot.work.shards) : "0"
            table.add([
                "id": snapshot.name, "repository": repository, "status": snapshot.state(at: call.now),
                "start_epoch": String(start / 1000),
                "start_time": ISODate.clock(start), "end_epoch": String(end / 1000), "end_time": ISODate.clock(end),
                "duration": TimeValue.text(
                    (isDone ? end : call.now.milliseconds) - start, unit: call.query["time"]),
                "indices": String(snapshot.parts.count), "successful_shards": shards, "failed_shards": "0",
                "total_shards": shards,
            ])
        }
    }

    private static func snapshots(
        _ call: Call, _ state: ClusterState
    ) throws(ElasticError) -> [(String, Snapshot)] {
        guard call.profile.has(.snapshotTableTellsRepositories) else {
            guard let name = call.arguments["repository"] else { throw .validation("repository is missing") }
            return try SnapshotReading.find(["_all"], in: name, call, state).map { (name, $0) }
        }
        let names = SnapshotReading.names(call.arguments["repository"] ?? "_all", state)
        let missing = names.filter { state.snapshots.repositories[$0] == nil }
        if let first = missing.first {
            throw ElasticError(
                "exception", "Repositories [\(missing.joined(separator: ","))] failed to retrieve snapshots",
                status: 500,
                cause: .repositoryMissing(first))
        }
        var found: [(String, Snapshot)] = []
        for name in names { found += try SnapshotReading.find(["_all"], in: name, call, state).map { (name, $0) } }
        return found
    }
}
