internal import OrderedJSON

/// What one cluster found.
struct SearchResult: Sendable {
    /// A document that was found.
    struct Hit: Sendable {
        var index: String
        var type: String
        var entry: Shard.Entry
        var score: Float
        var sort: [SortValue]
        /// Where the document is: its shard's number and its place in it.
        var shard: Int
        var place: Int
    }

    /// What a shard could not do.
    struct Failure: Sendable {
        var shard: Int
        var index: String
        var node: String
        var error: ElasticError

        var json: JSON {
            [
                "shard": JSON(shard), "index": .string(index), "node": .string(node), "reason": .object(error.full),
            ]
        }
    }

    var shards = 0
    var failedShards = 0
    /// Shards that have not started yet, and that nobody calls failed.
    var absentShards = 0
    /// One failure an index.
    var failures: [Failure] = []
    var total = 0
    /// Whether a shard stopped before it had seen all documents.
    var isTerminated = false
    var hits: [Hit] = []
    var maximumScore: Float?
    /// All documents that were found, when something is to be computed of them.
    var matches: [AggregationMatch] = []

    /// Adds what another cluster found; the indices of a remote one are then named with its alias.
    mutating func add(_ other: SearchResult, alias: String? = nil) {
        func name(_ index: String) -> String { alias.map { "\($0):\(index)" } ?? index }
        shards += other.shards
        failedShards += other.failedShards
        absentShards += other.absentShards
        failures += other.failures.map { failure in
            var failure = failure
            failure.index = name(failure.index)
            return failure
        }
        total += other.total
        isTerminated = isTerminated || other.isTerminated
        hits += other.hits.map { hit in
            var hit = hit
            hit.index = name(hit.index)
            return hit
        }
        matches += other.matches
        maximumScore = [maximumScore, other.maximumScore].compactMap { $0 }.max()
    }

    /// The members of `_shards`.
    func shardsJSON(skipped: Int = 0) -> JSON {
        var object = JSONObject([
            ("total", JSON(shards)), ("successful", JSON(shards - failedShards - absentShards)),
            ("skipped", JSON(skipped)),
            ("failed", JSON(failedShards)),
        ])
        if !failures.isEmpty { object.append("failures", .array(failures.map(\.json))) }
        return .object(object)
    }
}
