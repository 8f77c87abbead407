internal import OrderedJSON

/// The rights that replication by a plugin needs, on both clusters.
enum PluginRights {
    /// What the experimental plugin does as the user while a replication begins, in order.
    ///
    /// Its own recording has no security: the actions are those that the procedure of Open Distro gives rights for.
    private static let openDistro: [(isLeader: Bool, action: String)] = [
        (false, "indices:admin/opendistro/replication/index/start"), (true, "cluster:monitor/state"),
        (true, "indices:admin/mappings/get"), (true, "indices:monitor/stats"), (false, "cluster:monitor/state"),
        (false, "cluster:admin/snapshot/restore"), (false, "indices:admin/create"),
        (false, "indices:admin/mapping/put"),
        (false, "indices:monitor/stats"), (true, "indices:data/read/opendistro/replication/file_metadata"),
        (false, "indices:data/read/opendistro/replication/file_metadata"),
        (true, "indices:data/read/opendistro/replication/file_chunk"), (false, "indices:data/write/index"),
        (true, "indices:admin/opendistro/replication/resources/release"),
        (true, "indices:data/read/opendistro/replication/changes"),
        (false, "indices:data/write/opendistro/replication/changes"), (false, "indices:data/write/replication"),
    ]

    /// Checks who may start, and gives as whom the replication continues; nil where nobody is asked for.
    ///
    /// - Throws: The plugin's error.
    static func begin(
        _ body: JSON, leader: String, follower: String, at peer: ClusterHost, _ plugin: ReplicationPlugin, _ call: Call
    ) throws(ElasticError) -> FollowAccess? {
        guard let access = call.access else { return nil }
        let principal = access.principal
        let theirs = peer.withState { $0.security }
        if plugin == .openDistro {
            for (isLeader, action) in openDistro {
                guard let security = isLeader ? theirs : access.security else { continue }
                let missing = security.missing([action], of: principal, on: [isLeader ? leader : follower])
                if !missing.isEmpty { throw .forbidden(missing, to: principal) }
            }
            return FollowAccess(principal: principal)
        }
        try access.require(["indices:admin/plugins/replication/index/start"], on: [follower])
        let roles = try roles(body)
        let validate = ["indices:admin/plugins/replication/index/setup/validate"]
        for (security, role, index) in [
            (theirs, roles.leader, leader), (access.security, roles.follower, follower),
        ] {
            guard let security else { continue }
            if !security.roles(of: principal).contains(role) {
                throw .security("No mapping for \(principal.text) on roles [\(role)]")
            }
            let missing = security.missing(validate, of: principal, on: [index], only: role)
            if !missing.isEmpty { throw .forbidden(missing, to: principal) }
        }
        return FollowAccess(principal: principal, leaderRole: roles.leader, followerRole: roles.follower)
    }

    /// Checks who may follow a pattern, and gives as whom its indices are followed.
    ///
    /// - Throws: The plugin's error.
    static func follow(_ body: JSON, _ plugin: ReplicationPlugin, _ call: Call) throws(ElasticError) -> FollowAccess? {
        guard let access = call.access else { return nil }
        try access.require(["cluster:admin/\(plugin.product)/replication/autofollow/update"], on: nil)
        if plugin == .openDistro { return FollowAccess(principal: access.principal) }
        let roles = try roles(body)
        return FollowAccess(principal: access.principal, leaderRole: roles.leader, followerRole: roles.follower)
    }

    /// The two roles that a request names.
    private static func roles(_ body: JSON) throws(ElasticError) -> (leader: String, follower: String) {
        guard let roles = body["use_roles"]?.object, !roles.isEmpty else {
            throw .security("Follower roles are mandatory for replication")
        }
        guard let leader = roles["leader_cluster_role"]?.string, let follower = roles["follower_cluster_role"]?.string
        else { throw .validation("Need roles for leader_cluster_role and follower_cluster_role") }
        return (leader, follower)
    }

    /// Which of the rights that replication needs all the time is missing; nil when none is.
    static func lost(
        _ access: FollowAccess, leader: String, follower: String, at peer: ClusterHost, _ plugin: ReplicationPlugin,
        _ own: SecurityState?
    ) -> ElasticError? {
        let theirs = peer.withState { $0.security }
        for (security, role, index, action) in [
            (theirs, access.leaderRole, leader, "indices:data/read/\(plugin.product)/replication/changes"),
            (theirs, access.leaderRole, leader, "indices:data/read/\(plugin.product)/replication/file_chunk"),
            (own, access.followerRole, follower, "indices:data/write/\(plugin.product)/replication/changes"),
        ] {
            guard let security else { continue }
            let missing = security.missing([action], of: access.principal, on: [index], only: role)
            if !missing.isEmpty { return .forbidden(missing, to: access.principal) }
        }
        return nil
    }
}
