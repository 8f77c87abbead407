internal import OrderedJSON
internal import SandboxWorld

/// Makes and deletes snapshots.
enum SnapshotOperations {
    static func create(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let waits = try call.query.bool("wait_for_completion")
        let name = call.arguments["repository"] ?? ""
        let body = try SnapshotBody(call)
        var wanted: [String] = []
        var includesGlobalState = true
        var metadata: JSON?
        for member in body.members {
            switch member.name {
            case "indices": wanted = try SnapshotBody.list(member.value, section: "indices")
            case "include_global_state": includesGlobalState = try SnapshotBody.bool(member.value, member.name)
            case "metadata" where member.value.object != nil: metadata = member.value
            case "partial": _ = try SnapshotBody.bool(member.value, member.name)
            case "settings" where member.value.object == nil:
                throw .illegalArgument("malformed settings section, should indices an inner object")
            default: break
            }
        }
        let options = try body.options(default: .init())
        let indices = try state.indices.resolve(wanted.joined(separator: ","), options)
        try IndexBlock.checkOpen(indices)
        try IndexBlock.check(.read, indices, call.profile)
        let snapshotName = DateMathName.resolve(call.arguments["snapshot"] ?? "", at: call.now)
        try SnapshotName.check(snapshotName, in: name)
        let repository = try state.snapshots.repository(name)
        try check(snapshotName, in: name, repository, call, state)
        var snapshot = Snapshot(
            name: snapshotName, uuid: call.makeIdentifier(22), cluster: call.system.name, repository: name,
            parts: parts(of: indices, earlier: state.snapshots.all(in: repository, call)),
            globalState: includesGlobalState ? state.settings.persistent : nil,
            work: ShardWork(start: call.now, shards: indices.map(\.shardCount).reduce(0, +)))
        snapshot.metadata = metadata
        if waits || snapshot.parts.isEmpty { snapshot.work.hurry() }
        state.snapshots.store.add(snapshot, to: repository.location)
        return Answer(waits ? ["snapshot": snapshot.json(call.profile, at: call.now)] : ["accepted": true])
    }

    private static func check(
        _ snapshot: String, in name: String, _ repository: Repository, _ call: Call, _ state: ClusterState
    ) throws(ElasticError) {
        if state.snapshots.store.snapshots(at: repository.location).contains(where: { $0.name == snapshot }) {
            throw SnapshotName.inUse(snapshot, in: name, call.profile)
        }
        if state.snapshots.store.running(in: call.system.name, at: call.now) != nil {
            throw concurrent("\(name):\(snapshot)", " a snapshot is already running")
        }
        if repository.isReadOnly { throw readOnly(name, "cannot create snapshot in a readonly repository") }
    }

    private static func parts(of indices: [Index], earlier: [Snapshot]) -> [Snapshot.Part] {
        var firstShard = 0
        let partsOfIndex = Dictionary(grouping: earlier.flatMap(\.parts), by: \.index.uuid)
        return indices.map { index in
            var index = index
            // A snapshot holds what is written, whether searches see it or not.
            index.refresh()
            let known = partsOfIndex[index.uuid] ?? []
            let files = index.shards.enumerated().map { number, shard in
                newFiles(of: shard, known.filter { $0.files.indices.contains(number) }.map { ($0, number) })
            }
            defer { firstShard += index.shardCount }
            return Snapshot.Part(index: index, files: files, firstShard: firstShard)
        }
    }

    /// The files of a shard, and those that no earlier snapshot of it has: segments are written once.
    private static func newFiles(
        of shard: Shard, _ earlier: [(part: Snapshot.Part, number: Int)]
    ) -> (total: ShardFiles, new: ShardFiles) {
        let total = shard.files
        var shared = ShardFiles(count: 1)
        for (part, number) in earlier {
            if part.index.shards[number].nextSequenceNumber == shard.nextSequenceNumber { return (total, ShardFiles()) }
            let files = part.files[number].total
            if files.count > shared.count { shared = files }
        }
        let new = ShardFiles(
            count: max(total.count - shared.count + 1, 1), bytes: max(total.bytes - shared.bytes, 230))
        return (total, new)
    }

    static func delete(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let name = call.arguments["repository"] ?? ""
        let wanted = call.arguments["snapshot"] ?? ""
        let repository = try state.snapshots.readable(name, call.profile)
        let found = try named(wanted, in: name, repository, call, state)
        for snapshot in found {
            let running = state.snapshots.store.running(in: call.system.name, at: call.now)
            if let running, running.uuid != snapshot.uuid, !call.profile.has(.snapshotsRunTogether) {
                throw concurrent(snapshot.reference(in: name), "another snapshot is currently running cannot delete")
            }
            if state.indices.values.contains(where: { $0.recovery.isRunning(from: name, at: call.now) }) {
                throw concurrent(snapshot.reference(in: name), "cannot delete snapshot during a restore")
            }
        }
        if repository.isReadOnly {
            throw call.profile.has(.readOnlyIsShort)
                ? .illegalArgument("[\(name)] repository is readonly")
                : readOnly(name, "cannot delete snapshot from a readonly repository")
        }
        for snapshot in found { state.snapshots.store.remove(snapshot, from: repository.location) }
        return .acknowledged
    }

    /// The snapshots that names and patterns mean; versions before 7.8 know one name only.
    private static func named(
        _ wanted: String, in name: String, _ repository: Repository, _ call: Call, _ state: ClusterState
    ) throws(ElasticError) -> [Snapshot] {
        let all = state.snapshots.all(in: repository, call)
        let names = call.profile.has(.snapshotsAreDeletedTogether) ? elements(wanted) : [wanted]
        var found: [Snapshot] = []
        for part in names {
            let mayBePattern = call.profile.has(.snapshotsAreDeletedTogether)
            let matching = all.filter { mayBePattern ? Wildcard.matches(part, $0.name) : $0.name == part }
            if matching.isEmpty, !(mayBePattern && part.contains("*")) { throw .snapshotMissing(part, in: name) }
            found += matching.filter { snapshot in !found.contains { $0.uuid == snapshot.uuid } }
        }
        return found
    }

    private static func concurrent(_ reference: String, _ reason: String) -> ElasticError {
        ElasticError("concurrent_snapshot_execution_exception", "[\(reference)] \(reason)", status: 503)
    }

    private static func readOnly(_ name: String, _ reason: String) -> ElasticError {
        ElasticError("repository_exception", "[\(name)] \(reason)", status: 500)
    }
}
