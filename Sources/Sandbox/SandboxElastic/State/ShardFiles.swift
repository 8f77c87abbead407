/// The files of a shard as a server counts them; the sizes are made up, since they depend on Lucene's segments.
struct ShardFiles: Sendable, Hashable {
    var count = 0
    var bytes = 0

    static func + (left: ShardFiles, right: ShardFiles) -> ShardFiles {
        ShardFiles(count: left.count + right.count, bytes: left.bytes + right.bytes)
    }
}

extension Shard {
    /// The files of what searches see: three a segment, three more for deletions in it, and the list of segments.
    var files: ShardFiles {
        var count = 1
        var first = 0
        for end in segmentEnds {
            count += visible[first..<end].contains { isDeleted($0) && !$0.isTombstone } ? 6 : 3
            first = end
        }
        let bytes = visible.reduce(230) { $0 + ($1.isTombstone ? 0 : 2600 + $1.source.count * 2) }
        return ShardFiles(count: count, bytes: bytes)
    }
}
