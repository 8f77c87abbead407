internal import OrderedJSON
internal import SandboxWorld

/// A snapshot in a folder: what was asked for, the indices as they were, and when it is finished.
struct Snapshot: Sendable {
    /// An index in a snapshot.
    struct Part: Sendable {
        let index: Index
        /// The files of each shard, and those of them that no earlier snapshot has.
        let files: [(total: ShardFiles, new: ShardFiles)]
        /// The number of its first shard among the snapshot's.
        let firstShard: Int
    }

    let name: String
    let uuid: String
    /// The cluster that makes it, and what it calls the repository.
    let cluster: String
    let repository: String
    let parts: [Part]
    /// The persistent settings of the cluster; nil when they are not included.
    let globalState: SettingsMap?
    var work: ShardWork
    /// What who made it noted beside it.
    var metadata: JSON?

    func isDone(at now: SandboxInstant) -> Bool { work.isDone(at: now) }

    /// `SUCCESS` or `IN_PROGRESS`.
    func state(at now: SandboxInstant) -> String { isDone(at: now) ? "SUCCESS" : "IN_PROGRESS" }

    /// How an error calls it: `repository:name/uuid`, by the repository's name there.
    func reference(in repository: String) -> String { "\(repository):\(name)/\(uuid)" }

    /// The snapshot as `GET _snapshot/REPOSITORY/NAME` shows it.
    ///
    /// - Parameter name: The repository, in versions that tell it.
    func json(_ profile: Profile, at now: SandboxInstant, in name: String? = nil) -> JSON {
        let isDone = isDone(at: now)
        let start = work.start.milliseconds
        let end = isDone ? work.end.milliseconds : 0
        let shards = isDone ? work.shards : 0
        var object = JSONObject([("snapshot", .string(self.name)), ("uuid", .string(uuid))])
        if let name { object.append("repository", .string(name)) }
        object.append("version_id", JSON(Int(profile.versionCreated) ?? 0))
        object.append("version", .string(profile.build.number))
        object.append("indices", .array(parts.map { .string($0.index.name) }))
        if profile.has(.snapshotsHaveMetadata), profile.has(.snapshotsHaveStreams) { object.append("data_streams", []) }
        object.append("include_global_state", .bool(globalState != nil))
        if let metadata, profile.has(.snapshotsHaveMetadata) { object.append("metadata", metadata) }
        let rest: [(String, JSON)] = [
            ("state", .string(state(at: now))), ("start_time", .string(ISODate.text(start))),
            ("start_time_in_millis", JSON(start)), ("end_time", .string(ISODate.text(end))),
            ("end_time_in_millis", JSON(end)), ("duration_in_millis", JSON(end - start)), ("failures", []),
            ("shards", ["total": JSON(shards), "failed": 0, "successful": JSON(shards)]),
        ]
        for (name, value) in rest { object.append(name, value) }
        if name != nil { object.append("feature_states", []) }
        return .object(object)
    }

    /// The snapshot with `verbose=false`, which reads only the list of snapshots.
    func summary(at now: SandboxInstant, in name: String? = nil) -> JSON {
        var object = JSONObject([("snapshot", .string(self.name)), ("uuid", .string(uuid))])
        if let name { object.append("repository", .string(name)) }
        object.append("indices", .array(parts.map { .string($0.index.name) }))
        object.append("state", .string(state(at: now)))
        return .object(object)
    }
}
