extension RouteTable {
    /// The endpoints of a replication plugin.
    static func plugin(_ plugin: ReplicationPlugin) -> [Route] {
        let path = plugin.path
        let common = [
            Route(.put, "\(path)/{index}/_start", ["wait_for_restore"], federated: PluginOperations.start),
            Route(.post, "\(path)/{index}/_stop", [], PluginOperations.stop),
            Route(.post, "\(path)/_autofollow", [], federated: PluginRules.put),
            Route(.delete, "\(path)/_autofollow", [], PluginRules.delete),
        ]
        if plugin == .openDistro { return common }
        return common + [
            Route(.post, "\(path)/{index}/_pause", [], PluginOperations.pause),
            Route(.post, "\(path)/{index}/_resume", [], federated: PluginOperations.resume),
            Route(.put, "\(path)/{index}/_update", [], PluginOperations.update),
            Route(.get, "\(path)/{index}/_status", ["verbose"], federated: PluginReports.status),
            Route(.get, "\(path)/leader_stats", [], PluginReports.leader),
            Route(.get, "\(path)/follower_stats", [], PluginReports.follower),
            Route(.get, "\(path)/autofollow_stats", [], PluginReports.patterns),
            // OpenSearch alone calls a master so.
            table("/_cat/cluster_manager", ["cluster_manager_timeout"], CatMaster.self),
        ]
    }
}
