internal import OrderedJSON

/// A search as it was understood, before it met an index.
struct SearchRequest: Sendable {
    /// How far hits are counted.
    enum Tracking: Sendable, Hashable { case exact, none, upTo(Int) }

    var query: Query = .all(boost: 1)
    /// The text behind `q=`, which is read for each index, since its fields decide what it means.
    var text: String?
    var defaultField: String?
    var allWords = false
    var isLenient = false
    var from = 0
    var size = 10
    /// Whether fewer hits than none are asked for, which each shard refuses.
    var isImpossible = false
    /// A place before the first hit that hits are asked from, which each shard refuses.
    var impossibleStart: Int?
    /// A rule for choosing shards that there is not.
    var unknownPreference: String?
    /// Hits with a lower score are omitted.
    var minimumScore: Double?
    /// After how many documents each shard stops.
    var terminateAfter: Int?
    /// The part of what is found that is asked for; nil for all.
    var slice: SearchSlice?
    /// Whether it goes through everything, as a scroll does.
    var isUnbounded = false
    var sort: [SortKey] = []
    var source = SourceSelection()
    var tracking = Tracking.upTo(10_000)
    var tracksScores = false
    var showsVersion = false
    var showsSequenceNumber = false
    /// Whether the answer tells of each cluster that was asked.
    var tellsClusters = false
    /// Whether hits tell no types.
    var hidesTypes = false
    /// What decides on the shards that are searched; empty for all.
    var routing: [String] = []
    /// The sort values behind which the hits begin.
    var after: [JSON]?
    /// Whether the hits are asked for in portions.
    var isScroll = false
    /// The types of the path; empty when it has none.
    var types: [String] = []
    var totalAsNumber = false
    /// Whether a search that shows no hits says that the highest score is 0.
    var scoresNothingAsZero = false
    var aggregations: [Aggregation] = []
    /// How many groups aggregations may have.
    var mostBuckets = 10_000
    /// Whether aggregations are named with their types.
    var showsTypes = false
}
