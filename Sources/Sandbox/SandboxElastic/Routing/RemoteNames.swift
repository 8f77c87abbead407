/// Names of remote indices, where only this cluster is meant.
enum RemoteNames {
    /// - Throws: The server's error, in versions that look for them.
    static func check(_ route: Route, _ call: Call) throws(ElasticError) {
        guard call.profile.has(.refusesRemoteNames), case .local = route.operation, let name = call.index else {
            return
        }
        let last = PathTrie<Int>.segments(of: route.pattern).last ?? ""
        if route.writesDocument || ["_bulk", "_search_shards", "_create"].contains(last) { return }
        if route.method == .put, route.pattern == "/{index}" { return }
        let remote = elements(name).filter { $0.contains(":") && !$0.hasPrefix("<") && !$0.hasPrefix(":") }
        if remote.isEmpty { return }
        throw .illegalArgument(
            "Cross-cluster calls are not supported in this context but remote indices were requested: "
                + "[\(remote.joined(separator: ", "))]")
    }
}
