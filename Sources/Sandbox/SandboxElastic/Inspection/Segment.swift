/// What one refresh has made visible of a shard.
struct Segment {
    let generation: Int
    let documents: Int
    let deleted: Int
    let bytes: Int

    /// `_0`, `_1` and so on, in digits and letters.
    var name: String { "_\(String(generation, radix: 36))" }

    /// Those of a shard that hold documents.
    static func all(of shard: Shard) -> [Segment] {
        var start = 0
        return shard.segmentEnds.enumerated().compactMap { number, end in
            let entries = shard.entries[start..<min(end, shard.entries.count)]
            start = end
            let written = entries.count { !$0.isTombstone }
            let deleted = entries.count { !$0.isTombstone && shard.isDeleted($0) }
            if written == deleted { return nil }
            let bytes = 2500 + entries.map(\.source.count).reduce(0, +)
            return Segment(generation: number, documents: written - deleted, deleted: deleted, bytes: bytes)
        }
    }
}
