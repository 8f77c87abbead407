/// The actions that a request needs a right for, by the names that the server's own code gives them.
enum RequiredActions {
    /// The actions of a route; empty where the endpoint decides itself.
    static func of(_ route: Route) -> [String] {
        let segments = PathTrie<Int>.segments(of: route.pattern)
        let names = segments.filter { !$0.hasPrefix("{") }
        guard let first = names.first else { return ofPlaceholders(route, count: segments.count) }
        if segments.first != first { return ofIndex(route, names) }
        switch first {
        case "_opendistro", "_plugins": return ofPlugin(names, route)
        case "_security": return []
        case "_snapshot": return ofSnapshots(route, names, count: segments.count - names.count)
        case "_tasks": return ofTasks(names, count: segments.count)
        case "_template", "_index_template", "_component_template", "_scripts":
            return ofTemplates(first, route)
        default: break
        }
        let key = names.prefix(2).joined(separator: "/")
        if let action = cluster["\(route.method.rawValue) \(key)"] ?? cluster[key] ?? cluster[first] { return [action] }
        return ofIndex(route, names)
    }

    private static func ofPlaceholders(_ route: Route, count: Int) -> [String] {
        switch (count, route.method) {
        case (0, .delete), (1, .delete): return ["indices:admin/delete"]
        case (0, _): return ["cluster:monitor/main"]
        case (1, .put): return ["indices:admin/create"]
        case (1, _): return ["indices:admin/get"]
        case (_, .get), (_, .head): return ["indices:data/read/get"]
        case (_, .delete): return ["indices:data/write/delete"]
        default: return ["indices:data/write/index"]
        }
    }

    private static func ofIndex(_ route: Route, _ names: [String]) -> [String] {
        let last = names.last ?? ""
        let key = names.count > 1 && names[0] == "_cache" ? "_cache" : names.first ?? ""
        let method = route.method == .head ? HTTPMethod.get : route.method
        if let action = index["\(method.rawValue) \(key)"] ?? index[key] ?? index[last] { return [action] }
        return [
            method == .get ? "indices:monitor/\(key.drop { $0 == "_" })" : "indices:admin/\(key.drop { $0 == "_" })"
        ]
    }

    /// Starting and following ask by themselves, once they have read the request.
    private static func ofPlugin(_ names: [String], _ route: Route) -> [String] {
        guard names.count > 2, names[1] == "_replication" else { return [] }
        let product = names[0] == "_opendistro" ? "opendistro" : "plugins"
        switch names[2] {
        case "_start", "_autofollow": return []
        case "_stop":
            let stop = "indices:admin/\(product)/replication/index/stop"
            // The experimental plugin closes the index as the user, and opens it again.
            return product == "opendistro"
                ? [stop, "indices:admin/close", "indices:admin/close[s]", "indices:admin/open"] : [stop]
        case "_status": return ["indices:admin/plugins/replication/index/status_check"]
        case "leader_stats": return ["cluster:monitor/plugins/replication/leader/stats"]
        case "follower_stats": return ["indices:admin/plugins/replication/follower/stats"]
        case "autofollow_stats": return ["cluster:admin/plugins/replication/autofollow/stats"]
        default: return ["indices:admin/plugins/replication/index/\(names[2].dropFirst())"]
        }
    }

    private static func ofSnapshots(_ route: Route, _ names: [String], count: Int) -> [String] {
        let last = names.count > 1 ? names[names.count - 1] : ""
        switch (last, count, route.method) {
        case ("_restore", _, _): return ["cluster:admin/snapshot/restore"]
        case ("_status", _, _): return ["cluster:admin/snapshot/status"]
        case ("_clone", _, _): return ["cluster:admin/snapshot/clone"]
        case ("_verify", _, _): return ["cluster:admin/repository/verify"]
        case ("_cleanup", _, _): return ["cluster:admin/repository/_cleanup"]
        case (_, 2..., .get): return ["cluster:admin/snapshot/get"]
        case (_, 2..., .delete): return ["cluster:admin/snapshot/delete"]
        case (_, 2..., _): return ["cluster:admin/snapshot/create"]
        case (_, _, .get): return ["cluster:admin/repository/get"]
        case (_, _, .delete): return ["cluster:admin/repository/delete"]
        default: return ["cluster:admin/repository/put"]
        }
    }

    private static func ofTasks(_ names: [String], count: Int) -> [String] {
        if names.last == "_cancel" { return ["cluster:admin/tasks/cancel"] }
        return [count > 1 ? "cluster:monitor/task/get" : "cluster:monitor/tasks/lists"]
    }

