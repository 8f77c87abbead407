/// Which of the visible documents of a shard are not overwritten or deleted.
struct LivingDocuments: Sendable {
    /// How many there are.
    let count: Int
    /// Whether the document at a place is gone; empty where none is.
    private let gone: [Bool]

    init(_ shard: Shard) {
        let gone = shard.visible.map(shard.isDeleted)
        count = gone.count { !$0 }
        self.gone = count == gone.count ? [] : gone
    }

    func contains(_ place: Int) -> Bool { gone.isEmpty || !gone[place] }
}
