/// Endpoints that a real server has and the emulator has not, so that the log can name them.
///
/// They are answered as an unknown path is: a runbook that needs one must not look as if it had worked.
enum UnemulatedEndpoints {
    /// Whether a request would have been understood by a real server, but is not here.
    ///
    /// - Parameter decision: What the server makes of the request.
    static func contains(_ decision: Router.Decision, _ path: some StringProtocol) -> Bool {
        if case .route(let route) = decision {
            // The place of an index or a type has taken the name of an endpoint.
            let arguments = route.arguments(in: path)
            let names = [arguments["index"], arguments["type"]].compactMap { $0 }
            let taken = names.contains { $0.hasPrefix("_") && $0 != "_all" && $0 != "_doc" }
            return taken && isKnown(path)
        }
        return isKnown(path)
    }

    private static func isKnown(_ path: some StringProtocol) -> Bool {
        !trie.candidates(for: path).isEmpty
            || PathTrie<Bool>.segments(of: path).contains { names.contains($0) }
    }

    /// Names that stand nowhere else in a path.
    private static let names: Set<String> = [
        "_analyze", "_delete_by_query", "_explain", "_field_caps", "_flush",
        "_freeze", "_graph", "_ilm", "_ingest", "_license", "_ml", "_monitoring",
        "_mtermvectors", "_rank_eval", "_reindex", "_render", "_rollover",
        "_rollup", "_scripts", "_search_shards", "_security", "_segments", "_shard_stores", "_shrink", "_slm",
        "_split", "_sql", "_ssl", "_stats", "_tasks", "_template", "_termvectors", "_unfreeze",
        "_update_by_query", "_upgrade", "_validate", "_watcher", "_xpack",
    ]

    private static let trie: PathTrie<Bool> = {
        var trie = PathTrie<Bool>()
        let patterns = [
            "/_cat/segments", "/_cat/tasks", "/_cluster/allocation/explain", "/_cluster/pending_tasks",
            "/_cluster/reroute", "/_cluster/stats", "/_nodes/hot_threads", "/_nodes/reload_secure_settings",
            "/_nodes/stats", "/_nodes/usage", "/_search/scroll", "/_search/template", "/_flush/synced",
        ]
        for pattern in patterns {
            trie.insert(pattern, default: true) { _ in }
            trie.insert("\(pattern)/{a}", default: true) { _ in }
            trie.insert("\(pattern)/{a}/{b}", default: true) { _ in }
        }
        trie.insert("/{index}/_mapping/field/{fields}", default: true) { _ in }
        trie.insert("/{index}/_search/template", default: true) { _ in }
        return trie
    }()
}
