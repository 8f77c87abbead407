internal import OrderedJSON

/// Lists snapshots.
enum SnapshotReading {
    static func get(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let isVerbose = try call.query.bool("verbose", default: true)
        let name = call.arguments["repository"] ?? ""
        let wanted = elements(call.arguments["snapshot"] ?? "")
        let found = try find(wanted, in: name, call, state)
        if isVerbose { return Answer(["snapshots": .array(found.map { $0.json(call.profile, at: call.now) })]) }
        // The list of a repository tells of snapshots by their indices only.
        let listed = found.filter { !$0.parts.isEmpty }.sorted { $0.name < $1.name }
        return Answer(["snapshots": .array(listed.map { $0.summary(at: call.now) })])
    }

    /// The snapshots that names, patterns, `_all` and `_current` mean, the earliest first.
    static func find(
        _ wanted: [String], in name: String, _ call: Call, _ state: ClusterState
    ) throws(ElasticError) -> [Snapshot] {
        let ignoresMissing = try call.query.bool("ignore_unavailable")
        let all = state.snapshots.all(in: try state.snapshots.repository(name), call)
        let sorted = all.sorted { ($0.work.start, $0.name) < ($1.work.start, $1.name) }
        if wanted == ["_all"] { return sorted }
        var uuids: Set<String> = []
        for pattern in wanted {
            let found = all.filter { snapshot in
                pattern == "_current" ? !snapshot.isDone(at: call.now) : Wildcard.matches(pattern, snapshot.name)
            }
            if found.isEmpty, !pattern.contains("*"), pattern != "_current", !ignoresMissing {
                throw .snapshotMissing(pattern, in: name)
            }
            uuids.formUnion(found.map(\.uuid))
        }
        if uuids.isEmpty, !ignoresMissing, let first = wanted.first, wanted != ["_current"] {
            throw .snapshotMissing(first, in: name)
        }
        return sorted.filter { uuids.contains($0.uuid) }
    }
}
