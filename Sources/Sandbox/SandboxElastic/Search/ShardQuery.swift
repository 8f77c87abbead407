/// A query that was prepared for one shard, for one search.
struct ShardQuery {
    /// The score of the document at a place; nil when it does not match.
    let score: (Int) -> Float?
    /// Places, in order, among which all documents are that match; nil when any may match.
    let places: [Int32]?

    init(among places: [Int32]? = nil, _ score: @escaping (Int) -> Float?) {
        self.score = score
        self.places = places
    }

    /// It matches nothing.
    static var none: ShardQuery { ShardQuery(among: []) { _ in nil } }

    /// It matches some documents, all with the same score.
    ///
    /// - Parameter count: The number of documents of the shard.
    static func some(_ places: [Int32], of count: Int, _ boost: Float) -> ShardQuery {
        var isIn = [Bool](repeating: false, count: count)
        for place in places { isIn[Int(place)] = true }
        return ShardQuery(among: places) { isIn[$0] ? boost : nil }
    }

    /// The same documents with other scores.
    func scored(_ change: @escaping (Float) -> Float) -> ShardQuery {
        ShardQuery(among: places) { [score] place in score(place).map(change) }
    }
}