    private static func ofTemplates(_ first: String, _ route: Route) -> [String] {
        let verb =
            switch route.method {
            case .get, .head: "get"
            case .delete: "delete"
            default: "put"
            }
        switch first {
        case "_template": return ["indices:admin/template/\(verb)"]
        case "_index_template": return ["indices:admin/index_template/\(verb)"]
        case "_component_template": return ["cluster:admin/component_template/\(verb)"]
        default: return ["cluster:admin/script/\(verb)"]
        }
    }

    /// Actions by one or two names of a path, after the method where it counts.
    private static let cluster: [String: String] = [
        "_cluster/health": "cluster:monitor/health", "GET _cluster/settings": "cluster:monitor/state",
        "PUT _cluster/settings": "cluster:admin/settings/update", "_cluster/state": "cluster:monitor/state",
        "_cluster/stats": "cluster:monitor/stats", "_cluster/pending_tasks": "cluster:monitor/task",
        "_cluster/allocation": "cluster:monitor/allocation/explain", "_cluster/reroute": "cluster:admin/reroute",
        "_cluster": "cluster:admin/voting_config/add_exclusions", "_remote/info": "cluster:monitor/remote/info",
        "_nodes/stats": "cluster:monitor/nodes/stats", "_nodes/usage": "cluster:monitor/nodes/usage",
        "_nodes/hot_threads": "cluster:monitor/nodes/hot_threads", "_nodes": "cluster:monitor/nodes/info",
        "_cat/health": "cluster:monitor/health", "_cat/indices": "indices:monitor/settings/get",
        "_cat/count": "indices:data/read/search", "_cat/aliases": "indices:admin/aliases/get",
        "_cat/tasks": "cluster:monitor/tasks/lists", "_cat/recovery": "indices:monitor/recovery",
        "_cat/pending_tasks": "cluster:monitor/task", "_cat/repositories": "cluster:admin/repository/get",
        "_cat/snapshots": "cluster:admin/snapshot/get", "_cat": "cluster:monitor/state",
        "_search/scroll": "indices:data/read/scroll", "DELETE _search/scroll": "indices:data/read/scroll/clear",
        "_reindex": "indices:data/write/reindex", "_dangling": "cluster:admin/indices/dangling/list",
    ]

    /// Actions by the name that follows an index, after the method where it counts.
    private static let index: [String: String] = [
        "_close": "indices:admin/close", "_open": "indices:admin/open", "_refresh": "indices:admin/refresh",
        "_flush": "indices:admin/flush", "_forcemerge": "indices:admin/forcemerge",
        "_cache": "indices:admin/cache/clear", "GET _settings": "indices:monitor/settings/get",
        "GET _setting": "indices:monitor/settings/get", "_settings": "indices:admin/settings/update",
        "GET _mapping": "indices:admin/mappings/get", "GET _mappings": "indices:admin/mappings/get",
        "_mapping": "indices:admin/mapping/put", "_mappings": "indices:admin/mapping/put",
        "GET _alias": "indices:admin/aliases/get", "GET _aliases": "indices:admin/aliases/get",
        "_alias": "indices:admin/aliases", "_aliases": "indices:admin/aliases",
        "GET _doc": "indices:data/read/get", "DELETE _doc": "indices:data/write/delete",
        "_doc": "indices:data/write/index", "_create": "indices:data/write/index",
        "_source": "indices:data/read/get", "_update": "indices:data/write/update",
        "_bulk": "indices:data/write/bulk", "_mget": "indices:data/read/mget", "_search": "indices:data/read/search",
        "_count": "indices:data/read/search", "_msearch": "indices:data/read/msearch",
        "_delete_by_query": "indices:data/write/delete/byquery",
        "_update_by_query": "indices:data/write/update/byquery",
        "_field_caps": "indices:data/read/field_caps", "_explain": "indices:data/read/explain",
        "_termvectors": "indices:data/read/tv", "_mtermvectors": "indices:data/read/mtv",
        "_validate": "indices:admin/validate/query", "_analyze": "indices:admin/analyze",
        "_stats": "indices:monitor/stats", "_segments": "indices:monitor/segments",
        "_shard_stores": "indices:monitor/shard_stores", "_recovery": "indices:monitor/recovery",
        "_search_shards": "indices:admin/shards/search_shards", "_rollover": "indices:admin/rollover",
        "_shrink": "indices:admin/resize", "_split": "indices:admin/resize", "_clone": "indices:admin/resize",
        "_resolve": "indices:admin/resolve/index", "_block": "indices:admin/block/add",
    ]
}
