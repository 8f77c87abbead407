/// The first of the documents that a shard has found: no more are kept than somebody can ask for.
struct TopHits {
    /// A document that was found.
    struct Found {
        let place: Int
        let score: Float
        let sort: [SortValue]
    }

    private let most: Int
    private let keys: [SortKey]
    private var kept: [Found] = []
    /// The last of those that are known to be the first; nil while all are kept.
    private var last: Found?

    /// - Parameter most: How many are kept.
    init(_ most: Int, by keys: [SortKey]) {
        self.most = most
        self.keys = keys
    }

    /// Adds a document, which is behind all others of the shard that were added.
    mutating func add(_ found: Found) {
        if let last, !precedes(found, last) { return }
        kept.append(found)
        if kept.count / 4 > max(most, 256) { cut() }
    }

    /// The first ones, in order.
    mutating func ordered() -> [Found] {
        cut()
        return kept
    }

    private mutating func cut() {
        kept.sort(by: precedes)
        if kept.count < most { return }
        kept.removeLast(kept.count - most)
        last = kept.last
    }

    /// The order of ``Searcher/precedes(_:_:_:)`` within a shard.
    private func precedes(_ left: Found, _ right: Found) -> Bool {
        if keys.isEmpty, left.score != right.score { return left.score > right.score }
        for (number, key) in keys.enumerated() {
            if let order = SortValue.precedes(left.sort[number], right.sort[number], key) { return order }
        }
        return left.place < right.place
    }
}
