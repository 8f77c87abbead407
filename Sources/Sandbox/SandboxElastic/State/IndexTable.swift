internal import SandboxWorld

/// The indices of a cluster.
struct IndexTable: Sendable {
    private var byName: [String: Index] = [:]

    subscript(name: String) -> Index? {
        get { byName[name] }
        set { byName[name] = newValue }
    }

    /// All indices, in any order.
    var values: some Collection<Index> { byName.values }

    /// A document as it is now; nil when it is not there.
    func document(_ key: DocumentKey) -> Shard.Entry? { byName[key.index]?.shards[key.shard].document(key.id) }

    /// Changes an index in its place.
    @discardableResult
    mutating func change<Result>(_ name: String, _ body: (inout Index) -> Result) -> Result? {
        // Taken out and put back, so that its shards are not copied at each write.
        guard var index = byName.removeValue(forKey: name) else { return nil }
        defer { byName[name] = index }
        return body(&index)
    }

    /// Lets happen the refreshes that are due.
    mutating func advance(to now: SandboxInstant) {
        let due = byName.values.compactMap { index in
            index.refreshDue.map { $0 <= now } == true ? index.name : nil
        }
        for name in due { change(name) { $0.refresh() } }
    }
}
