internal import OrderedJSON
internal import SandboxWorld

/// How far a snapshot is with one shard, in numbers.
struct ShardStatus {
    private let stage: String
    /// What is to be copied, what is copied, and what the snapshot holds.
    private let new: ShardFiles
    private let processed: ShardFiles
    private let total: ShardFiles
    private let start: SandboxInstant?
    private let milliseconds: Int

    init(_ part: Snapshot.Part, _ number: Int, _ work: ShardWork, at now: SandboxInstant) {
        let shard = part.firstShard + number
        let files = part.files[number]
        let stage = work.stage(of: shard, at: now)
        self.stage =
            switch stage {
            case .waiting: "INIT"
            case .running: "STARTED"
            case .done: "DONE"
            }
        new = stage == .waiting ? ShardFiles() : files.new
        total = stage == .waiting ? ShardFiles() : files.total
        if case .running(let share) = stage {
            processed = ShardFiles(
                count: Int(Double(files.new.count) * share), bytes: Int(Double(files.new.bytes) * share))
        } else {
            processed = new
        }
        start = stage == .waiting ? nil : work.start(of: shard)
        milliseconds = stage == .done ? ShardWork.millisecondsPerShard : 0
    }

    func json(node: String?) -> JSON {
        var object = JSONObject([("stage", .string(stage)), ("stats", ShardStatus.sums([self]))])
        if let node { object.append("node", .string(node)) }
        return .object(object)
    }

    /// How many shards are in which stage.
    static func counts(_ shards: [ShardStatus]) -> JSON {
        func count(_ stage: String) -> JSON { JSON(shards.count { $0.stage == stage }) }
        return [
            "initializing": count("INIT"), "started": count("STARTED"), "finalizing": 0, "done": count("DONE"),
            "failed": 0, "total": JSON(shards.count),
        ]
    }

    /// Files and times of shards together.
    static func sums(_ shards: [ShardStatus]) -> JSON {
        func json(_ files: ShardFiles) -> JSON {
            ["file_count": JSON(files.count), "size_in_bytes": JSON(files.bytes)]
        }
        let new = shards.map(\.new).reduce(ShardFiles(), +)
        let processed = shards.map(\.processed).reduce(ShardFiles(), +)
        let start = shards.compactMap(\.start).min()?.milliseconds ?? 0
        let end = shards.compactMap { shard in shard.start.map { $0.milliseconds + shard.milliseconds } }.max() ?? 0
        var object = JSONObject([("incremental", json(new))])
        if processed != new { object.append("processed", json(processed)) }
        object.append("total", json(shards.map(\.total).reduce(ShardFiles(), +)))
        object.append("start_time_in_millis", JSON(start))
        object.append("time_in_millis", JSON(max(end - start, 0)))
        return .object(object)
    }
}
