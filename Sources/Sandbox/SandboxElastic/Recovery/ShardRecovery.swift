internal import OrderedJSON
internal import SandboxWorld

/// The recovery of one shard in numbers.
struct ShardRecovery {
    let index: Index
    let number: Int
    let isDone: Bool
    let start: Int
    let milliseconds: Int
    /// All files, and those that are there already.
    let total: ShardFiles
    let recovered: ShardFiles

    /// The recoveries of an index's shards, those left out that have not begun.
    static func all(of index: Index, at now: SandboxInstant) -> [ShardRecovery] {
        index.recovery.files.indices.compactMap { ShardRecovery(index, $0, at: now) }
    }

    private init?(_ index: Index, _ number: Int, at now: SandboxInstant) {
        let recovery = index.recovery
        let stage = recovery.stage(of: number, at: now)
        if stage == .waiting { return nil }
        self.index = index
        self.number = number
        isDone = stage == .done
        start = recovery.work.start(of: recovery.firstShard + number).milliseconds
        total = recovery.files[number]
        if case .running(let share) = stage {
            recovered = ShardFiles(count: Int(Double(total.count) * share), bytes: Int(Double(total.bytes) * share))
            milliseconds = now.milliseconds - start
        } else {
            recovered = total
            milliseconds = ShardWork.millisecondsPerShard
        }
    }

    /// The source's name: `EMPTY_STORE`, `EXISTING_STORE` or `SNAPSHOT`.
    var type: String {
        switch index.recovery.source {
        case .emptyStore: "EMPTY_STORE"
        case .existingStore: "EXISTING_STORE"
        case .snapshot: "SNAPSHOT"
        }
    }

    var stage: String { isDone ? "DONE" : "INDEX" }

    /// How many files and bytes were there before: all of a shard that was only closed.
    var reused: ShardFiles {
        if case .existingStore = index.recovery.source { total } else { ShardFiles() }
    }

    /// A share in per cent with one digit, 0 of nothing.
    static func percent(_ part: Int, of whole: Int) -> String {
        if whole == 0 { return "0.0%" }
        let tenths = part * 1000 / whole
        return "\(tenths / 10).\(tenths % 10)%"
    }

    func json(_ call: Call, nodeID: String) -> JSON {
        var object = JSONObject([
            ("id", JSON(number)), ("type", .string(type)), ("stage", .string(stage)), ("primary", true),
            ("start_time_in_millis", JSON(start)),
        ])
        if isDone { object.append("stop_time_in_millis", JSON(start + milliseconds)) }
        object.append("total_time_in_millis", JSON(milliseconds))
        object.append("source", sourceJSON)
        object.append(
            "target",
            [
                "id": .string(nodeID), "host": "127.0.0.1",
                "transport_address": .string(call.transport.description),
                "ip": "127.0.0.1", "name": .string(call.nodeName),
            ])
        object.append("index", filesJSON)
        object.append(
            "translog",
            [
                "recovered": 0, "total": 0, "percent": "100.0%", "total_on_start": 0, "total_time_in_millis": 0,
            ])
        object.append("verify_index", ["check_index_time_in_millis": 0, "total_time_in_millis": 0])
        return .object(object)
    }

    private var sourceJSON: JSON {
        switch index.recovery.source {
        case .emptyStore: [:]
        case .existingStore: ["bootstrap_new_history_uuid": false]
        case .snapshot(let repository, let snapshot, let index, let uuid, let version):
            [
                "repository": .string(repository), "snapshot": .string(snapshot), "version": .string(version),
                "index": .string(index), "restoreUUID": .string(uuid),
            ]
        }
    }

    private var filesJSON: JSON {
        let own = ShardFiles(count: recovered.count - reused.count, bytes: recovered.bytes - reused.bytes)
        return [
            "size": [
                "total_in_bytes": JSON(total.bytes), "reused_in_bytes": JSON(reused.bytes),
                "recovered_in_bytes": JSON(own.bytes),
                "percent": .string(ShardRecovery.percent(recovered.bytes, of: total.bytes)),
            ],
            "files": [
                "total": JSON(total.count), "reused": JSON(reused.count), "recovered": JSON(own.count),
                "percent": .string(ShardRecovery.percent(recovered.count, of: total.count)),
            ],
            "total_time_in_millis": JSON(milliseconds), "source_throttle_time_in_millis": 0,
            "target_throttle_time_in_millis": 0,
        ]
    }
}
