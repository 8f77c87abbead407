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

    /// How this version calls a block.
    private static func text(
        of block: (setting: String, text: String, actions: Set<Action>), _ profile: Profile
    ) -> String {
        guard block.setting == "read_only_allow_delete", profile.has(.fullDiskIsTooMany) else { return block.text }
        return "TOO_MANY_REQUESTS/12/disk usage exceeded flood-stage watermark, index has read-only-allow-delete block"
    }

    /// The blocks of an index as the state of a cluster shows them.
    static func json(of index: Index, _ profile: Profile) -> JSONObject {
        var object = JSONObject()
        if !index.isOpen {
            object.append("4", ["description": "index closed", "retryable": false, "levels": ["read", "write"]])
        }
        if let plugin = profile.plugin, index.settings.text(plugin.setting) != nil {
            let levels: JSON = plugin == .openDistro ? ["write"] : ["write", "metadata_write"]
            object.append(
                "1000",
                ["description": "index read-only(cross-cluster-replication)", "retryable": false, "levels": levels])
        }
        for block in blocks where index.isBlocked(block.setting) {
            let parts = text(of: block, profile).split(separator: "/", maxSplits: 2)
            let levels: [(Action, String)] = [
                (.read, "read"), (.write, "write"), (.readMetadata, "metadata_read"),
                (.changeMetadata, "metadata_write"),
            ]
            let names = levels.filter { block.actions.contains($0.0) }.map { JSON.string($0.1) }
            object.append(
                String(parts[1]),
                ["description": .string(String(parts[2])), "retryable": false, "levels": .array(names)])
        }
        return object
    }

    /// - Throws: The server's error when a block of the index forbids the action.
    static func check(_ action: Action, _ index: Index, _ profile: Profile) throws(ElasticError) {
        if let plugin = profile.plugin, index.settings.text(plugin.setting) != nil {
            let actions: Set<Action> = plugin == .openDistro ? [.write] : [.write, .changeMetadata, .delete]
            if actions.contains(action) {
                throw ElasticError(
                    "cluster_block_exception",
                    "index [\(index.name)] blocked by: [FORBIDDEN/1000/index read-only(cross-cluster-replication)];",
                    status: 403)
            }
        }
        let set = blocks.filter { block in
            let isFree = block.setting == "read_only_allow_delete" && action != .write
            return block.actions.contains(action) && index.isBlocked(block.setting)
                && !(isFree && profile.has(.fullDiskBlocksDocuments))
        }
        if set.isEmpty { return }
        let list = set.map { "[\(text(of: $0, profile))];" }.joined()
        let subject = profile.has(.blocksNameIndex) ? "index [\(index.name)] " : ""
        let isFull = profile.has(.fullDiskIsTooMany) && set.allSatisfy { $0.setting == "read_only_allow_delete" }
        throw ElasticError("cluster_block_exception", "\(subject)blocked by: \(list)", status: isFull ? 429 : 403)
    }

    /// - Throws: The server's error when one of the indices is closed and the request needs it open.
    static func checkOpen(_ indices: [Index]) throws(ElasticError) {
        if indices.allSatisfy(\.isOpen) { return }
        throw ElasticError("cluster_block_exception", "blocked by: [FORBIDDEN/4/index closed];", status: 403)
    }

    /// Checks all indices before any is changed.
    static func check(_ action: Action, _ indices: [Index], _ profile: Profile) throws(ElasticError) {
        for index in indices { try check(action, index, profile) }
    }
}
