internal import OrderedJSON

/// What a request that works through what a query finds has done.
struct ByQueryCounts: Sendable {
    var total = 0
    var updated = 0
    var created = 0
    var deleted = 0
    var conflicts = 0
    /// Documents that a script left as they were.
    var noops = 0
    var batchSize = 1000
    var failures: [JSON] = []
    /// The status of the answer: that of the first failure, 200 without one.
    var status = 200

    /// The part that it is of what was found, where only that was asked for.
    var slice: Int?
    /// What the parts have done that the work was divided into.
    private(set) var slices: [ByQueryCounts] = []

    init() {}

    /// Adds up what parts have done.
    init(slices: [ByQueryCounts]) {
        self.slices = slices
        for part in slices {
            total += part.total
            updated += part.updated
            created += part.created
            deleted += part.deleted
            conflicts += part.conflicts
            noops += part.noops
            failures += part.failures
        }
        status = slices.first { $0.status != 200 }?.status ?? 200
    }

    /// How many documents are worked through, and how many of them the first search found that stopped early.
    var documents = 0
    var firstBatch: Int?

    private var batches: Int {
        if !slices.isEmpty { return slices.map(\.batches).reduce(0, +) }
        let first = min(firstBatch ?? 0, documents)
        return (first > 0 ? 1 : 0) + (documents - first + batchSize - 1) / max(batchSize, 1)
    }

    /// What a task says of itself.
    ///
    /// - Parameters:
    ///   - creates: Whether documents may be created, as by a reindex.
    ///   - deletes: Whether documents are only deleted, so that none are updated.
    func members(creates: Bool, deletes: Bool) -> [(String, JSON)] {
        var members: [(String, JSON)] = slice.map { [("slice_id", JSON($0))] } ?? []
        members.append(("total", JSON(total)))
        if !deletes { members.append(("updated", JSON(updated))) }
        if creates { members.append(("created", JSON(created))) }
        let retries: JSON = ["bulk": 0, "search": 0]
        let rest: [(String, JSON)] = [
            ("deleted", JSON(deleted)), ("batches", JSON(batches)), ("version_conflicts", JSON(conflicts)),
            ("noops", JSON(noops)), ("retries", retries), ("throttled_millis", 0),
            ("requests_per_second", .float(Double(-1))),
            ("throttled_until_millis", 0),
        ]
        members += rest
        if slices.isEmpty { return members }
        let parts = slices.enumerated().map { number, part -> JSON in
            let own = part.members(creates: creates, deletes: deletes)
            return .object(JSONObject([("slice_id", JSON(number))] + own))
        }
        return members + [("slices", .array(parts))]
    }

    /// The whole answer.
    func json(creates: Bool, deletes: Bool) -> JSON {
        var object = JSONObject([("took", 1), ("timed_out", false)])
        for (name, value) in members(creates: creates, deletes: deletes) { object.append(name, value) }
        object.append("failures", .array(failures))
        return .object(object)
    }

    /// Notes that a document could not be written; the others of its batch are tried all the same.
    ///
    /// - Parameter goesOn: Whether conflicts are only counted.
    mutating func note(_ error: ElasticError, index: String, hit: SearchResult.Hit, goesOn: Bool) {
        let isConflict = error.status == 409
        if isConflict { conflicts += 1 }
        if isConflict, goesOn { return }
        if failures.isEmpty { status = error.status }
        failures.append([
            "index": .string(index), "type": .string(hit.type), "id": .string(hit.entry.id),
            "cause": .object(error.full), "status": JSON(error.status),
        ])
    }
}
