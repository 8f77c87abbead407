internal import OrderedJSON

/// Blocks that a cluster's settings put on requests.
enum ClusterBlock {
    private static let settings = ["cluster.blocks.read_only", "cluster.blocks.read_only_allow_delete"]

    /// What a changing request may end with and only reads.
    private static let readers: Set<String> = [
        "_search", "_count", "_msearch", "_mget", "query", "_analyze", "_field_caps", "_search_shards", "_explain",
        "_termvectors", "_mtermvectors", "scroll", "_cancel", "_rethrottle", "_simulate", "explain", "_status",
        "_verify", "template",
    ]

    /// - Throws: The server's error when the cluster takes no changes.
    static func check(_ route: Route, _ call: Call, _ state: ClusterState) throws(ElasticError) {
        if route.method == .get || route.method == .head { return }
        let set = settings.filter { state.settings.text($0) == "true" }
        if set.isEmpty { return }
        let last = PathTrie<Int>.segments(of: route.pattern).last { !$0.hasPrefix("{") } ?? ""
        if readers.contains(last) { return }
        if route.pattern == "/_cluster/settings", onlyUnblocks(call) { return }
        if set == ["cluster.blocks.read_only_allow_delete"], route.method == .delete, route.pattern == "/{index}" {
            return
        }
        let texts = set.map { setting in
            setting.hasSuffix("_delete")
                ? "[FORBIDDEN/13/cluster read-only / allow delete (api)];" : "[FORBIDDEN/6/cluster read-only (api)];"
        }
        throw ElasticError("cluster_block_exception", "blocked by: \(texts.joined())", status: 403)
    }

    /// Whether a change of settings changes nothing but a block.
    private static func onlyUnblocks(_ call: Call) -> Bool {
        guard let body = try? call.json() else { return true }
        let names = ["persistent", "transient"].flatMap { SettingsMap(body[$0] ?? [:]).names }
        return names.count == 1 && settings.contains(names[0])
    }
}
