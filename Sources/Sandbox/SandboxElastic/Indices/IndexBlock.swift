internal import OrderedJSON

/// Blocks that an index's settings put on requests.
enum IndexBlock {
    private static let write: [(setting: String, text: String)] = [
        ("read_only", "FORBIDDEN/5/index read-only (api)"), ("write", "FORBIDDEN/8/index write (api)"),
        ("read_only_allow_delete", "FORBIDDEN/12/index read-only / allow delete (api)"),
    ]
    private static let read: [(setting: String, text: String)] = [("read", "FORBIDDEN/7/index read (api)")]

    static func checkWrite(_ index: Index) throws(ElasticError) { try check(index, write) }
    static func checkRead(_ index: Index) throws(ElasticError) { try check(index, read) }

    private static func check(_ index: Index, _ blocks: [(setting: String, text: String)]) throws(ElasticError) {
        let set = blocks.filter { index.isBlocked($0.setting) }
        if set.isEmpty { return }
        let list = set.map { "[\($0.text)];" }.joined()
        throw ElasticError("cluster_block_exception", "blocked by: \(list)", status: 403)
    }
}
