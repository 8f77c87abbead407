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
        let list = "blocked by: \(texts.joined())"
        let names = named(route, call, state)
        let reason = names.isEmpty ? list : names.map { "index [\($0)] \(list)" }.joined()
        throw ElasticError("cluster_block_exception", reason, status: 403)
    }

    /// The indices that the error names: those of requests that are about indices as a whole.
    private static func named(_ route: Route, _ call: Call, _ state: ClusterState) -> [String] {
        guard call.profile.has(.blocksNameIndex), let expression = call.index else { return [] }
        let isNew = route.method == .put && route.pattern == "/{index}"
        let about: Set<String> = ["/{index}", "/{index}/_close", "/{index}/_open", "/{index}/_alias/{name}"]
        guard about.contains(route.pattern), route.method != .get else { return [] }
        if isNew { return [expression] }
        let found = try? state.indices.resolve(expression, ExpansionOptions(call.query, default: .init(closed: true)))
        return found?.map(\.name) ?? []
    }

    /// Whether a change of settings changes nothing but a block.
    private static func onlyUnblocks(_ call: Call) -> Bool {
        guard let body = try? call.json() else { return true }
        let names = ["persistent", "transient"].flatMap { SettingsMap(body[$0] ?? [:]).names }
        return names.count == 1 && settings.contains(names[0])
    }
}
