extension RouteTable {
    /// Replication between clusters, and from where on each part exists.
    static let replication: [Route] = [
        Route(.put, "/{index}/_ccr/follow", ["wait_for_active_shards"], federated: FollowOperations.follow),
        Route(.post, "/{index}/_ccr/pause_follow", [], FollowOperations.pause),
        Route(.post, "/{index}/_ccr/resume_follow", [], federated: FollowOperations.resume),
        Route(.post, "/{index}/_ccr/unfollow", [], FollowOperations.unfollow),
        Route(.post, "/{index}/_ccr/forget_follower", [], FollowOperations.forget).since("6.7"),
        Route(.get, "/{index}/_ccr/info", [], FollowReports.info),
        Route(.get, "/{index}/_ccr/stats", [], FollowReports.stats),
        Route(.get, "/_ccr/stats", [], FollowReports.all),
        Route(.put, "/_ccr/auto_follow/{name}", [], federated: AutoFollowOperations.put),
        Route(.get, "/_ccr/auto_follow/{name}", [], AutoFollowOperations.get),
        Route(.get, "/_ccr/auto_follow", [], AutoFollowOperations.get),
        Route(.delete, "/_ccr/auto_follow/{name}", [], AutoFollowOperations.delete),
        Route(.post, "/_ccr/auto_follow/{name}/pause", [], AutoFollowOperations.pause).since("7.5"),
        Route(.post, "/_ccr/auto_follow/{name}/resume", [], AutoFollowOperations.resume).since("7.5"),
    ]
}
