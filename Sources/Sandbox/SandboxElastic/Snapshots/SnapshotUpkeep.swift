internal import OrderedJSON
internal import SandboxWorld

/// `_cleanup` of a repository, and `_clone` of a snapshot.
enum SnapshotUpkeep {
    static func cleanUp(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let name = call.arguments["repository"] ?? ""
        let repository = try state.snapshots.readable(name, call.profile)
        if repository.isReadOnly {
            let reason =
                call.profile.has(.readOnlyIsShort)
                ? "repository is readonly" : "cannot run cleanup on readonly repository"
            throw ElasticError("repository_exception", "[\(name)] \(reason)", status: 500)
        }
        return Answer(["results": ["deleted_bytes": 0, "deleted_blobs": 0]])
    }

    static func clone(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let name = call.arguments["repository"] ?? ""
        let wanted = call.arguments["snapshot"] ?? ""
        let target = call.arguments["target"] ?? ""
        if call.body.isEmpty { throw .bodyRequired }
        let body = try SnapshotBody(call)
        var patterns: [String] = []
        for member in body.members where member.name == "indices" {
            patterns = try SnapshotBody.list(member.value, section: "indices")
        }
        if patterns.isEmpty { throw .validation("indices patterns are empty") }
        let repository = try state.snapshots.readable(name, call.profile)
        try SnapshotName.check(target, in: name)
        if state.snapshots.all(in: repository, call).contains(where: { $0.name == target }) {
            throw SnapshotName.inUse(target, in: name, call.profile)
        }
        guard let source = state.snapshots.all(in: repository, call).first(where: { $0.name == wanted }) else {
            throw .snapshotMissing(wanted, in: name)
        }
        let chosen = try SnapshotSelection.choose(
            patterns, from: source.parts.map(\.index.name), ExpansionOptions(allowNone: true, open: true, closed: true))
        var firstShard = 0
        let parts = source.parts.filter { chosen.contains($0.index.name) }.map { part -> Snapshot.Part in
            defer { firstShard += part.index.shardCount }
            return Snapshot.Part(
                index: part.index, files: part.files.map { (total: $0.total, new: ShardFiles()) },
                firstShard: firstShard)
        }
        var work = ShardWork(start: call.now, shards: firstShard)
        work.hurry()
        let snapshot = Snapshot(
            name: target, uuid: call.makeIdentifier(22), cluster: call.system.name, repository: name, parts: parts,
            globalState: source.globalState, work: work)
        state.snapshots.store.add(snapshot, to: repository.location)
        return .acknowledged
    }
}
