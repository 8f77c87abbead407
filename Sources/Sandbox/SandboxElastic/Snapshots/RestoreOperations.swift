internal import OrderedJSON
internal import SandboxWorld

/// `_restore`.
enum RestoreOperations {
    static func restore(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let waits = try call.query.bool("wait_for_completion")
        let name = call.arguments["repository"] ?? ""
        let wanted = call.arguments["snapshot"] ?? ""
        let request = try RestoreRequest(call)
        let repository = try state.snapshots.readable(name, call.profile)
        let done = state.snapshots.store.snapshots(at: repository.location).filter { $0.isDone(at: call.now) }
        guard let snapshot = done.first(where: { $0.name == wanted }) else {
            throw .restore("\(name):\(wanted)", "snapshot does not exist")
        }
        let targets = try targets(request, snapshot, in: name)
        let shards = targets.map(\.part.index.shardCount).reduce(0, +)
        var work = ShardWork(start: call.now, shards: shards)
        if waits { work.hurry() }
        let uuid = call.makeIdentifier(22)
        var restored: [Index] = []
        var firstShard = 0
        for target in targets {
            var index = try index(target, request, snapshot.reference(in: name), call, state)
            index.begin(
                Recovery(
                    source: .snapshot(
                        repository: name, snapshot: snapshot.name, index: target.part.index.name, uuid: uuid,
                        version: call.profile.build.number),
                    work: work, firstShard: firstShard, files: target.part.files.map(\.total)))
            firstShard += index.shardCount
            restored.append(index)
        }
        try ShardLimit.check(adding: restored.map(\.allShards).reduce(0, +), state, call)
        for index in restored { state.indices[index.name] = index }
        if request.includesGlobalState, let settings = snapshot.globalState {
            state.settings.persistent = settings
            state.remotes.update(from: state.settings, at: call.now)
        }
        if !waits, !targets.isEmpty { return Answer(["accepted": true]) }
        return Answer([
            "snapshot": [
                "snapshot": .string(snapshot.name), "indices": .array(restored.map { .string($0.name) }),
                "shards": ["total": JSON(shards), "failed": 0, "successful": JSON(shards)],
            ]
        ])
    }

    /// An index of the snapshot and its new name.
    private typealias Target = (name: String, part: Snapshot.Part)

    private static func targets(
        _ request: RestoreRequest, _ snapshot: Snapshot, in repository: String
    ) throws(ElasticError) -> [Target] {
        let chosen = try SnapshotSelection.choose(
            request.wanted, from: snapshot.parts.map(\.index.name), request.options)
        var originals: [String: String] = [:]
        var names: [String] = []
        for original in chosen {
            let name = try request.renaming?.rename(original) ?? original
            if let other = originals[name] {
                throw .restore(
                    "\(repository):\(snapshot.name)",
                    "indices [\(other)] and [\(original)] are renamed into the same index [\(name)]")
            }
            originals[name] = original
            names.append(name)
        }
        return JavaHashOrder.sorted(names).compactMap { name in
            snapshot.parts.first { $0.index.name == originals[name] }.map { (name, $0) }
        }
    }

    /// The index as it will be.
    private static func index(
        _ target: Target, _ request: RestoreRequest, _ reference: String, _ call: Call, _ state: ClusterState
    ) throws(ElasticError) -> Index {
        let original = target.part.index
        var settings = try request.settings(from: original.settings, reference)
        let current = state.indices[target.name]
        if let current {
            try check(current, against: original, reference)
        } else {
            try IndexName.check(target.name, call)
            if state.indices.values.contains(where: { $0.aliases[target.name] != nil }) {
                throw IndexName.invalid(target.name, "already exists as alias")
            }
        }
        let uuid = current?.uuid ?? call.makeIdentifier(22)
        settings["index.uuid"] = .text(uuid)
        if current != nil, call.profile.has(.restoresHistory) {
            settings["index.history.uuid"] = .text(call.makeIdentifier(22))
        }
        var index = original.restored(
            as: target.name, uuid: uuid, settings: settings,
            primaryTerm: max(original.primaryTerm, current?.primaryTerm ?? 0) + 1)
        if !request.includesAliases { index.aliases = current?.aliases ?? [:] }
        return index
    }

    /// - Throws: The server's error when an index cannot be restored over one that is there.
    static func check(
        _ current: Index, against original: Index, _ reference: String
    ) throws(ElasticError) {
        if current.isOpen {
            throw .restore(
                reference,
                "cannot restore index [\(current.name)] because an open index with same name already exists in the "
                    + "cluster. Either close or delete the existing index or restore the index under a different name "
                    + "by providing a rename pattern and replacement name")
        }
        if current.shardCount != original.shardCount {
            throw .restore(
                reference,
                "cannot restore index [\(current.name)] with [\(current.shardCount)] shards from a snapshot of index "
                    + "[\(original.name)] with [\(original.shardCount)] shards")
        }
    }
}
