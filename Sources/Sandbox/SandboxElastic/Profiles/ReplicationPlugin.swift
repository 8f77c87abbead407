/// The plugin by which Open Distro and OpenSearch replicate indices between clusters.
enum ReplicationPlugin: Sendable, Hashable {
    /// The experimental one of Open Distro 1.13: it starts, stops and follows patterns, and ends in silence.
    case openDistro
    /// That of OpenSearch, which can be paused, and tells how far it is.
    case openSearch

    /// What its paths and the names of its actions call it.
    var product: String { self == .openDistro ? "opendistro" : "plugins" }

    /// The beginning of its paths.
    var path: String { "/_\(product)/_replication" }

    /// The setting of a follower that names its leader.
    var setting: String {
        self == .openDistro ? "index.opendistro.replicated" : "index.plugins.replication.follower.leader_index"
    }

    /// What it calls the members of a request that name cluster and index.
    var members: (remote: String, index: String) {
        self == .openDistro ? ("remote_cluster", "remote_index") : ("leader_alias", "leader_index")
    }

    /// The repository that a follower is restored from, and the snapshot in it.
    func repository(_ remote: String) -> (name: String, snapshot: String) {
        self == .openDistro
            ? ("opendistro-remote-repo-\(remote)", "opendistro-remote-snapshot")
            : ("replication-remote-repo-\(remote)", "replication-remote-snapshot")
    }

    /// How long a document takes that is written while nothing else is; others are taken at once.
    var idleLag: Duration { self == .openDistro ? .milliseconds(80) : .seconds(10) }
    /// How long a document takes that is not alone.
    var lag: Duration { .milliseconds(50) }
    /// How often settings and aliases are taken over; nil for never.
    var metadataInterval: Duration? { self == .openDistro ? nil : .seconds(60) }
    /// How often the indices of a leader are compared with the patterns.
    var pollInterval: Duration { .seconds(30) }
    /// How long a leader index has to be gone before it is noticed.
    var patience: Duration { self == .openDistro ? .milliseconds(4500) : .milliseconds(5100) }
    /// How long a leader has to be out of reach, and how long after its return the end comes; nil for no end.
    var silentEnd: (away: Duration, after: Duration)? {
        self == .openDistro ? (.seconds(8), .seconds(43)) : nil
    }
}
