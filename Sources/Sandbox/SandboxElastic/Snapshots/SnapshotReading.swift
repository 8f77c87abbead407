internal import OrderedJSON

/// Lists snapshots.
enum SnapshotReading {
    static func get(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let isVerbose = try call.query.bool("verbose", default: true)
        let name = call.arguments["repository"] ?? ""
        let wanted = elements(call.arguments["snapshot"] ?? "")
        if call.profile.has(.snapshotsOfSeveralRepositories) { return try several(wanted, in: name, call, state) }
        let found = try find(wanted, in: name, call, state)
        if isVerbose { return Answer(["snapshots": .array(found.map { $0.json(call.profile, at: call.now) })]) }
        // The list of a repository tells of snapshots by their indices only.
        let listed = found.filter { !$0.parts.isEmpty }.sorted { $0.name < $1.name }
        return Answer(["snapshots": .array(listed.map { $0.summary(at: call.now) })])
    }

    /// Snapshots of several repositories in an order that was asked for, a page of them.
    private static func several(
        _ wanted: [String], in repositories: String, _ call: Call, _ state: ClusterState
    ) throws(ElasticError) -> Answer {
        let isVerbose = try call.query.bool("verbose", default: true)
        var found: [(repository: String, snapshot: Snapshot)] = []
        var failures = JSONObject()
        for name in names(repositories, state) {
            guard state.snapshots.repositories[name] != nil else {
                failures.append(name, .object(ElasticError.repositoryMissing(name).full))
                continue
            }
            found += try find(wanted, in: name, call, state).map { (name, $0) }
        }
        let isDescending = call.query["order"] == "desc"
        let byName = call.query["sort"] == "name" || !isVerbose
        found.sort { left, right in
            let one = (left.snapshot, right.snapshot)
            let isBefore =
                byName
                ? one.0.name < one.1.name
                : (one.0.work.start, one.0.name) < (one.1.work.start, one.1.name)
            return isDescending ? !isBefore && one.0.uuid != one.1.uuid : isBefore
        }
        let offset = max(try call.query.count("offset") ?? 0, 0)
        let size = try call.query.count("size").map { $0 < 0 ? Int.max : $0 } ?? .max
        let page = found.dropFirst(offset).prefix(size)
        let list = page.map { repository, snapshot -> JSON in
            isVerbose
                ? snapshot.json(call.profile, at: call.now, in: repository)
                : snapshot.summary(at: call.now, in: repository)
        }
        var answer = JSONObject([("snapshots", .array(Array(list)))])
        if !failures.isEmpty { answer.append("failures", .object(failures)) }
        answer.append("total", JSON(found.count))
        answer.append("remaining", JSON(max(found.count - offset - page.count, 0)))
        return Answer(.object(answer))
    }

    /// The repositories that names and patterns mean; a name that means none stays.
    static func names(_ list: String, _ state: ClusterState) -> [String] {
        let all = state.snapshots.repositories.keys.sorted()
        return elements(list).flatMap { name in
            name == "_all" || name.contains("*") ? all.filter { name == "_all" || Wildcard.matches(name, $0) } : [name]
        }
    }

    /// The snapshots that names, patterns, `_all` and `_current` mean, the earliest first.
    static func find(
        _ wanted: [String], in name: String, _ call: Call, _ state: ClusterState
    ) throws(ElasticError) -> [Snapshot] {
        let ignoresMissing = try call.query.bool("ignore_unavailable")
        let all = state.snapshots.all(in: try state.snapshots.readable(name, call.profile), call)
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
