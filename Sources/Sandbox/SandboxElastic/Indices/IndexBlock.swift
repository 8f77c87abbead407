internal import OrderedJSON

/// Blocks that an index's settings put on requests.
enum IndexBlock {
    /// What a request does with an index.
    enum Action { case read, write, changeMetadata, readMetadata, delete }

    private static let blocks: [(setting: String, text: String, actions: Set<Action>)] = [
        ("read_only", "FORBIDDEN/5/index read-only (api)", [.write, .changeMetadata, .delete]),
        ("read", "FORBIDDEN/7/index read (api)", [.read]),
        ("write", "FORBIDDEN/8/index write (api)", [.write]),
        ("metadata", "FORBIDDEN/9/index metadata (api)", [.changeMetadata, .readMetadata, .delete]),
        ("read_only_allow_delete", "FORBIDDEN/12/index read-only / allow delete (api)", [.write, .changeMetadata]),
    ]

    /// - Throws: The server's error when a block of the index forbids the action.
    static func check(_ action: Action, _ index: Index) throws(ElasticError) {
        let set = blocks.filter { $0.actions.contains(action) && index.isBlocked($0.setting) }
        if set.isEmpty { return }
        let list = set.map { "[\($0.text)];" }.joined()
        throw ElasticError("cluster_block_exception", "blocked by: \(list)", status: 403)
    }

    /// - Throws: The server's error when one of the indices is closed and the request needs it open.
    static func checkOpen(_ indices: [Index]) throws(ElasticError) {
        if indices.allSatisfy(\.isOpen) { return }
        throw ElasticError("cluster_block_exception", "blocked by: [FORBIDDEN/4/index closed];", status: 403)
    }

    /// Checks all indices before any is changed.
    static func check(_ action: Action, _ indices: [Index]) throws(ElasticError) {
        for index in indices { try check(action, index) }
    }
}
